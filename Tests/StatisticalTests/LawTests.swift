import Chains
import DeepLinear
import Ladder
import Survival
import TestKit
import Testing

/// Laws that must agree, and laws that must not.
///
/// Each agreement is a two-sided test at |z| < 3.3, which fails by chance with probability 0.001;
/// the family has two of them. The negative controls are the same statistic where the laws differ.
@Suite struct LawTests {
  private let chains = 3000

  /// Width and initial law are forgotten before the first jump, in wide networks.
  @Test func wideNetworksForgetTheirStart() throws {
    let normal = try FirstPassageSample(Laws.figure1(width: 100, follow: 0), seed: 1, count: 1500)
    let uniform = try FirstPassageSample(
      Laws.figure1(width: 40, follow: 0, law: .torchLinear), seed: 2, count: 1500)
    let z = try normal.distance(to: uniform, horizon: 60_000)
    #expect(abs(z) < 3.3, "z = \(z)")
  }

  /// Narrow ones do not: at hidden width 2 every second chain starts so near rank 1 that it never
  /// sees the minimum of rank 2.
  @Test func negativeControlNarrowNetworksRemember() throws {
    let narrow = try FirstPassageSample(Laws.figure1(width: 2, follow: 0), seed: 1, count: chains)
    let wider = try FirstPassageSample(Laws.figure1(width: 12, follow: 0), seed: 2, count: chains)
    let z = try narrow.distance(to: wider, horizon: 60_000)
    #expect(z < -3.3, "z = \(z)")
  }

  /// The same step under another convention's numbers, with other draws.
  @Test func equivalentConventionsAgreeInLaw() throws {
    let figures = try FirstPassageSample(Laws.figure1(follow: 0), seed: 3, count: chains)
    let law = try Laws.figure1(follow: 0)
    let phases = law.schedule.phases.map { phase in
      let other = Convention.figures.equivalent(
        in: .main, learningRate: phase.learningRate, ridge: phase.ridge)
      return Schedule.Phase(
        steps: phase.steps, learningRate: other.learningRate, ridge: other.ridge)
    }
    let main = try FirstPassageSample(
      ChainLaw(
        motion: Motion(
          problem: law.problem, shape: law.shape, initialLaw: law.initialLaw, convention: .main,
          schedule: Schedule(phases: phases)),
        watch: Watch(event: law.event, horizon: law.horizon, follow: 0)), seed: 4, count: chains)
    let z = try figures.distance(to: main, horizon: 60_000)
    #expect(abs(z) < 3.3, "z = \(z)")
  }

  @Test func negativeControlAnotherEpsilon() throws {
    let quarter = try FirstPassageSample(Laws.figure1(follow: 0), seed: 1, count: chains)
    let smaller = try FirstPassageSample(
      Laws.figure1(epsilon: 0.23, follow: 0), seed: 2, count: chains)
    let z = try quarter.distance(to: smaller, horizon: 60_000)
    #expect(abs(z) > 3.3, "z = \(z)")
  }

  /// A set that is too wide to be absorbing is left again: that no exit is counted elsewhere is not
  /// for want of counting.
  @Test func negativeControlWideSetIsLeft() throws {
    let sample = try FirstPassageSample(
      Laws.figure1(alpha: 0.1, epsilon2: 0.5), seed: 5, count: 200)
    #expect(sample.exits > 20, "\(sample.exits) exits")
  }
}
