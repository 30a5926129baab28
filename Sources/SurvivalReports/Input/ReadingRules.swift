import DataFiles

/// How a data file is to be read, where its contents leave that open.
public struct ReadingRules: Equatable, Sendable {
  /// How its bytes stand for letters.
  public var encoding = TextEncoding.utf8
  /// The words that stand for a value that is not known.
  public var missing = MissingWords.standard
  /// Whether an observation whose event or cause is not known counts as censored; it is refused
  /// else.
  public var missingIsCensored = false
  /// The groups in the order of tables and pictures; nil for the order of numbers and names.
  public var groupOrder: [String]?

  /// Nothing but what the file says.
  public init() {}
}
