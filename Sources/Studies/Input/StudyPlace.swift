/// A place in a study's tree: the node that stands there and the path that leads there. Reads
/// values of a known type, or refuses with file, line, key and what was expected.
struct StudyPlace {
  let file: String
  let node: StudyNode
  /// The dotted path from the root; empty at the root.
  let path: String
  /// Where faults are noted.
  let faults: StudyFaults
  /// Whether nothing stands here, which has been noted.
  private(set) var isAbsent = false

  init(file: String, node: StudyNode, path: String, faults: StudyFaults) {
    self.file = file
    self.node = node
    self.path = node.origin ?? path
    self.faults = faults
  }

  /// The place of a key that should be below this one and is not.
  func absent(_ key: String) -> StudyPlace {
    let nothing = StudyNode(content: .scalar(text: "", isQuoted: false), line: node.line)
    var place = StudyPlace(file: file, node: nothing, path: path(to: key), faults: faults)
    place.isAbsent = true
    return place
  }

  /// Reads a value; where it is at fault that is noted, and `other` is its value from then on.
  func value<Value>(or other: Value, _ read: () throws -> Value) -> Value {
    isAbsent ? other : faults.attempt(read) ?? other
  }

  /// An error at this place. Where nothing stands, which has been noted, it is a consequence.
  func refusal(_ message: String) -> StudyError {
    if isAbsent { faults.noteConsequence() }
    return StudyError(file: file, line: node.line, key: path.isEmpty ? nil : path, message: message)
  }

  /// An error that says what was expected here and what was found.
  func expected(_ what: String) -> StudyError {
    var hint = ""
    if case .scalar(let text, false) = node.content, KeyHint.wordBeforeColon(text) != nil {
      hint = "; a colon needs a space behind it"
    }
    return refusal("expected \(what), found \(node.inWords)\(hint)")
  }

  /// The path of a key or an item below this place.
  func path(to step: String) -> String { path.isEmpty ? step : "\(path).\(step)" }

  /// The items of a list.
  func items(_ what: String) throws(StudyError) -> [StudyPlace] {
    guard case .list(let nodes) = node.content else { throw expected(what) }
    return nodes.enumerated().map {
      StudyPlace(file: file, node: $0.element, path: path(to: String($0.offset)), faults: faults)
    }
  }

  /// A text, quoted or not.
  func text(_ what: String) throws(StudyError) -> String {
    guard case .scalar(let text, _) = node.content, !node.isNull else { throw expected(what) }
    return text
  }

  /// One of a few words.
  func choice(among words: [String]) -> String { value(or: words[0]) { try word(among: words) } }

  private func word(among words: [String]) throws(StudyError) -> String {
    let list =
      words.count > 1
      ? words.dropLast().joined(separator: ", ") + " or \(words[words.count - 1])" : "\(words[0])"
    let word = try text(list)
    guard words.contains(word) else {
      let hint = suggestion(for: word, among: words).map { "; did you mean '\($0)'?" } ?? ""
      throw refusal("expected \(list), found '\(word.prefix(40))'\(hint)")
    }
    return word
  }

  /// One of the cases of a type that names them.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(of type: Choice.Type)
    throws(StudyError) -> Choice
  {
    let words = type.allCases.map(\.rawValue)
    guard let choice = Choice(rawValue: choice(among: words)) else {
      throw expected(words.joined(separator: " or "))
    }
    return choice
  }

  /// `true` or `false`.
  func truth() -> Bool {
    value(or: false) {
      switch node.content {
      case .scalar("true", false): true
      case .scalar("false", false): false
      default: throw expected("true or false")
      }
    }
  }
}
