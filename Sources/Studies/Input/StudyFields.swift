/// The keys of a mapping, checked against those that are known there.
struct StudyFields {
  private let place: StudyPlace
  private let fields: [String: StudyPlace]

  /// Reads the mapping at `place`.
  ///
  /// - Throws: `StudyError` when there is no mapping, or a key that is not among `known`.
  init(_ place: StudyPlace, known: [String]) throws(StudyError) {
    let list = known.joined(separator: ", ")
    guard case .mapping(let found) = place.node.content else { throw place.expected("a mapping with the keys \(list)") }
    var fields: [String: StudyPlace] = [:]
    for field in found {
      let path = field.origin ?? place.path(to: field.key)
      guard known.contains(field.key) else {
        let hint = suggestion(for: field.key, among: known).map { "; did you mean '\($0)'?" } ?? ""
        throw StudyError(
          file: place.file, line: field.line, key: String(path.prefix(100)), message: "unknown key\(hint) (keys here: \(list))")
      }
      fields[field.key] = StudyPlace(file: place.file, node: field.value, path: path)
    }
    self.place = place
    self.fields = fields
  }

  /// The value of a key, where it is given.
  subscript(key: String) -> StudyPlace? { fields[key] }

  /// The value of a key that must be given; `what` says what it should be.
  func required(_ key: String, _ what: String) throws(StudyError) -> StudyPlace {
    guard let value = fields[key] else {
      throw StudyError(
        file: place.file, line: place.node.line, key: place.path(to: key), message: "missing; expected \(what)")
    }
    return value
  }
}
