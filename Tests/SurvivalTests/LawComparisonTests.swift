import CGSL
import Testing

@testable import Survival

@Suite("Goodness of fit and naming the law")
struct LawComparisonTests {
  @Test(
    "The test's p-value is about uniform under the law, with censoring and late entries, and small under another"
  )
  func size() throws {
    // 120 samples of 60, each with 19 replicates: p is uniform on 1/20...1 under the law.
    let law = WeibullLaw(shape: 1.6, scale: 50)
    func values(_ family: LawFamily) throws -> [Double] {
      try Bootstrap(replicates: 120, seed: 9).run(analysis: 3) { draws -> Double? in
        var (times, observed, entries): ([Double], [Bool], [Double]) = ([], [], [])
        for index in 0..<60 {
          let entry = index % 3 == 0 ? 20 * draws.uniform() : 0
          let time = law.time(atLogSurvival: law.logSurvival(at: entry) + log(draws.uniform()))
          let end = entry + 40 + 60 * draws.uniform()
          times.append(min(time, end))
          observed.append(time <= end)
          entries.append(entry)
        }
        guard
          let sample = try? RightCensoredSample(times: times, observed: observed, entries: entries),
          let fit = try? LawFit(family, sample, intervals: false),
          let bootstrap = try? Bootstrap(replicates: 19, seed: UInt64(draws.index(below: 1 << 40)))
        else { return nil }
        return GoodnessOfFit(fit, sample, bootstrap: bootstrap)?.pValue
      }.compactMap { $0 }
    }
    let right = try values(.weibull)
    // The mean of 120 uniform values has standard error 0.026; the share at or below 0.2, 0.037.
    #expect(right.count == 120 && abs(right.reduce(0, +) / 120 - 0.525) < 0.12)
    #expect(abs(Double(right.filter { $0 <= 0.2 }.count) / 120 - 0.2) < 0.15)
    let wrong = try values(.exponential)
    #expect(wrong.reduce(0, +) / 120 < 0.2)
  }

  @Test("Interval data from common inspections are tested as such, others are not")
  func inspections() throws {
    let bootstrap = try Bootstrap(replicates: 39, seed: 1)
    let grid = try IntervalRows.sample("grid")
    let right = try #require(
      GoodnessOfFit(try LawFit(.delayedExponential, grid), grid, bootstrap: bootstrap))
    let wrong = try #require(
      GoodnessOfFit(try LawFit(.exponential, grid), grid, bootstrap: bootstrap))
    #expect(right.pValue > 0.05 && wrong.pValue < 0.05 && right.failures == 0, "\(right) \(wrong)")
    let mixed = try IntervalRows.sample("mixed")
    #expect(GoodnessOfFit(try LawFit(.weibull, mixed), mixed, bootstrap: bootstrap) == nil)
  }

  @Test("The same bits for any number of threads; no law, no test")
  func threads() throws {
    let sample = try HazardTests.sample(80, WeibullLaw(shape: 2, scale: 10), horizon: 14)
    let fit = try LawFit(.gamma, sample)
    func test(_ threads: Int) throws -> GoodnessOfFit? {
      GoodnessOfFit(
        fit, sample, bootstrap: try Bootstrap(replicates: 17, seed: 3, threads: threads))
    }
    let one = try test(1)
    #expect(try one == test(4))
    #expect(one != nil)
    let single = try RightCensoredSample(times: [4], observed: [true])
    let none = GoodnessOfFit(
      try LawFit(.weibull, single), single, bootstrap: try Bootstrap(replicates: 5, seed: 1))
    #expect(none == nil)
  }

  @Test("Quantile pairs lie on the diagonal for the data's own law, late entries or not")
  func pairs() throws {
    let law = WeibullLaw(shape: 1.5, scale: 30)
    let sample = try HazardTests.sample(2000, law, horizon: 60)
    let pairs = try LawFit(.weibull, sample).quantilePairs(KaplanMeierEstimate(sample), most: 100)
    #expect(pairs.count == 100)
    for pair in pairs {
      #expect(pair.fitted > 0 && abs(pair.fitted - pair.observed) < 0.15 * pair.observed + 1)
      #expect(pair.lower ?? 0 <= pair.upper ?? .infinity)
    }
    let inside = pairs.filter {
      ($0.lower ?? 0) <= $0.observed && $0.observed <= $0.upper ?? .infinity
    }
    #expect(inside.count > 85)
    let later = try sample.landmark(at: 20)
    let fit = try LawFit(.weibull, later)
    let last = try #require(fit.quantilePairs(KaplanMeierEstimate(later), most: 3).first)
    #expect(abs(last.fitted - last.observed) < 2)
  }

  @Test(
    "The law that made the data is named; equals are named with it; a law that fits nothing is rejected"
  )
  func sentences() throws {
    let bootstrap = try Bootstrap(replicates: 39, seed: 2)
    let delayed = try LawComparison(
      HazardTests.sample(500, DelayedExponentialLaw(delay: 100, rate: 0.01)), bootstrap: bootstrap)
    #expect(delayed.entries[0].fit.family == .delayedExponential)
    #expect(
      delayed.sentence.hasPrefix("Smallest AIC: the delayed exponential law (goodness of fit p = "),
      "\(delayed.sentence)")
    let few = try LawComparison(HazardTests.sample(15, WeibullLaw(shape: 1.1, scale: 10)))
    #expect(
      few.supported.count > 1 && few.sentence.contains("; within 2 of it: ")
        && few.sentence.contains("not tested"),
      "\(few.sentence)")
    #expect(abs(few.entries.compactMap(\.weight).reduce(0, +) - 1) < 1e-12)
    let humps: [Double] = (0..<200).map { index in
      let small = 0.01 * Double(index)
      return index % 2 == 0 ? 10 + small : 100 + small
    }
    let twoHumps = try RightCensoredSample(times: humps, observed: humps.map { _ in true })
    let none = try LawComparison(
      twoHumps, families: [.exponential, .weibull, .logNormal], bootstrap: bootstrap)
    #expect(
      none.sentence.hasPrefix("None of the laws fits the data. Smallest AIC: the ")
        && none.sentence.contains("(rejected, p at most 0.025)"), "\(none.sentence)")
    let empty = try LawComparison(RightCensoredSample(times: [1], observed: [false]))
    #expect(
      empty.supported.isEmpty && empty.sentence.hasPrefix("No law can be fitted to these data ("),
      "\(empty.sentence)")
  }
}
