/// A node of a study's tree: what YAML says, without types, with the line it stands on.
struct StudyNode: Hashable, Sendable {
  /// What a node holds.
  indirect enum Content: Hashable, Sendable {
    case scalar(text: String, isQuoted: Bool)
    case list([StudyNode])
    case mapping([Field])
  }

  /// A key of a mapping with its value.
  struct Field: Hashable, Sendable {
    let key: String
    let line: Int
    /// The path to name in messages when a sweep put the field here.
    var origin: String?
    var value: StudyNode
  }

  var content: Content
  let line: Int
  /// The path to name in messages when a sweep put the node here, such as `sweep.network.depth.1`.
  var origin: String?

  /// Whether the node is YAML's null: nothing at all, `~` or `null`.
  var isNull: Bool {
    guard case .scalar(let text, false) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The node written on one line, in YAML's flow style; scalars as the study wrote them.
  var text: String {
    switch content {
    case .scalar(let text, _): text
    case .list(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
    case .mapping(let fields):
      "{" + fields.map { "\($0.key): \($0.value.text)" }.joined(separator: ", ") + "}"
    }
  }

  /// What stands here, in words that end a sentence of the form "expected ..., found ...".
  var inWords: String {
    switch content {
    case .scalar where isNull: "nothing"
    case .scalar(let text, true): "the quoted text \"\(text.prefix(40))\""
    case .scalar(let text, false): "'\(text.prefix(40))'"
    case .list: "a list"
    case .mapping: "a mapping of keys"
    }
  }

  /// The tree with `value` at `path` (list items counted from 0), or nil when the path leads
  /// nowhere.
  ///
  /// A last step that names a key its mapping does not have adds the key: whether it belongs there
  /// is for the decoder to say.
  func replacing(_ path: ArraySlice<String>, with value: Field) -> StudyNode? {
    guard let step = path.first else { return value.value }
    var copy = self
    switch content {
    case .scalar:
      return nil
    case .list(var items):
      guard let index = Int(step), items.indices.contains(index) else { return nil }
      guard let item = items[index].replacing(path.dropFirst(), with: value) else { return nil }
      items[index] = item
      copy.content = .list(items)
    case .mapping(var fields):
      if let index = fields.firstIndex(where: { $0.key == step }) {
        guard let changed = fields[index].value.replacing(path.dropFirst(), with: value) else {
          return nil
        }
        fields[index].value = changed
      } else {
        guard path.count == 1 else { return nil }
        fields.append(value)
      }
      copy.content = .mapping(fields)
    }
    return copy
  }
}
