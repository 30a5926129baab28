import DeepLinear
import Survival
import TestKit
import Testing

/// What the study of Figure 1 must show, under each convention.
///
/// Seeds are fixed, so these tests give the same verdict at every run of the same code. Under a
/// change that alters the random numbers but not the law, the bounds on the median and on the
/// restricted mean fail by chance: the nearest bounds are 2.3 and 3.1 standard errors from the
/// measured values, 1.6 and 2.2 of the difference between two such runs, so with probabilities of
/// about .06 and .02. Every other bound here is kept by all but impossible samples, and the two
/// agreement tests of `LawTests` fail with .001 each. The family-wise error of the target under
/// such a change is below .1; a failure is looked into, never re-seeded away.
@Suite struct Figure1Tests {
  @Test func figuresConvention() throws {
    let sample = try FirstPassageSample(Laws.figure1(width: 100), seed: 2305, count: 4000)
    let median = try #require(sample.curve.median().value)
    #expect((4950...5550).contains(median), "median \(median)")
    let mean = try sample.curve.restrictedMean(to: 60_000)
    #expect((6500...7250).contains(mean.value), "restricted mean \(mean.value)")
    #expect(sample.exits == 0)
    #expect(sample.count(.censored) <= 5)
    #expect(sample.count(.diverged) == 0)
    #expect(sample.count(.entered) + sample.count(.censored) == 4000)
  }

  @Test func appendixConventionHasNoJump() throws {
    let sample = try FirstPassageSample(
      Laws.figure1(width: 100, convention: .appendix), seed: 2305, count: 60)
    #expect(sample.count(.entered) == 60)
    let (first, last) = (try #require(sample.times.min()), try #require(sample.times.max()))
    #expect(first > 680 && last < 850, "entries from \(first) to \(last)")
    #expect(sample.outcomes.allSatisfy { $0.collapseTime == nil })
  }

  @Test func mainConventionCollapses() throws {
    let sample = try FirstPassageSample(
      Laws.figure1(width: 100, convention: .main), seed: 2305, count: 60)
    #expect(sample.count(.entered) == 60)
    #expect(sample.outcomes.allSatisfy { $0.collapseTime != nil })
    let last = try #require(sample.times.max())
    #expect(last < 600, "entries to \(last)")
  }
}
