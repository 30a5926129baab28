/// The keys of a mapping, checked against those that are known there.
struct StudyFields {
  private let place: StudyPlace
  private let fields: [String: StudyPlace]
  /// Known keys that are not given, but that unknown ones were probably meant to be.
  private let misspelled: Set<String>

  /// Reads the mapping at `place`; keys that are not among `known` are noted.
  ///
  /// - Throws: `StudyError` when there is no mapping.
  init(_ place: StudyPlace, known: [String]) throws(StudyError) {
    let list = known.joined(separator: ", ")
    guard case .mapping(let found) = place.node.content else {
      throw place.expected("a mapping with the keys \(list)")
    }
    var fields: [String: StudyPlace] = [:]
    var misspelled: Set<String> = []
    for field in found {
      let path = field.origin ?? place.path(to: field.key)
      guard known.contains(field.key) else {
        let hint = KeyHint(field.key, known: known)
        misspelled.formUnion(hint.meant)
        place.faults.note(
          StudyError(
            file: place.file, line: field.line, key: String(path.prefix(100)),
            message: "unknown key\(hint.words) (keys here: \(list))"))
        continue
      }
      fields[field.key] = StudyPlace(
        file: place.file, node: field.value, path: path, faults: place.faults)
    }
    self.place = place
    self.fields = fields
    self.misspelled = misspelled
  }

  /// The value of a key, where it is given.
  subscript(key: String) -> StudyPlace? { fields[key] }

  /// The value of a key that must be given; `what` says what it should be. Where it is not given
  /// that is noted, and the place is one that holds nothing.
  func required(_ key: String, _ what: String) -> StudyPlace {
    if let value = fields[key] { return value }
    if misspelled.contains(key) {
      place.faults.noteConsequence()
    } else {
      place.faults.note(
        StudyError(
          file: place.file, line: place.node.line, key: place.path(to: key),
          message: "\(StudyError.missing)expected \(what)"))
    }
    return place.absent(key)
  }
}
