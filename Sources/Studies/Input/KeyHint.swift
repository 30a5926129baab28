import Chains

/// What a key was probably meant to be that is unknown where it stands.
struct KeyHint {
  /// The words behind "unknown key".
  let words: String
  /// The known keys that were meant, if any.
  let meant: Set<String>

  /// Where keys of a study belong: below which key, or at the top.
  private static let homes: [(home: String, keys: [String])] =
    [
      ("the top level", Study.keys), ("'problem'", ["two-by-two", "observed", "truth", "missing"]),
      ("'network'", ["depth", "width", "widths", "init"]), ("'network.init'", ["law", "std"]),
      ("'schedule'", ["phases", "repeat", "offshoots"]),
      ("a phase of 'schedule'", ["steps", "eta", "lambda"]),
      (
        "'event'",
        ["rank", "alpha", "epsilon1", "epsilon2", "bound", "balance", "follow"]
          + judges.map { $0.word }
      ),
    ] + judges.map { ("'event.\($0.word)'", $0.options.map(\.key).filter { $0 != "every" }) }

  private static let judges = Watch.Judge.kinds

  /// - Parameter known: The keys that are known there.
  init(_ key: String, known: [String]) {
    if let word = Self.wordBeforeColon(key) {
      (words, meant) = ("; a colon needs a space behind it", Set([word]).intersection(known))
    } else if let word = suggestion(for: key, among: known) {
      (words, meant) = ("; did you mean '\(word)'?", [word])
    } else if let home = Self.homes.first(where: { $0.keys.contains(key) })?.home {
      (words, meant) = ("; it belongs to \(home), so it is indented too far or not far enough", [])
    } else {
      (words, meant) = ("", [])
    }
  }

  /// The word of a text such as `eta:0.25`, which YAML reads as one word.
  static func wordBeforeColon(_ text: some StringProtocol) -> String? {
    (try? /(?:^|.*[\s\{,])([A-Za-z][A-Za-z0-9_.\-]*):[^\s\/].*/.dotMatchesNewlines().wholeMatch(
      in: String(text.prefix(200))))
      .map { String($0.output.1) }
  }
}
