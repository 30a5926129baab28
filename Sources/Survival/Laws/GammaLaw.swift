import CGSL

/// The gamma law: density rate^shape t^(shape - 1) e^(-rate t) / Gamma(shape), mean shape/rate. The
/// hazard tends to the rate at late times, from below for a shape above 1 and from above for one
/// below.
///
/// R: `dgamma(shape, rate)`; the scale is 1/rate. Source: Klein and Moeschberger (2003), table 2.2.
public struct GammaLaw: SurvivalLaw, Equatable {
  /// The shape.
  public let shape: Double
  /// The rate, per unit of time.
  public let rate: Double
  /// shape log rate - log Gamma(shape).
  private let constant: Double

  /// A law with these parameters.
  ///
  /// - Precondition: both are positive and finite.
  public init(shape: Double, rate: Double) {
    precondition(
      shape > 0 && rate > 0 && shape < .infinity && rate < .infinity,
      "a gamma law has a positive shape and rate")
    (self.shape, self.rate) = (shape, rate)
    constant = GammaTails.stirling(shape).value
  }

  /// Shape and rate.
  public var parameters: [(name: String, value: Double)] { [("shape", shape), ("rate", rate)] }

  /// The log density; its limit at 0.
  public func logDensity(at time: Double) -> Double {
    guard time > 0 else {
      return time < 0 || shape > 1 ? -.infinity : shape < 1 ? .infinity : log(rate)
    }
    let ratio = log(rate * time / shape)
    return constant + shape * (ratio - expm1(ratio)) - log(time)
  }
  /// log Q(shape, rate t).
  public func logSurvival(at time: Double) -> Double {
    if time <= 0 { return 0 }
    return time == .infinity ? -.infinity : GammaTails.logTails(shape: shape, x: rate * time).upper
  }
  /// log P(shape, rate t).
  public func logCumulative(at time: Double) -> Double {
    if time <= 0 { return -.infinity }
    return time == .infinity ? 0 : GammaTails.logTails(shape: shape, x: rate * time).lower
  }

  /// By Newton's method in log t on the logarithm of the smaller tail, kept inside a bracket that
  /// shrinks at every round.
  public func time(atLogSurvival value: Double) -> Double {
    if value >= 0 { return 0 }
    if value == -.infinity { return .infinity }
    let isUpper = value < -0.6931471805599453
    let target = isUpper ? value : log1mexp(-value)
    var (low, high) = (-Double.infinity, Double.infinity)
    var y = start(value, lower: isUpper ? 0 : target)
    for _ in 0..<200 {
      let tails = GammaTails.logTails(shape: shape, x: exp(y))
      let tail = isUpper ? tails.upper : tails.lower
      let excess = tail - target
      if excess == 0 { break }
      if (excess > 0) == isUpper { low = y } else { high = y }
      let ratio = y - log(shape)
      let slope = exp(constant + shape * (ratio - expm1(ratio)) - tail)
      var next = y + (isUpper ? excess : -excess) / slope
      if !(next > low && next < high) {
        next = low == -.infinity ? high - 5 : high == .infinity ? low + 2 : (low + high) / 2
      }
      let isSettled = abs(next - y) <= 2 * Double.ulpOfOne * max(1, abs(y))
      y = next
      if isSettled || y < -700 { break }
    }
    return exp(y) / rate
  }

  /// Wilson and Hilferty's cube of a normal variable, or x^shape/Gamma(shape + 1) near 0.
  private func start(_ value: Double, lower: Double) -> Double {
    let width = 1 / (9 * shape)
    let root = 1 - width + LogNormalLaw.standardTime(atLogSurvival: value) * width.squareRoot()
    if root > 0.2 { return log(shape) + 3 * log(root) }
    return lower < 0
      ? (lower + log(shape) - constant + shape * (log(shape) - 1)) / shape : log(-value)
  }
}
