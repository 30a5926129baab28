import Testing

@testable import Survival

@Suite("Laws against mpmath and R's survreg")
struct LawFixtureTests {
  static let families: [String: LawFamily] = [
    "exponential": .exponential, "weibull": .weibull, "gamma": .gamma, "logNormal": .logNormal,
    "logLogistic": .logLogistic,
    "delayed": .delayedExponential,
  ]

  /// A fit to a set of datasets.csv, late entries and all, or of laws-intervals.csv.
  static func fit(_ family: LawFamily, _ set: String, sets: [String: Dataset]) throws -> LawFit {
    if let sample = try sets[set]?.sample() { return try LawFit(family, sample) }
    return try LawFit(family, IntervalRows.sample(set))
  }

  @Test("Density, survival and cumulative probability, far into both tails")
  func values() throws {
    for row in try Fixture("laws-values").rows {
      let (first, second, time) = (
        try row.required("first"), try row.required("second"), try row.required("time")
      )
      let law: any SurvivalLaw =
        switch try row.text("law") {
        case "weibull": WeibullLaw(shape: first, scale: second)
        case "gamma": GammaLaw(shape: first, rate: second)
        case "logNormal": LogNormalLaw(mu: first, sigma: second)
        default: LogLogisticLaw(shape: first, scale: second)
        }
      // At a shape of 10^6 the argument's own rounding is worth 10^-10: a unit in the last place of
      // the time, times shape and deviation.
      let tolerance = first >= 1e6 ? 1e-8 : 2e-12
      #expect(
        agree(law.logDensity(at: time), try row.required("log_density"), tolerance),
        "\(row) \(law.logDensity(at: time))")
      #expect(
        agree(law.logSurvival(at: time), try row.required("log_survival"), tolerance),
        "\(row) \(law.logSurvival(at: time))")
      #expect(
        agree(law.logCumulative(at: time), try row.required("log_cumulative"), tolerance),
        "\(row) \(law.logCumulative(at: time))")
    }
  }

  @Test(
    "Exponential, Weibull, log-normal and log-logistic fits agree with survreg, right- and interval-censored"
  )
  func survreg() throws {
    let sets = try Dataset.all()
    for row in try Fixture("laws-survreg").rows {
      let fit = try Self.fit(
        try #require(Self.families[try row.text("law")]), try row.text("set"), sets: sets)
      #expect(fit.status == .converged, "\(row)")
      for (index, column) in ["first", "second"].enumerated() {
        let parameter = fit.parameters.count > index ? fit.parameters[index] : nil
        #expect(agree(parameter?.value, try row.number(column), 1e-8), "\(row) \(fit.parameters)")
        // survreg's own search ends 1e-8 off in its errors where it runs out of rounds;
        // laws-fits.csv is sharper.
        #expect(
          agree(parameter?.standardError, try row.number(column + "_error"), 1e-7),
          "\(row) \(fit.parameters)")
      }
      #expect(agree(fit.logLikelihood, try row.required("log_likelihood"), 1e-11), "\(row)")
      #expect(agree(fit.aic, try row.required("aic"), 1e-11), "\(row)")
      #expect(agree(fit.bic, try row.required("bic"), 1e-11), "\(row)")
    }
  }

  @Test(
    "Two-parameter fits, errors and profile limits agree with mpmath's, also truncated and in narrow intervals"
  )
  func fits() throws {
    let sets = try Dataset.all()
    for row in try Fixture("laws-fits").rows {
      let fit = try Self.fit(
        try #require(Self.families[try row.text("law")]), try row.text("set"), sets: sets)
      let found = try #require(fit[try row.text("parameter")])
      #expect(fit.status == .converged)
      #expect(agree(found.value, try row.required("value"), 1e-9), "\(row) \(found)")
      #expect(agree(found.standardError, try row.required("error"), 1e-8), "\(row) \(found)")
      #expect(agree(found.lower, try row.required("lower"), 1e-8), "\(row) \(found)")
      #expect(agree(found.upper, try row.required("upper"), 1e-8), "\(row) \(found)")
      #expect(agree(fit.logLikelihood, try row.required("log_likelihood"), 1e-11), "\(row)")
    }
  }

  @Test("Delayed and piecewise exponential fits agree with direct maximization")
  func pieces() throws {
    let sets = try Dataset.all()
    for row in try Fixture("laws-pieces").rows {
      let set = try row.text("set")
      let family: LawFamily =
        try row.number("cut").map { .piecewiseExponential(.given([$0])) } ?? .delayedExponential
      let fit = try Self.fit(family, set, sets: sets)
      let found = try #require(fit[try row.text("parameter")])
      // Golden section knows the delay to the root of its precision.
      #expect(agree(found.value, try row.required("value"), 1e-9), "\(row) \(found)")
      if found.name == "rate" { continue }
      #expect(agree(found.standardError, try row.number("error"), 1e-9), "\(row) \(found)")
      #expect(agree(found.lower, try row.required("lower"), 1e-8), "\(row) \(found)")
      #expect(agree(found.upper, try row.required("upper"), 1e-8), "\(row) \(found)")
      #expect(agree(fit.logLikelihood, try row.required("log_likelihood"), 1e-11), "\(row)")
    }
  }

  @Test(
    "A control that must fail: a likelihood without its truncation, or with intervals taken at their ends, is seen"
  )
  func controls() throws {
    let late = try #require(try Dataset.all()["late"])
    let full = try LawFit(.weibull, try #require(try late.sample()))
    let careless = try LawFit(
      .weibull, RightCensoredSample(times: late.times, observed: late.observed))
    #expect(!agree(full["shape"]?.value, careless["shape"]?.value, 0.01))
    let coarse = try IntervalRows.sample("coarse")
    let ends = try LawFit(.weibull, try #require(coarse.endsAsSeen))
    #expect(!agree(try LawFit(.weibull, coarse)["shape"]?.value, ends["shape"]?.value, 0.01))
  }
}

/// The interval-censored data sets of laws-intervals.csv.
enum IntervalRows {
  static func sample(_ name: String) throws -> IntervalCensoredSample {
    let rows = try Fixture("laws-intervals").rows.filter { try $0.text("set") == name }
    return try IntervalCensoredSample(
      lower: try rows.map { try $0.required("lower") },
      upper: try rows.map { try $0.required("upper") },
      entries: try rows.map { try $0.required("entry") })
  }
}
