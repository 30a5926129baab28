/// What interval-censored data say about S at a time: a value where the two are equal, bounds
/// inside an innermost interval.
public struct SurvivalBounds: Equatable, Sendable {
  /// The lowest S can be.
  public let lower: Double
  /// The highest S can be.
  public let upper: Double

  /// S; nil where the data give bounds only.
  public var value: Double? { lower == upper ? lower : nil }
}

/// Where a quantile of interval-censored times lies.
public struct QuantileInterval: Equatable, Sendable {
  /// The probability p.
  public let probability: Double
  /// The quantile is above this, or equal to it when it is `upper` too.
  public let lower: Double
  /// The quantile is at most this; nil when the data set no upper end.
  public let upper: Double?
}

/// One row of the table of a Turnbull estimate: an innermost interval that has mass.
public struct TurnbullRow: Equatable, Sendable {
  /// The interval.
  public let interval: InnermostInterval
  /// Its mass.
  public let mass: Double
  /// S at its lower end; just before it for a point.
  public let survivalBefore: Double
  /// S at its upper end.
  public let survivalAfter: Double
}

extension TurnbullEstimate {
  /// The innermost intervals that have mass.
  public var rows: [TurnbullRow] {
    intervals.indices.filter { masses[$0] > 0 }.map {
      TurnbullRow(
        interval: intervals[$0], mass: masses[$0], survivalBefore: before($0),
        survivalAfter: survival[$0])
    }
  }

  /// S at any time: 1 at negative times; a value outside the innermost intervals that have mass and
  /// at their ends, bounds inside; 0 at best beyond the last lower end of right-censored
  /// observations. nil when `time` is not a number.
  public func survival(at time: Double) -> SurvivalBounds? {
    guard !time.isNaN else { return nil }
    let index = intervals.indices.bisected { intervals[$0].upper >= time }
    guard index < intervals.count else { return SurvivalBounds(lower: 0, upper: 0) }
    let interval = intervals[index]
    if time == interval.upper {
      return SurvivalBounds(lower: survival[index], upper: survival[index])
    }
    return SurvivalBounds(
      lower: time <= interval.lower ? before(index) : survival[index], upper: before(index))
  }

  /// The innermost interval that holds the quantile at p: the first by whose end S has come down to
  /// 1 - p, to within 1.5e-8 (less where p is near 0 or 1), so that rounding does not decide. Flat
  /// stretches are not halved, unlike in the quantile of a Kaplan-Meier curve.
  ///
  /// - Throws: `SurvivalError.probability` when `probability` is not above 0 and at most 1.
  public func quantile(_ probability: Double) throws(SurvivalError) -> QuantileInterval {
    guard probability > 0, probability <= 1 else { throw .probability(probability) }
    let tolerance = min(Double.ulpOfOne.squareRoot(), probability / 2, (1 - probability) / 2)
    // S is 0 after the last interval, so there is one.
    let interval = intervals[
      survival.firstIndex { 1 - $0 >= probability - tolerance } ?? intervals.count - 1]
    return QuantileInterval(
      probability: probability, lower: interval.lower,
      upper: interval.upper == .infinity ? nil : interval.upper)
  }

  private func before(_ index: Int) -> Double { index == 0 ? 1 : survival[index - 1] }
}
