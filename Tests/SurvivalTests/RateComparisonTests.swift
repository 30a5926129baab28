import CGSL
import Testing

@testable import Survival

@Suite("Rates and proportions compared")
struct RateComparisonTests {
  @Test("Ratios, conditional intervals and p-values agree with poisson.test")
  func ratios() throws {
    var compared = 0
    for expected in try Fixture("curves-ratios").rows {
      let first = try PoissonRate(
        events: try expected.count("first"), exposure: try expected.required("first_exposure"))
      let second = try PoissonRate(
        events: try expected.count("second"), exposure: try expected.required("second_exposure"))
      let found = try RateComparison(first: first, second: second, level: try expected.level())
      // R's ratio is infinite where ours is nil, and so is its upper limit.
      let ratio = try expected.required("ratio")
      let upper = try expected.required("upper")
      #expect(agree(found.ratio, ratio.isFinite ? ratio : nil, 1e-10), "\(expected) \(found)")
      #expect(agree(found.lower, try expected.required("lower"), 1e-9), "\(expected) \(found)")
      #expect(agree(found.upper, upper.isFinite ? upper : nil, 1e-9), "\(expected) \(found)")
      let p = try expected.required("p")
      // Below 10^-290 R's sum has lost its digits.
      #expect(
        agree(found.pValue, p, 1e-8) || (p < 1e-290 && found.pValue < 1e-290),
        "\(expected) \(found)")
      let swapped = try RateComparison(first: second, second: first, level: try expected.level())
      #expect(agree(swapped.pValue, found.pValue, 1e-8))
      #expect(
        agree(swapped.upper, found.lower > 0 ? 1 / found.lower : nil, 1e-11)
          && swapped.level == found.level)
      compared += 1
    }
    #expect(compared > 80)
  }

  @Test(
    "A control that must fail: doubling the small tail, and the normal limits of the ratio, are seen"
  )
  func wrongRules() throws {
    let found = try RateComparison(
      first: try PoissonRate(events: 2, exposure: 1),
      second: try PoissonRate(events: 9, exposure: 2.5))
    let law = BinomialLaw(trials: 11, x: 2.5 / 3.5, y: 1 / 3.5)
    #expect(!agree(2 * min(law.atMost(9), law.atLeast(9)), found.pValue, 1e-2))
    let spread = ConfidenceLevel.standard.normalQuantile * (1.0 / 2 + 1.0 / 9).squareRoot()
    #expect(
      !agree(1.8 * exp(spread), found.upper, 1e-2) && !agree(1.8 * exp(-spread), found.lower, 1e-2))
  }

  @Test("Zeros are exact, and groups without exposure say nothing")
  func zeros() throws {
    let none = try PoissonRate(events: 0, exposure: 10)
    let some = try PoissonRate(events: 3, exposure: 10)
    let unwatched = try PoissonRate(events: 0, exposure: 0)
    for (first, second) in [
      (none, none), (unwatched, some), (some, unwatched), (unwatched, unwatched),
    ] {
      let found = try RateComparison(first: first, second: second)
      #expect(found.ratio == nil && found.lower == 0 && found.upper == nil && found.pValue == 1)
    }
    let toSome = try RateComparison(first: none, second: some)
    #expect(
      toSome.ratio == nil && toSome.lower > 0 && toSome.upper == nil
        && agree(toSome.pValue, 0.25, 1e-13))
    let toNone = try RateComparison(first: some, second: none)
    #expect(
      toNone.ratio == 0 && toNone.lower == 0 && (toNone.upper ?? 0) > 0
        && agree(toNone.pValue, 0.25, 1e-13))
  }

  @Test("Counts of ten million and more, close and far apart")
  func large() throws {
    let count = 400_000_000_000
    let first = try PoissonRate(events: count, exposure: 1e6)
    let second = try PoissonRate(events: count + 2_000_000, exposure: 1e6)
    let found = try RateComparison(first: first, second: second)
    // The normal limit: z = d/sqrt(n).
    let z = (2_000_000 / Double(2 * count + 2_000_000).squareRoot())
    #expect(agree(found.pValue, PValue.twoSidedNormal(z), 1e-4) && found.lower > 1)
    let far = try RateComparison(
      first: try PoissonRate(events: 10_000_000, exposure: 1),
      second: try PoissonRate(events: 1, exposure: 1))
    #expect(far.pValue == 0 && (far.upper ?? 1) < 1e-6 && far.lower > 0)
    let most = try PoissonRate(events: PoissonRate.largestCount, exposure: 1e12)
    #expect(throws: SurvivalError.eventCount(PoissonRate.largestCount + 1)) {
      try RateComparison(first: most, second: try PoissonRate(events: 1, exposure: 1))
    }
    #expect(throws: SurvivalError.self) {
      try RateComparison(
        first: try PoissonRate(events: 1, exposure: 1e300),
        second: try PoissonRate(events: 1, exposure: 1e-300))
    }
  }

  @Test("Wilson's limits agree with prop.test(correct = FALSE), and exact p-values with binom.test")
  func proportions() throws {
    var tested = 0
    for expected in try Fixture("curves-trials").rows {
      let (events, trials) = (try expected.count("events"), try expected.count("trials"))
      let wilson = try BinomialProportion(events: events, trials: trials, method: .wilson)
      // R's formula loses digits of limits near 0 by cancellation; and 1 - p near 1 is held to what
      // a number keeps of 1.
      let (lower, upper) = (try expected.required("lower"), try expected.required("upper"))
      #expect(abs(wilson.interval.lower - lower) <= 1e-10 * lower + 1e-15, "\(expected) \(wilson)")
      #expect(abs(wilson.interval.upper - upper) <= 1e-10 * upper + 1e-15, "\(expected) \(wilson)")
      #expect(wilson.interval.contains(wilson.value) && wilson.method == .wilson)
      let exact = try BinomialProportion(events: events, trials: trials)
      let p = try exact.pValue(of: try expected.required("proportion"))
      #expect((0...1).contains(p) && exact.method == .exact)
      guard let value = try expected.number("p") else { continue }
      #expect(agree(p, value, 1e-9) || (value < 1e-290 && p < 1e-290), "\(expected) \(p)")
      tested += 1
    }
    #expect(tested > 100)
  }

  @Test(
    "Wilson's limits solve their equation at every size, also where R's formula has no digits left")
  func scoreEquation() throws {
    let square = ConfidenceLevel.standard.normalQuantile * ConfidenceLevel.standard.normalQuantile
    for trials in [1, 2, 17, 10_000_000, BinomialProportion.largestCount] {
      for events in Set([0, 1, trials / 3, trials]) where events <= trials {
        let interval = try BinomialProportion(events: events, trials: trials, method: .wilson)
          .interval
        let (k, n) = (Double(events), Double(trials))
        for limit in [interval.lower, interval.upper] where limit < 0.99 && limit > 0 {
          let miss = k - n * limit
          #expect(
            agree(miss * miss, square * n * limit * (1 - limit), 1e-6),
            "\(events)/\(trials) \(limit)")
        }
        #expect(
          (interval.lower == 0) == (events == 0) && (interval.upper == 1) == (events == trials))
      }
    }
  }

  @Test(
    "A proportion's p-value is 1 at itself, sums the outcomes that are no more likely, and refuses what is no probability"
  )
  func pValues() throws {
    for (events, trials, proportion) in [(5, 10, 0.5), (1, 4, 0.25), (0, 3, 0), (3, 3, 1)] {
      #expect(try BinomialProportion(events: events, trials: trials).pValue(of: proportion) == 1)
    }
    #expect(try BinomialProportion(events: 1, trials: 3).pValue(of: 0) == 0)
    #expect(try BinomialProportion(events: 1, trials: 3).pValue(of: 1) == 0)
    // By the definition, at small numbers: all sums over all outcomes.
    for trials in [1, 2, 5, 12, 30] {
      for proportion in [0.01, 0.2, 1.0 / 3, 0.5, 0.77] {
        let law = BinomialLaw(trials: trials, x: proportion, y: 1 - proportion)
        var terms = [1.0]
        for _ in 0..<trials {
          terms = zip(terms + [0], [0] + terms).map { $0 * (1 - proportion) + $1 * proportion }
        }
        for events in 0...trials {
          let likely = terms[events] * (1 + 1e-7)
          let sum = terms.filter { $0 <= likely }.reduce(0, +)
          #expect(
            agree(law.twoSidedPValue(events), sum, 1e-11), "\(events)/\(trials) at \(proportion)")
          #expect(
            agree(law.atMost(events), terms[...events].reduce(0, +), 1e-12)
              && agree(law.atLeast(events), terms[events...].reduce(0, +), 1e-12))
        }
      }
    }
    for proportion in [-0.1, 1.1, .nan] {
      #expect(throws: SurvivalError.self) {
        try BinomialProportion(events: 1, trials: 2).pValue(of: proportion)
      }
    }
  }
}
