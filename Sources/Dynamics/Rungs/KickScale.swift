import DeepLinear

/// What the additive rungs multiply their normal numbers by in one substep.
///
/// | rung | factor |
/// |---|---|
/// | `gaussian-frozen` | eta / sqrt(m), on the directions of `MatchedNoise` |
/// | `langevin`, T matched | eta sqrt(tr Sigma / P) / sqrt(m), which is sqrt(2 (eta/m) T) with T = eta tr Sigma / (2 P) |
/// | `langevin`, T given | sqrt(2 eta T / m) |
public struct KickScale: Equatable, Sendable {
  private let rung: Rung
  /// sqrt(tr Sigma / P).
  private let matched: Double

  /// The scale of one chain with P weights.
  public init(rung: Rung, noise: MatchedNoise.Summary?, parameters: Int) {
    self.rung = rung
    matched = ((noise?.trace ?? 0) / Double(parameters)).squareRoot()
  }

  /// The factor in a phase; 0 for the rungs that are not additive.
  public func callAsFunction(_ phase: Schedule.Phase) -> Double {
    let parts = Double(rung.substeps)
    switch rung {
    case .gaussianFrozen: return phase.learningRate / parts.squareRoot()
    case .langevin(.matched, _): return phase.learningRate * matched / parts.squareRoot()
    case .langevin(.number(let temperature), _): return (2 * phase.learningRate * temperature / parts).squareRoot()
    case .gradientDescent, .sgd, .sgdBatch, .sgdShuffled, .gaussianMatched: return 0
    }
  }
}
