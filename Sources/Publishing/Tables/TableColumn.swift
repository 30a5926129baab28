/// A column of a table.
public struct TableColumn: Equatable, Sendable {
  /// How many columns of numbers it is to a machine.
  public enum Shape: Equatable, Sendable {
    /// One: `key`.
    case single
    /// Three: `key`, `key_lower`, `key_upper`.
    case interval
    /// Two: `key`, `key_se`.
    case standardError
  }

  /// Where its cells are set in formats for readers.
  public enum Alignment: Equatable, Sendable {
    /// To the left, as words are.
    case left
    /// To the right, as numbers are.
    case right
  }

  /// Its name for machines, such as `median`.
  public let key: String
  /// Its name for readers.
  public let heading: String
  /// The unit of its numbers, for readers.
  public let unit: String?
  /// How many columns it is to a machine.
  public let shape: Shape
  /// Where its cells are set.
  public let alignment: Alignment

  /// Makes a column. Its heading is its key unless told otherwise.
  public init(
    _ key: String, heading: String? = nil, unit: String? = nil, shape: Shape = .single,
    alignment: Alignment = .right
  ) {
    self.key = key
    self.heading = heading ?? key
    self.unit = unit
    self.shape = shape
    self.alignment = alignment
  }

  /// A column of words, set to the left.
  public static func words(_ key: String, heading: String? = nil) -> TableColumn {
    TableColumn(key, heading: heading, alignment: .left)
  }

  /// The keys of its columns to a machine.
  public var keys: [String] {
    switch shape {
    case .single: [key]
    case .interval: [key, key + "_lower", key + "_upper"]
    case .standardError: [key, key + "_se"]
    }
  }

  /// The heading with the unit.
  var title: String { unit.map { "\(heading) (\($0))" } ?? heading }
}
