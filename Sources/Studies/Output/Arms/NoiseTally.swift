import Chains
import Ensemble
import Ladder
import Survival

/// What the chains of one arm with additive noise found at their minima, by the rank of the
/// minimum: 16 bytes a chain.
///
/// A minimum of another rank has another trace, so that the chains of one arm may have several
/// temperatures.
struct NoiseTally {
  private let law: ChainLaw
  private var groups: [MinimumRank: Group] = [:]

  private struct Group {
    var chains = 0
    var traces: [Double] = []
    var temperatures: [Double] = []
    var directions = DirectionTally()
  }

  /// A tally; nil for an arm whose noise is not additive.
  init?(_ arm: Arm) {
    guard arm.law.rung.family.isAdditive else { return nil }
    law = arm.law
  }

  /// Counts one chain.
  mutating func add(_ outcome: ChainOutcome) throws(SurvivalError) {
    let rank = MinimumRank(outcome.noise)
    var group = groups.removeValue(forKey: rank) ?? Group()
    group.chains += 1
    if let noise = outcome.noise { group.traces.append(noise.trace) }
    if let temperature = law.temperature(noise: outcome.noise) {
      group.temperatures.append(temperature)
    }
    try group.directions.add(outcome)
    groups[rank] = group
  }

  /// What they come to, by rank, chains without a minimum last; one group even without chains. The
  /// floor is that of the median temperature.
  func summary(ranks: inout GaussianRank) throws(SurvivalError) -> [ArmTemperature] {
    var found: [ArmTemperature] = []
    for (rank, group) in groups.sorted(by: { $0.key < $1.key }) {
      found.append(try summary(rank, group, &ranks))
    }
    return found.isEmpty
      ? [try summary(.unsought, Group(), &ranks)] : found
  }

  private func summary(
    _ rank: MinimumRank, _ group: Group, _ ranks: inout GaussianRank
  ) throws(SurvivalError) -> ArmTemperature {
    let temperature = MedianAndEnds(group.temperatures)
    let floor = temperature.flatMap {
      NoiseFloor(law: law, phase: law.noisiestPhase.phase, temperature: $0.median, ranks: &ranks)
    }
    return ArmTemperature(
      phase: law.noisiestPhase.phase, minimum: rank, chains: group.chains,
      trace: MedianAndEnds(group.traces),
      temperature: temperature,
      directions: try ArmDirections(group.directions),
      floor: floor.map { ArmTemperature.Floor($0, law: law) })
  }
}
