import DeepLinear
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
    let temperature = Spread(temperatures)
    return ArmTemperature(
      phase: law.noisiestPhase, trace: Spread(traces), temperature: temperature, minima: minima,
      floor: temperature.flatMap {
        NoiseFloor(law: law, phase: law.noisiestPhase, temperature: $0.median, ranks: &ranks)
      })
  }

  /// The middle and the ends of some numbers.
  struct Spread {
    let median: Double
    let least: Double
    let largest: Double

    /// nil without numbers.
    init?(_ numbers: [Double]) {
      let sorted = numbers.sorted()
      guard let first = sorted.first, let last = sorted.last else { return nil }
      let half = sorted.count / 2
      // Half of each: the sum might be beyond all numbers.
      median = sorted.count % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2
      (least, largest) = (first, last)
    }
  }
}

/// The noise of an arm whose noise is additive.
struct ArmTemperature {
  /// The phase with the largest learning rate, in which noise is matched.
  let phase: Schedule.Phase
  /// tr Sigma over the chains; nil where they did not look for their minimum.
  let trace: NoiseTally.Spread?
  /// T over the chains in that phase.
  let temperature: NoiseTally.Spread?
  /// The chains that looked, by the rank of their minimum.
  let minima: RestingCounts
  /// What it keeps alive where the data do not see; nil for `gaussian-frozen`, and at depth 2.
  let floor: NoiseFloor?
}
