import Chains
import DeepLinear
import Ladder
import RandomStreams
import Survival
import TestKit
import Testing

/// What was first measured of the noise ladder, again: hidden width 2, L = 3, epsilon = .25, eta =
/// .2, lambda = .1, 20 000 steps, chains whose gradient descent ends in the minimum of rank 2.
///
/// Seeds are fixed. The comparisons of times are at |z| > 3.3 where laws differ; the counts of
/// exits are far from their bounds. The negative control is the rung that does come back.
@Suite struct FirstMeasurementsTests {
  private static let chains = 600

  private func law(_ rung: Rung, _ judge: Watch.Judge) throws -> ChainLaw {
    let base = try Laws.figure1()
    return ChainLaw(
      motion: Motion(
        problem: base.problem, shape: base.shape, initialLaw: base.initialLaw,
        convention: base.convention, schedule: base.schedule,
        rung: rung),
      watch: Watch(event: base.event, judge: judge, horizon: 20_000, follow: 20_000))
  }

  /// The chains of a rung that start above the minimum of rank 2.
  private func outcomes(_ rung: Rung, _ judge: Watch.Judge) throws -> [ChainOutcome] {
    let law = try law(rung, judge)
    let starts = (0..<UInt32(Self.chains)).map {
      Network(
        shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: 31, index: 0), chain: $0)
    }
    let ranks = Descent(law: law).noises(from: starts).map(\.summary.rank)
    let found = parallelOutcomes(
      of: law, stream: RandomStream(seed: 31, index: 0), count: Self.chains)
    return zip(found, ranks).filter { $0.1 == 2 }.map(\.0)
  }

  private static let basins = Watch.Judge.quenched(every: 480, looks: 5)

  @Test func theBasinOfRankOneIsKeptByGradientNoiseAlone() throws {
    let sgd = try outcomes(.sgd, Self.basins)
    let matched = try outcomes(.gaussianMatched(substeps: 1), Self.basins)
    let frozen = try outcomes(.gaussianFrozen(substeps: 1), Self.basins)
    let langevin = try outcomes(.langevin(.matched, substeps: 1), Self.basins)
    #expect(sgd.count > 300 && sgd.count { $0.kind == .entered } > sgd.count * 9 / 10)
    #expect(matched.count { $0.kind == .entered } > sgd.count * 9 / 10)
    for (name, outcomes) in [("sgd", sgd), ("gaussian-matched", matched)] {
      #expect(
        outcomes.allSatisfy {
          $0.exits.total == 0
            && ($0.kind == .diverged || $0.restingRank != 2 || $0.kind == .censored)
        },
        "\(name)")
    }
    // Additive noise falls as surely, and comes back: some chains at the matched temperature, many
    // under the frozen noise.
    let (some, many) = (
      langevin.reduce(0) { $0 + $1.exits.total }, frozen.reduce(0) { $0 + $1.exits.total }
    )
    #expect(
      langevin.allSatisfy { $0.kind == .entered } && some > 2 && many > 5 * some, "\(some), \(many)"
    )
    #expect(frozen.count { $0.restingRank == 2 } > frozen.count / 20)

    // In less time than SGD: about half of it for the Gaussian noise of SGD's covariance.
    func mean(_ outcomes: [ChainOutcome]) throws -> RestrictedMean {
      try KaplanMeierEstimate(
        RightCensoredSample(
          times: outcomes.map(\.time), observed: outcomes.map { $0.kind == .entered })
      ).restrictedMean(to: 20_000)
    }
    let (slow, half, fast) = (try mean(sgd), try mean(matched), try mean(langevin))
    for other in [half, fast] {
      let error =
        (slow.standardError * slow.standardError + other.standardError * other.standardError)
        .squareRoot()
      #expect((slow.value - other.value) / error > 3.3, "\(slow.value), \(other.value)")
    }
    #expect((0.3...0.7).contains(half.value / slow.value), "\(half.value / slow.value)")
  }

  /// B_1 itself is left thousands of times by the frozen noise, whose kicks do not vanish inside.
  @Test func theSetIsLeftThousandsOfTimesUnderFrozenNoise() throws {
    let frozen = try outcomes(.gaussianFrozen(substeps: 1), .state)
    #expect(frozen.reduce(0) { $0 + $1.exits.total } > 1_000)
  }
}
