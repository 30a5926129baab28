/// The words that stand for a value that is not known.
public struct MissingWords: Equatable, Sendable {
  private let words: Set<String>
  private let isStandard: Bool

  /// NA, N/A, #N/A, <NA>, NaN, null, none and a single point, in any case: what R, pandas, SAS,
  /// Stata, databases and spreadsheets write.
  public static let standard = MissingWords(
    words: ["na", "n/a", "#n/a", "<na>", "nan", "null", "none", "."], isStandard: true)

  /// These words and no others, to the letter.
  public init(_ words: some Sequence<String>) {
    self.init(words: Set(words), isStandard: false)
  }

  private init(words: Set<String>, isStandard: Bool) {
    (self.words, self.isStandard) = (words, isStandard)
  }

  /// Whether a text, without the spaces around it, is empty or one of the words.
  public func contains(_ text: String) -> Bool {
    text.isEmpty || words.contains(isStandard ? text.lowercased() : text)
  }

  /// Whether a label is one of the words. "none" may name a group: there it counts only where it
  /// was asked for.
  public func containsLabel(_ text: String) -> Bool {
    contains(text) && !(isStandard && text.lowercased() == "none")
  }
}
