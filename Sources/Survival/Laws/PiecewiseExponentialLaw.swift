import CGSL

/// The piecewise exponential law: a hazard that is flat over (0, c_1], (c_1, c_2], ..., (c_k,
/// infinity).
///
/// A piece is open where it begins and closed where it ends, as an observation's time at risk is:
/// an event at a cut belongs to the piece that ends there (R's `survSplit`). Source: Friedman
/// (1982), doi:10.1214/aos/1176345693.
public struct PiecewiseExponentialLaw: SurvivalLaw, Equatable {
  /// The cuts, ascending and above 0; none for a plain exponential law.
  public let cuts: [Double]
  /// The rates, one more than there are cuts.
  public let rates: [Double]
  /// The cumulative hazard at the beginning of each piece.
  private let hazardAtStart: [Double]

  /// A law with these pieces.
  ///
  /// - Precondition: the cuts are finite, ascending and above 0, the rates finite and not negative,
  ///   and one more than the cuts.
  public init(cuts: [Double], rates: [Double]) {
    precondition(
      rates.count == cuts.count + 1 && rates.allSatisfy { $0 >= 0 && $0 < .infinity },
      "each piece has a rate from 0 up")
    precondition(
      zip([0] + cuts, cuts).allSatisfy { $0 < $1 && $1 < .infinity }, "cuts ascend from above 0")
    var hazard = [0.0]
    for (piece, cut) in cuts.enumerated() {
      hazard.append(hazard[piece] + rates[piece] * (cut - (piece > 0 ? cuts[piece - 1] : 0)))
    }
    (self.cuts, self.rates, self.hazardAtStart) = (cuts, rates, hazard)
  }

  /// The cuts, then the rates.
  public var parameters: [(name: String, value: Double)] {
    cuts.enumerated().map { ("cut \($0 + 1)", $1) }
      + rates.enumerated().map { ("rate \($0 + 1)", $1) }
  }
  private func start(_ piece: Int) -> Double { piece > 0 ? cuts[piece - 1] : 0 }
  /// log of the piece's rate less the cumulative hazard.
  public func logDensity(at time: Double) -> Double {
    time < 0 ? -.infinity : log(rates[Self.piece(of: time, cuts)]) + logSurvival(at: time)
  }
  /// Minus the cumulative hazard.
  public func logSurvival(at time: Double) -> Double {
    guard time > 0 else { return 0 }
    let piece = Self.piece(of: time, cuts)
    return rates[piece] == 0
      ? -hazardAtStart[piece] : -(hazardAtStart[piece] + rates[piece] * (time - start(piece)))
  }
  /// log(1 - S).
  public func logCumulative(at time: Double) -> Double { log1mexp(-logSurvival(at: time)) }
  /// The time at which the cumulative hazard reaches -value.
  public func time(atLogSurvival value: Double) -> Double {
    guard value < 0 else { return 0 }
    let piece = Self.piece(of: -value, Array(hazardAtStart.dropFirst()))
    return start(piece) + (-value - hazardAtStart[piece]) / rates[piece]
  }

  /// How many cuts lie below a time: the piece (from 0) that the time belongs to.
  static func piece(of time: Double, _ cuts: [Double]) -> Int {
    cuts.indices.bisected { cuts[$0] >= time }
  }
}
