import Dynamics
import Ensemble

/// What the chains of one arm with additive noise found at their minima: 16 bytes a chain.
struct NoiseTally {
  private let law: ChainLaw
  private var traces: [Double] = []
  private var temperatures: [Double] = []
  private var minima = RestingCounts()

  /// A tally; nil for an arm whose noise is not additive.
  init?(_ arm: Arm) {
    guard arm.law.rung.isAdditive else { return nil }
    law = arm.law
  }

  /// Counts one chain.
  mutating func add(_ outcome: ChainOutcome) {
    if let noise = outcome.noise {
      traces.append(noise.trace)
      minima.add(noise.rank)
    }
    if let temperature = law.temperature(noise: outcome.noise) { temperatures.append(temperature) }
  }

  /// What they come to. The floor is that of the median temperature.
  func summary(ranks: inout GaussianRank) -> ArmTemperature {
    let temperature = MedianAndEnds(temperatures)
    return ArmTemperature(
      phase: law.noisiestPhase, trace: MedianAndEnds(traces), temperature: temperature, minima: minima,
      floor: temperature.flatMap {
        NoiseFloor(law: law, phase: law.noisiestPhase, temperature: $0.median, ranks: &ranks)
      })
  }
}
