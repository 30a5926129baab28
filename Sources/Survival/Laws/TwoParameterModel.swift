import CGSL

/// A law with two parameters at a point theta of unconstrained coordinates, fitted to log t -
/// centre.
protocol TwoParameterModel {
  /// The natural parameters as functions of theta.
  static var readings: [ParameterReading] { get }
  /// Where a search begins.
  static func start(_ rows: LogTimeRows) -> SIMD2<Double>
  /// How far the first coordinate may go from 0 before the fit is said to have run away.
  static var range: Double { get }
  /// The law of t.
  static func law(_ point: SIMD2<Double>, centre: Double) -> any SurvivalLaw
  init(_ point: SIMD2<Double>)
  /// The log density of log T - centre.
  func logDensity(_ position: Double) -> Jet
  func logSurvival(_ position: Double) -> Jet
  func logCumulative(_ position: Double) -> Jet
}

extension TwoParameterModel {
  /// The log-likelihood by theta.
  static func logLikelihood(_ rows: LogTimeRows, at point: SIMD2<Double>) -> Jet {
    let model = Self(point)
    var sum = Jet(-rows.jacobian)
    for row in rows.exact { sum += row.count * model.logDensity(row.position) }
    for row in rows.survival { sum += row.count * model.logSurvival(row.position) }
    for row in rows.intervals { sum += row.count * model.logProbability(row) }
    return sum
  }

  /// log(S(lower) - S(upper)), from the smaller tail; by quadrature where the two ends are so near
  /// that differences lose digits.
  private func logProbability(_ row: LogTimeRows.Interval) -> Jet {
    if row.lower == -.infinity { return logCumulative(row.upper) }
    var larger = logSurvival(row.lower)
    let smaller: Jet
    if larger.value < -0.6931471805599453 {
      smaller = logSurvival(row.upper)
    } else {
      larger = logCumulative(row.upper)
      smaller = logCumulative(row.lower)
    }
    if smaller.value < larger.value - 700 { return larger }
    let difference = smaller - larger
    return difference.value > -0.01 ? logIntegral(row) : larger + difference.logOfComplement
  }

  /// The log of the integral of the density, by Gauss and Legendre's rule with 4 points: the
  /// density hardly varies where this is used.
  private func logIntegral(_ row: LogTimeRows.Interval) -> Jet {
    let points = Self.nodes.map { (logDensity(row.lower + $0.0 * row.width), $0.1 * row.width) }
    let base = points[0].0.value
    return points.reduce(Jet(0)) { $0 + $1.1 * ($1.0 + -base).exponential }.logarithm + base
  }

  /// Nodes on [0, 1] and weights.
  private static var nodes: [(Double, Double)] {
    [
      (0.06943184420297371, 0.17392742256872693), (0.33000947820757187, 0.32607257743127307),
      (0.6699905217924281, 0.32607257743127307), (0.9305681557970263, 0.17392742256872693),
    ]
  }
}

/// Weibull, log-normal and log-logistic laws: theta is (log k, m), z = k (position - m).
struct LocationScaleModel<Law: LogLocationScaleLaw>: TwoParameterModel {
  private let logSteepness: Jet
  private let steepness: Double
  private let location: Double

  static var readings: [ParameterReading] { Law.readings }

  static var range: Double { 25 }

  static func start(_ rows: LogTimeRows) -> SIMD2<Double> {
    let spread = rows.spread
    return SIMD2(-log(max(spread.deviation, 0.01)), spread.mean)
  }
  static func law(_ point: SIMD2<Double>, centre: Double) -> any SurvivalLaw {
    Law(location: point.y + centre, steepness: exp(point.x))
  }

  init(_ point: SIMD2<Double>) {
    logSteepness = Jet.parameters(point).0
    steepness = exp(point.x)
    location = point.y
  }

  private func standard(_ position: Double) -> Jet {
    let z = steepness * (position - location)
    return Jet(value: z, gradient: SIMD2(z, -steepness), hessian: SIMD4(z, -steepness, 0, 0))
  }
  func logDensity(_ position: Double) -> Jet {
    let z = standard(position)
    return z.mapped(Law.logDensity(z.value)) + logSteepness
  }
  func logSurvival(_ position: Double) -> Jet {
    let z = standard(position)
    return z.mapped(Law.logSurvival(z.value))
  }
  func logCumulative(_ position: Double) -> Jet {
    let z = standard(position)
    return z.mapped(Law.logCumulative(z.value))
  }
}

/// Gamma laws: theta is (log shape, log mean - centre), which are nearly independent.
struct GammaModel: TwoParameterModel {
  private let logShape: Jet
  private let shape: Jet
  private let logMean: Jet
  private let constant: Jet

  static var readings: [ParameterReading] {
    [
      ParameterReading(name: "shape", direction: SIMD2(1, 0), shift: 0, isLogarithm: true),
      ParameterReading(name: "rate", direction: SIMD2(1, -1), shift: -1, isLogarithm: true),
    ]
  }
  /// A shape of 10^7: the tails' series take a multiple of its root.
  static var range: Double { 16 }

  static func start(_ rows: LogTimeRows) -> SIMD2<Double> {
    let deviation = max(rows.spread.deviation, 0.01)
    return SIMD2(-2 * log(deviation), rows.spread.mean + min(deviation * deviation / 2, 1))
  }
  static func law(_ point: SIMD2<Double>, centre: Double) -> any SurvivalLaw {
    GammaLaw(shape: exp(point.x), rate: exp(point.x - point.y - centre))
  }

  init(_ point: SIMD2<Double>) {
    (logShape, logMean) = Jet.parameters(point)
    shape = logShape.exponential
    constant = logShape.mapped(GammaTails.stirling(exp(point.x)))
  }

  private func ratio(_ position: Double) -> Jet { -1 * logMean + position }
  func logDensity(_ position: Double) -> Jet {
    let ratio = ratio(position)
    return constant + shape * (ratio - ratio.exponential + 1)
  }
  func logSurvival(_ position: Double) -> Jet {
    GammaTails.logTails(logShape: logShape, ratio: ratio(position)).upper
  }
  func logCumulative(_ position: Double) -> Jet {
    GammaTails.logTails(logShape: logShape, ratio: ratio(position)).lower
  }
}
