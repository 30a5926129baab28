/// An option of a rung or of a judge: its key, what it may be, and what it is where a study does
/// not say.
public struct KindOption: Sendable {
  /// What an option may be.
  public enum Domain: Sendable {
    /// A whole number.
    case whole(ClosedRange<Int>)
    /// A number of steps that is a multiple of 32.
    case spans
    /// A finite number from 0 up.
    case number
    /// A finite number above 0 and at most this one.
    case share(upTo: Double)
    /// A finite number from 0 up, or this word.
    case numberOr(String)
  }

  /// A value.
  public enum Value: Hashable, Sendable, CustomStringConvertible {
    case whole(Int)
    case number(Double)
    case word(String)

    /// The value as a study spells it: the shortest decimal form that reads back to the same.
    public var description: String {
      switch self {
      case .whole(let value): "\(value)"
      case .number(let value): "\(value)"
      case .word(let value): value
      }
    }
  }

  /// How names spell an option.
  public enum Spelling: Sendable {
    /// `key: value`.
    case always
    /// The same, but for the standard value.
    case unlessStandard
    /// The value alone. A study may give it so as well: `sgd-batch: 4`.
    case bare
  }

  /// Its key.
  public let key: String
  /// What it says, in a few words.
  public let meaning: String
  /// What it may be.
  public let domain: Domain
  /// What it is where a study does not say; nil where a study must.
  public let standard: Value?
  /// A value to show, as in "a rung such as { sgd-batch: 4 }".
  public let example: Value
  /// How names spell it.
  public let spelling: Spelling

  /// An option.
  public init(
    _ key: String, _ meaning: String, _ domain: Domain, standard: Value? = nil, example: Value,
    spelling: Spelling = .always
  ) {
    (self.key, self.meaning, self.domain) = (key, meaning, domain)
    (self.standard, self.example, self.spelling) = (standard, example, spelling)
  }

  /// m, the parts a step is made of.
  static let substeps = KindOption(
    "substeps", "the parts a step is made of", .whole(1...4096), standard: .whole(1),
    example: .whole(4),
    spelling: .unlessStandard)

  /// The values of all options of a rung or a judge.
  public struct Values: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private let values: [String: Value]

    /// Values by their keys.
    public init(_ values: [String: Value]) { self.values = values }

    /// Values by their keys.
    public init(dictionaryLiteral elements: (String, Value)...) {
      values = Dictionary(uniqueKeysWithValues: elements)
    }

    /// The value of an option.
    ///
    /// - Precondition: it has one.
    public subscript(key: String) -> Value {
      guard let value = values[key] else {
        preconditionFailure("there is no value for the option '\(key)'")
      }
      return value
    }

    /// A whole number.
    public func whole(_ key: String) -> Int {
      guard case .whole(let value) = self[key] else {
        preconditionFailure("'\(key)' is a whole number")
      }
      return value
    }

    /// A number.
    public func number(_ key: String) -> Double {
      guard case .number(let value) = self[key] else { preconditionFailure("'\(key)' is a number") }
      return value
    }
  }
}
