/// Which columns of a file say what. Every name is that of a column in the file's first line.
public struct ColumnNames: Equatable, Sendable {
  /// The time of the event or of the censoring; with `upper`, the time up to which the event had
  /// not happened.
  public var time: String
  /// Whether the event happened: 1 or 0, true or false; or NAME=VALUE, where that value of the
  /// column means that it did and every other that it was censored.
  public var event: String?
  /// When the observation came at risk (left truncation).
  public var start: String?
  /// The time by which the event had happened, in (time, upper]: interval censoring. Empty or
  /// infinite: not by the end.
  public var upper: String?
  /// The groups to compare.
  public var group: String?
  /// The strata within which they are compared.
  public var strata: String?
  /// What happened, where several outcomes compete; some values mean that nothing did
  /// (`isCensored`).
  public var cause: String?
  /// How many equal observations a row stands for.
  public var weight: String?

  /// Whether a value of the cause column, in any case, means a censoring.
  static func isCensored(_ label: String) -> Bool {
    ["0", "0.0", "false", "censored"].contains(label.lowercased())
  }

  /// Names the columns.
  public init(
    time: String, event: String? = nil, start: String? = nil, upper: String? = nil,
    group: String? = nil, strata: String? = nil,
    cause: String? = nil, weight: String? = nil
  ) {
    (self.time, self.event, self.start, self.upper) = (time, event, start, upper)
    (self.group, self.strata, self.cause, self.weight) = (group, strata, cause, weight)
  }
}
