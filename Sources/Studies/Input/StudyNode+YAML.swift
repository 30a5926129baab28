import Yams

extension StudyNode {
  /// The most nodes that a study's tree may have; a file of the largest size cannot spell more.
  static let largestCount = 1_000_000

  /// Parses the text of a study file.
  ///
  /// - Throws: `StudyError` for what is not YAML, for several documents, and for YAML that a study
  ///   has no use for: anchors, aliases, tags, and keys that are not plain words.
  init(yaml text: String, file: String) throws(StudyError) {
    func refusal(_ line: Int?, _ message: String, key: String? = nil) -> StudyError {
      StudyError(file: file, line: line, key: key, message: message)
    }
    if let line = Self.lineOfAlias(in: text) {
      throw refusal(
        line, "anchors and aliases (& and *) are not possible in a study file; write the value out")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      switch error {
      case .scanner(let context, let problem, let mark, _),
        .parser(let context, let problem, let mark, _),
        .composer(let context, let problem, let mark, _):
        if problem == "but found another document" {
          throw refusal(mark.line, "a second document starts here; a study file holds one study")
        }
        if problem.hasPrefix("Maximum nesting level") {
          throw refusal(
            mark.line,
            "lists or mappings are nested here without end; a study is at most a few levels deep")
        }
        let when = context.map { ", \($0.text) from line \($0.mark.line) on" } ?? ""
        let hint = YAMLHint.words(for: text, line: mark.line).map { "; \($0)" } ?? ""
        throw refusal(mark.line, "this is not YAML: \(problem)\(when)\(hint)")
      case .reader(let problem, let offset, _, _):
        let line = offset.map { text.prefix($0).count(where: \.isNewline) + 1 }
        throw refusal(line, "this is not YAML: \(problem)")
      case .duplicatedKeysInMapping(let keys, let context):
        let names = keys.map { "'\($0)'" }.joined(separator: ", ")
        throw refusal(
          context.mark.line,
          "\(names) is given more than once in one mapping, first here; keep one", key: keys.first)
      default:
        throw refusal(nil, "this is not YAML: \(error)")
      }
    } catch {
      throw refusal(nil, "this is not YAML: \(error)")
    }
    guard let root else {
      throw refusal(nil, "there is no study in this file: it is empty or all comments")
    }
    var budget = Self.largestCount
    try self.init(root, file: file, budget: &budget)
  }

  private init(_ node: Node, file: String, budget: inout Int) throws(StudyError) {
    line = node.mark?.line ?? 1
    origin = nil
    budget -= 1
    guard budget > 0 else {
      throw StudyError(
        file: file, line: line, key: nil,
        message: "the file unfolds to more than \(Self.largestCount) values; aliases do that")
    }
    switch node {
    case .scalar(let scalar):
      // The parser tags what is quoted as a text itself.
      let isQuoted = scalar.style != .plain
      if !isQuoted { try Self.refuseTag(scalar.tag, line: line, file: file) }
      content = .scalar(text: scalar.string, isQuoted: isQuoted)
    case .sequence(let sequence):
      try Self.refuseTag(sequence.tag, line: line, file: file)
      var items: [StudyNode] = []
      for item in sequence { items.append(try StudyNode(item, file: file, budget: &budget)) }
      content = .list(items)
    case .mapping(let mapping):
      try Self.refuseTag(mapping.tag, line: line, file: file)
      var fields: [Field] = []
      for (key, value) in mapping {
        let keyLine = key.mark?.line ?? line
        guard let name = key.scalar?.string else {
          throw StudyError(
            file: file, line: keyLine, key: nil,
            message: "a key must be a word, not a list or a mapping")
        }
        fields.append(
          Field(key: name, line: keyLine, value: try StudyNode(value, file: file, budget: &budget)))
      }
      content = .mapping(fields)
    case .alias:
      throw StudyError(
        file: file, line: line, key: nil, message: "aliases are not possible in a study file")
    }
  }

  private static func refuseTag(_ tag: Tag, line: Int, file: String) throws(StudyError) {
    guard !tag.description.isEmpty else { return }
    throw StudyError(
      file: file, line: line, key: nil,
      message: "tags such as !!str are not possible in a study file; write the bare value")
  }

  /// The line of the first anchor or alias, or of what looks like one inside a quoted text.
  ///
  /// Looked for before parsing, because the parser hashes keys, and a key made of nested aliases
  /// takes exponential time to hash.
  private static func lineOfAlias(in text: String) -> Int? {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      guard line.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "*") }) else {
        continue
      }
      let isComment = line.first { !$0.isWhitespace } == "#"
      let hasQuotes = line.contains("\"") || line.contains("'")
      let characters = [" "] + Array(line) + [" "]
      for place in 1..<(characters.count - 1) {
        let (previous, character, next) = (
          characters[place - 1], characters[place], characters[place + 1]
        )
        if character == "#", previous.isWhitespace, isComment || !hasQuotes { break }
        let startsToken = previous.isWhitespace || "[{,:?-".contains(previous)
        if character == "&" || character == "*", startsToken, !next.isWhitespace {
          return index + 1
        }
      }
    }
    return nil
  }
}
