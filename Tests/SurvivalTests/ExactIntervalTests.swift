import CGSL
import Testing

@testable import Survival

@Suite("Exact intervals against R's binom.test and poisson.test")
struct ExactIntervalTests {
  @Test("Clopper-Pearson limits agree from 1 to 3e8 trials, at no event and at all events")
  func proportions() throws {
    for expected in try Fixture("proportions").rows {
      let found = try BinomialProportion(
        events: try expected.count("events"), trials: try expected.count("trials"),
        level: try expected.level())
      #expect(
        agree(found.interval.lower, try expected.required("lower"), 1e-9), "\(expected) \(found)")
      #expect(
        agree(found.interval.upper, try expected.required("upper"), 1e-9), "\(expected) \(found)")
    }
  }

  @Test("Garwood limits agree from 0 to 1e9 events")
  func rates() throws {
    for expected in try Fixture("rates").rows {
      let found = try PoissonRate(
        events: try expected.count("events"), exposure: try expected.required("exposure"),
        level: try expected.level())
      #expect(agree(found.lower, try expected.required("lower"), 1e-9), "\(expected) \(found)")
      #expect(agree(found.upper, try expected.required("upper"), 1e-9), "\(expected) \(found)")
    }
  }

  @Test("A control that must fail: the normal interval is not this one")
  func normalInterval() throws {
    let found = try BinomialProportion(events: 500_000, trials: 1_000_000)
    let normal = 0.5 - ConfidenceLevel.standard.normalQuantile * 0.0005
    #expect(agree(found.interval.lower, normal, 1e-5) && !agree(found.interval.lower, normal, 1e-7))
  }

  @Test("Failures mirror successes, and limits ascend with the events")
  func mirror() throws {
    for trials in [1, 2, 3, 10, 41] {
      var last = -1.0
      for events in 0...trials {
        let found = try BinomialProportion(events: events, trials: trials).interval
        let mirrored = try BinomialProportion(events: trials - events, trials: trials).interval
        #expect(abs(found.lower - (1 - mirrored.upper)) < 1e-14)
        #expect(found.upper > last && found.contains(Double(events) / Double(trials)))
        last = found.upper
      }
    }
  }

  @Test(
    "At extreme levels and the largest counts there is an answer, and the tails are right by the forward function"
  )
  func extremes() throws {
    for level in [1e-9, 1 - 1e-15] {
      let level = try ConfidenceLevel(level)
      for (events, trials) in [
        (1, 1), (1, 2), (3, 40), (1, 10_000_000), (9_999_999, 10_000_000), (5_000_000, 10_000_000),
      ] {
        let interval = try BinomialProportion(events: events, trials: trials, level: level).interval
        #expect(
          0 < interval.lower && interval.lower < interval.upper && interval.upper <= 1,
          "\(events)/\(trials) \(interval)")
        let rate = try PoissonRate(events: events, exposure: 1, level: level)
        #expect(
          0 < rate.lower && rate.lower < Double(events) && (rate.upper ?? 0) > Double(events),
          "\(rate)")
      }
    }
    let most = BinomialProportion.largestCount
    #expect(try BinomialProportion(events: 1, trials: most).interval.upper > 5e-12)
    #expect(try BinomialProportion(events: 0, trials: most).interval.upper > 3e-12)
  }

  @Test("No exposure and no events: every rate is possible")
  func noExposure() throws {
    let rate = try PoissonRate(events: 0, exposure: 0)
    #expect(rate.value == nil && rate.lower == 0 && rate.upper == nil)
    #expect(throws: SurvivalError.eventsWithoutExposure(2)) {
      try PoissonRate(events: 2, exposure: 0)
    }
  }

  @Test("The incomplete beta and gamma functions agree with GSL's where GSL's are sound")
  func forward() {
    GSL.prepare()
    for a in [1.0, 2, 7.5, 100, 4000] {
      for x in [1e-6, 0.01, 0.3, 0.5, 0.9, 0.999] {
        for b in [1.0, 3, 50, 900] {
          let found = IncompleteBeta.regularized(x: x, y: 1 - x, a: a, b: b)
          let expected = gsl_cdf_beta_P(x, a, b)
          #expect(
            agree(found, expected, 1e-9) || expected < 1e-280,
            "I_\(x)(\(a), \(b)): \(found) \(expected)")
        }
        let argument = a * 2 * x
        #expect(
          agree(IncompleteGamma.lower(a, argument), gsl_cdf_gamma_P(argument, a, 1), 1e-9),
          "P(\(a), \(argument))")
        #expect(
          agree(IncompleteGamma.upper(a, argument), gsl_cdf_gamma_Q(argument, a, 1), 1e-9),
          "Q(\(a), \(argument))")
      }
    }
  }

  @Test("Closed forms, far into the tails and where GSL's own functions fail")
  func closedForms() {
    for n in [1.0, 7, 1e3, 1e7, 1e11] {
      for mean in [1e-9, 1e-3, 0.5, 3] where mean < n {
        let p = mean / n
        // At least one of n; and none of n, which is y^n whatever x has lost.
        #expect(
          agree(
            IncompleteBeta.regularized(x: p, y: 1 - p, a: 1, b: n), -expm1(n * log1p(-p)), 1e-12),
          "n = \(n), p = \(p)")
        #expect(
          agree(IncompleteBeta.regularized(x: 1 - p, y: p, a: n, b: 1), exp(n * log1p(-p)), 1e-12),
          "n = \(n), p = \(p)")
      }
      #expect(agree(IncompleteBeta.regularized(x: 0.5, y: 0.5, a: n, b: n), 0.5, 1e-12), "n = \(n)")
    }
    for x in [1e-9, 0.1, 1, 5, 40, 600] {
      #expect(agree(IncompleteGamma.lower(1, x), -expm1(-x), 1e-12))
      #expect(agree(IncompleteGamma.upper(1, x), exp(-x), 1e-12))
    }
  }
}
