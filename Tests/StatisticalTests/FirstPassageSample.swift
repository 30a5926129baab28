import Chains
import Ladder
import RandomStreams
import Survival
import TestKit

/// What the tests read off an arm.
struct FirstPassageSample {
  let outcomes: [ChainOutcome]
  let curve: KaplanMeierEstimate

  init(_ law: ChainLaw, seed: UInt64, count: Int) throws {
    outcomes = parallelOutcomes(of: law, stream: RandomStream(seed: seed, index: 0), count: count)
    curve = KaplanMeierEstimate(
      try RightCensoredSample(
        times: outcomes.map(\.time), observed: outcomes.map { $0.kind == .entered }))
  }

  func count(_ kind: ChainOutcome.Kind) -> Int { outcomes.count { $0.kind == kind } }
  var exits: Int { outcomes.reduce(0) { $0 + $1.exits.total } }
  var times: [Int] { outcomes.map(\.time) }

  /// The difference of two restricted means in units of its standard error.
  func distance(to other: FirstPassageSample, horizon: Double) throws -> Double {
    let (a, b) = (
      try curve.restrictedMean(to: horizon), try other.curve.restrictedMean(to: horizon)
    )
    return (a.value - b.value)
      / (a.standardError * a.standardError + b.standardError * b.standardError).squareRoot()
  }
}
