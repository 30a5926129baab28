import CGSL
import Testing

@testable import Survival

@Suite("Law fits: edges and invariance")
struct LawFitTests {
  static let twoParameter: [LawFamily] = [.weibull, .gamma, .logNormal, .logLogistic]

  /// Times from a Weibull law, some censored, some entering late.
  private func sample(_ count: Int, scale: Double = 1, late: Bool = false) throws
    -> RightCensoredSample
  {
    let law = WeibullLaw(shape: 1.5, scale: 40)
    let draws = try Bootstrap(replicates: count, seed: 2).run(analysis: 0) {
      draws -> (Double, Double, Double) in
      let entry = late ? 10 * draws.uniform() : 0
      let time = law.time(atLogSurvival: law.logSurvival(at: entry) + log(draws.uniform()))
      return (time, entry + 80 * draws.uniform(), entry)
    }
    return try RightCensoredSample(
      times: draws.map { scale * min($0.0, $0.1) }, observed: draws.map { $0.0 <= $0.1 },
      entries: late ? draws.map { scale * $0.2 } : nil)
  }

  @Test(
    "Times multiplied by a power of two: scales multiply, shapes stay, to rounding",
    arguments: LawFamily.all)
  func scale(family: LawFamily) throws {
    let factor = 0x1p40
    let (one, other) = (
      try LawFit(family, sample(300, late: true)),
      try LawFit(family, sample(300, scale: factor, late: true))
    )
    #expect(one.status == other.status && one.parameters.count == other.parameters.count)
    for (a, b) in zip(one.parameters, other.parameters) {
      func moved(_ value: Double?) -> Double? {
        value.map { value in
          switch a.name {
          case "scale", "delay": value * factor
          case "mu": value + log(factor)
          case "shape", "sigma": value
          default: value / factor
          }
        }
      }
      #expect(agree(b.value, moved(a.value), 1e-12), "\(a) \(b)")
      #expect(
        agree(b.lower, moved(a.lower), 1e-10) && agree(b.upper, moved(a.upper), 1e-10), "\(a) \(b)")
      #expect(agree(b.logStandardError, a.logStandardError, 1e-11), "\(a) \(b)")
    }
    let shift = Double(one.events) * log(factor)
    #expect(agree(other.logLikelihood, try #require(one.logLikelihood) - shift, 1e-12))
  }

  @Test(
    "Points as an interval sample, in another order, are the same fit", arguments: LawFamily.all)
  func forms(family: LawFamily) throws {
    let set = try #require(try Dataset.all()["late"])
    let order = set.times.indices.reversed()
    let table = try LawFit(
      family, RightCensoredSample(times: set.times, observed: set.observed, entries: set.entries))
    let points = try LawFit(
      family,
      IntervalCensoredSample(
        lower: order.map { set.times[$0] },
        upper: order.map { set.observed[$0] ? set.times[$0] : .infinity },
        entries: order.map { set.entries[$0] }))
    for (a, b) in zip(table.parameters, points.parameters) {
      #expect(agree(a.value, b.value, 1e-11), "\(a) \(b)")
    }
    #expect(agree(table.logLikelihood, points.logLikelihood, 1e-13))
  }

  @Test("Splitting an observation at a late entry changes no exponential fit")
  func splitting() throws {
    let whole = try RightCensoredSample(times: [5, 8, 9, 12], observed: [true, true, false, true])
    let split = try RightCensoredSample(
      times: [5, 3, 8, 4, 9, 12], observed: [true, false, true, false, false, true],
      entries: [0, 0, 3, 0, 4, 0])
    for family in [LawFamily.exponential, .delayedExponential, .piecewiseExponential(.given([7]))] {
      let (a, b) = (try LawFit(family, whole), try LawFit(family, split))
      #expect(
        zip(a.parameters, b.parameters).allSatisfy { agree($0.value, $1.value, 1e-14) },
        "\(a.parameters) \(b.parameters)")
    }
  }

  @Test("Quantiles invert survival, in both tails")
  func quantiles() throws {
    let laws: [any SurvivalLaw] = [
      ExponentialLaw(rate: 0.3), DelayedExponentialLaw(delay: 4, rate: 0.3),
      WeibullLaw(shape: 0.7, scale: 5),
      GammaLaw(shape: 0.05, rate: 2),
      GammaLaw(shape: 3, rate: 0.1), GammaLaw(shape: 5000, rate: 7), LogNormalLaw(mu: 1, sigma: 2),
      LogLogisticLaw(shape: 3, scale: 2),
      PiecewiseExponentialLaw(cuts: [1, 4, 6], rates: [0, 0.5, 0, 2]),
    ]
    for law in laws {
      for logSurvival in [-1e-6, -1e-3, -0.1, -0.6931, -0.7, -3, -50, -800] {
        let time = law.time(atLogSurvival: logSurvival)
        #expect(
          agree(law.logSurvival(at: time), logSurvival, 1e-9), "\(law) \(logSurvival) \(time)")
      }
      #expect(law.quantile(checked: 1) == .infinity && law.survival(at: 0) == 1)
    }
    #expect(throws: SurvivalError.probability(0)) { try ExponentialLaw(rate: 1).quantile(0) }
    #expect(ExponentialLaw(rate: 0).time(atLogSurvival: -1) == .infinity)
  }

  @Test("The probability of an interval does not cancel, whichever tail it is in")
  func intervals() {
    // A flat density over a short stretch: probability = density * width.
    for time in [0.01, 1.0, 3, 30] {
      let law = LogNormalLaw(mu: 0, sigma: 1)
      let found = law.logProbability(above: time, to: time * (1 + 1e-6))
      #expect(abs(found - (law.logDensity(at: time * (1 + 0.5e-6)) + log(time * 1e-6))) < 1e-8)
    }
    #expect(
      agree(
        WeibullLaw(shape: 1, scale: 1).logProbability(above: 1000, to: 1001), -1000 + log1mexp(1),
        1e-14))
  }

  @Test("No events: rate 0 with an upper limit, or no law; never a number that is not one")
  func eventless() throws {
    let sample = try RightCensoredSample(times: [1, 2, 3], observed: [false, false, false])
    let exponential = try LawFit(.exponential, sample)
    #expect(
      exponential.status == .atBound(.noEvents) && exponential["rate"]?.value == 0
        && exponential["rate"]?.lower == 0)
    #expect(agree(exponential["rate"]?.upper, 1.959963984540054 * 1.959963984540054 / 12, 1e-12))
    for family in LawFamily.all.dropFirst() {
      let fit = try LawFit(family, sample)
      #expect(fit.status == .atBound(.noEvents) && fit.logLikelihood == 0 && !fit.isUsable)
    }
  }

  @Test(
    "All events at one time, and one row, have no spread",
    arguments: twoParameter + [.delayedExponential])
  func oneTime(family: LawFamily) throws {
    for sample in [
      try RightCensoredSample(times: [4, 4, 4, 2], observed: [true, true, true, false]),
      try RightCensoredSample(times: [4], observed: [true]),
    ] {
      let fit = try LawFit(family, sample)
      #expect(fit.status == .atBound(.oneTime(4)) && fit.law == nil && fit.logLikelihood == nil)
      #expect(
        agree(
          try LawFit(.exponential, sample)["rate"]?.value,
          Double(sample.eventCount) / sample.exposure, 1e-15))
    }
    // One interval that could hold every event: the supremum of the likelihood is 1.
    let inside = try IntervalCensoredSample(lower: [1, 2, 0], upper: [5, 6, 4])
    let interval = try LawFit(family, inside)
    #expect(interval.status == .atBound(.oneTime(4)) && interval.logLikelihood == 0)
    // An observation lasting longer makes it regular again.
    let longer = try LawFit(
      family, RightCensoredSample(times: [4, 4, 6], observed: [true, true, false]))
    #expect(longer.isUsable && longer.law != nil)
  }

  @Test("Events at time 0 are refused by laws without a density there", arguments: twoParameter)
  func zero(family: LawFamily) throws {
    let sample = try RightCensoredSample(times: [0, 2, 3], observed: [true, true, true])
    #expect(try LawFit(family, sample).status == .impossible(.eventAtZero))
    #expect(try LawFit(.exponential, sample)["rate"]?.value == 3.0 / 5)
    let delayed = try LawFit(.delayedExponential, sample)
    #expect(
      delayed.status == .atBound(.zeroDelay) && delayed.isUsable && delayed["delay"]?.upper == 0)
    #expect(
      try LawFit(.exponential, RightCensoredSample(times: [0], observed: [true])).status
        == .atBound(.oneTime(0)))
    #expect(
      try LawFit(.exponential, RightCensoredSample(times: [0], observed: [false])).status
        == .impossible(.noTime))
    #expect(
      try LawFit(family, RightCensoredSample(times: [0], observed: [false])).status
        == .atBound(.noEvents))
  }

  @Test("A likelihood that is flat says so", arguments: twoParameter)
  func flat(family: LawFamily) throws {
    // One inspection: any shape gives the same probabilities. And two, with no events between them:
    // the shape goes to 0.
    for sample in [
      try IntervalCensoredSample(lower: [0, 5, 0, 5], upper: [5, .infinity, 5, .infinity]),
      try IntervalCensoredSample(lower: [0, 9, 0, 9], upper: [2, .infinity, 2, .infinity]),
    ] {
      let fit = try LawFit(family, sample)
      guard case .atBound(.flat) = fit.status else {
        Issue.record("\(family) \(fit.status) \(fit.parameters)")
        continue
      }
      #expect(
        !fit.isUsable && fit.parameters.allSatisfy { $0.standardError == nil && $0.lower == nil })
    }
  }

  @Test("Pieces without events have rate 0; cuts out of order or of the data are refused")
  func pieces() throws {
    let sample = try RightCensoredSample(
      times: [3, 4, 9, 12], observed: [true, true, true, false])
    let fit = try LawFit(.piecewiseExponential(.given([2, 5, 8])), sample)
    #expect(
      fit.status == .atBound(.zeroRate(pieces: [0, 2])) && fit.isUsable && fit.parameterCount == 4)
    #expect(fit.parameters.map(\.value) == [0, 2.0 / 9, 0, 1.0 / 5])
    let checked = try LawFit(
      .piecewiseExponential(.given([2, 5, 8])),
      IntervalCensoredSample(lower: [2, 2, 8, 12], upper: [5, 5, 14, .infinity]))
    #expect(checked.status == .atBound(.zeroRate(pieces: [0, 2])))
    let late = try RightCensoredSample(times: [3, 4], observed: [true, true], entries: [2, 2])
    #expect(
      try LawFit(.piecewiseExponential(.given([1])), late).status
        == .atBound(.noExposure(pieces: [0])))
    for cuts in [[5, 2], [0, 2], [12], [.nan], [-1]] as [[Double]] {
      #expect(throws: SurvivalError.self) {
        try LawFit(.piecewiseExponential(.given(cuts)), sample)
      }
    }
    for pieces in [0, 65] {
      #expect(throws: SurvivalError.self) {
        try LawFit(.piecewiseExponential(.equalEvents(pieces: pieces)), sample)
      }
    }
    #expect(
      (try LawFit(.piecewiseExponential(.equalEvents(pieces: 3)), sample).law
        as? PiecewiseExponentialLaw)?.cuts == [3, 4])
  }

  @Test(
    "A delayed law's rate limits, by intervals, lie where the best of many delays has fallen far enough"
  )
  func delayedRateLimits() throws {
    let sample = try IntervalRows.sample("grid")
    let fit = try LawFit(.delayedExponential, sample)
    let (rate, top) = (try #require(fit["rate"]), try #require(fit.logLikelihood))
    let profile = DelayProfile(LikelihoodRows(sample))
    for limit in [try #require(rate.lower), try #require(rate.upper)] {
      let best = (0..<20_000).reduce(-Double.infinity) {
        max($0, profile.logLikelihood(profile.latest * Double($1) / 20_000, limit))
      }
      #expect(abs(top - best - 1.959963984540054 * 1.959963984540054 / 2) < 1e-5, "\(limit)")
    }
  }

  @Test("Chosen cuts find a change of rate, and none in exponential data")
  func chosenCuts() throws {
    func fit(_ law: any SurvivalLaw) throws -> PiecewiseExponentialLaw? {
      let times = try Bootstrap(replicates: 3000, seed: 4).run(analysis: 1) {
        law.time(atLogSurvival: log($0.uniform()))
      }
      return try LawFit(
        .piecewiseExponential(.chosen),
        RightCensoredSample(times: times, observed: times.map { _ in true })
      ).law
        as? PiecewiseExponentialLaw
    }
    let found = try #require(
      try fit(PiecewiseExponentialLaw(cuts: [500, 900], rates: [1e-5, 5e-4, 2e-3])))
    // A gap among the few events before the first change may get a cut of its own.
    let (first, last) = (found.cuts.contains { abs($0 - 500) < 15 }, try #require(found.cuts.last))
    #expect(first && abs(last - 900) < 15 && found.cuts.count <= 3, "\(found)")
    #expect(try fit(ExponentialLaw(rate: 0.01))?.cuts == [])
  }
}

extension SurvivalLaw {
  fileprivate func quantile(checked probability: Double) -> Double {
    (try? quantile(probability)) ?? .nan
  }
}
