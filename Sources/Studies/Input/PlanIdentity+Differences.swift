import Chains

extension PlanIdentity {
  /// What differs between the plan that a store was made for and another, by their identities: a
  /// sentence for a person, with old and new values.
  ///
  /// Values that all arms have alike are named once.
  package static func differences(from old: String, to new: String) -> String {
    let (before, after) = (lines(old), lines(new))
    let (armsBefore, armsAfter) = (
      before.count { $0.hasPrefix("arm ") }, after.count { $0.hasPrefix("arm ") }
    )
    var words: [String] = []
    func add(_ word: String) { if !words.contains(word) { words.append(word) } }
    if armsBefore != armsAfter {
      add("the number of arms was \(armsBefore) and is \(armsAfter)")
    }
    for (left, right) in zip(before, after) where left != right {
      let (fieldsBefore, fieldsAfter) = (fields(left), fields(right))
      for (key, value) in fieldsAfter where (fieldsBefore.first { $0.key == key }?.value) != value {
        let earlier = fieldsBefore.first { $0.key == key }?.value ?? "not set"
        add("\(key) was \(shown(earlier)) and is \(shown(value))")
      }
      for (key, value) in fieldsBefore where !fieldsAfter.contains(where: { $0.key == key }) {
        add("\(key) was \(shown(value)) and is not set")
      }
    }
    guard !words.isEmpty else { return "the chains are those of another version of rankfall" }
    return words.prefix(mostNamed).joined(separator: ", ")
      + (words.count > mostNamed ? " and \(words.count - mostNamed) more differences" : "")
  }

  /// How many differences are named.
  private static let mostNamed = 6

  private static func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }

  private static func shown(_ value: String) -> String {
    value.count > 60 ? value.prefix(60) + "..." : value
  }

  /// The values of a line by the words of a study: a word that is no `key=value` begins a value
  /// that lasts to the next known word.
  private static func fields(_ line: Substring) -> [(key: String, value: String)] {
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.first else { return [] }
    guard first == "arm" else {
      let isProblem = first == "problem"
      return [(first, words.dropFirst(isProblem ? 2 : 1).joined(separator: " "))]
    }
    var fields: [(key: String, value: String)] = []
    for word in words.dropFirst(2) {
      if let pair = pair(word) {
        fields.append(pair)
      } else if starts.contains(word) {
        fields.append((word, ""))
      } else if let last = fields.indices.last {
        fields[last].value += (fields[last].value.isEmpty ? "" : " ") + word
      }
    }
    return fields.filter { $0.key != "event" && $0.key != "points" && $0.key != "offshoots" }
  }

  private static let starts =
    [
      "stream", "dynamics", "problem", "widths", "init", "convention", "schedule", "horizon",
      "event",
      "follow", "points", "offshoots",
    ] + Watch.Judge.kinds.map { $0.word }

  private static func pair(_ word: String) -> (key: String, value: String)? {
    guard let sign = word.firstIndex(of: "="), !word.hasPrefix("=") else { return nil }
    return (String(word[..<sign]), String(word[word.index(after: sign)...]))
  }
}
