/// An estimate with its interval, any of which may be unknown.
public struct Estimate: Equatable, Sendable {
  /// What is estimated, which decides the words for what is unknown.
  public enum Kind: Equatable, Sendable {
    /// A time: "not reached", "or later", "or sooner".
    case time
    /// Anything else: "not defined", "or more", "or less".
    case quantity
    /// A share of 1, which readers see in percent, with more digits the narrower its interval.
    case share
  }

  /// The estimate.
  public let value: Double?
  /// The lower limit; nil where there is none.
  public let lower: Double?
  /// The upper limit; nil where there is none.
  public let upper: Double?
  /// What it estimates.
  public let kind: Kind
  private let ownStyle: NumberStyle?
  let ownAbsence: String?

  /// Makes an estimate. What is not finite counts as unknown.
  ///
  /// - Parameters:
  ///   - style: How readers see its numbers; nil for so many digits as the interval allows.
  ///   - absence: The word for a value that is unknown; nil for that of the kind.
  public init(
    _ value: Double?, _ lower: Double?, _ upper: Double?, kind: Kind = .quantity,
    style: NumberStyle? = nil, absence: String? = nil
  ) {
    self.value = value.finite
    self.lower = lower.finite
    self.upper = upper.finite
    self.kind = kind
    ownStyle = style
    ownAbsence = absence
  }

  /// How readers see its numbers.
  var style: NumberStyle {
    if let ownStyle { return ownStyle }
    let known = [lower, value, upper].compactMap { $0 }
    let width = (known.max() ?? 0) - (known.min() ?? 0)
    if kind == .share { return .percent(decimals: width < 0.002 ? 3 : width < 0.02 ? 2 : 1) }
    let largest = known.map(\.magnitude).max() ?? 0
    if kind == .quantity, largest > 0, largest < 1e-4 { return .scientific }
    // A limit of 1e9 beside an estimate of 2 must not round the estimate away.
    let ratio = value.map { largest > 0 && $0 != 0 ? $0.magnitude / largest : 1 } ?? 1
    // Without a width there is nothing to go by.
    guard width > 0 else {
      return kind == .time && value == value?.rounded() ? .shortest : .significant(5)
    }
    return kind == .time || ratio > 0.02 ? .spread(width / 2) : .significant(3)
  }

  /// Whether nothing of it is known.
  var isUnknown: Bool { value == nil && lower == nil && upper == nil }
}

extension Double? {
  /// The number, or nil where it is no number or infinite.
  var finite: Double? { flatMap { $0.isFinite ? $0 : nil } }
}
