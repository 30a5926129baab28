import Testing

@testable import Survival

@Suite("Laws against mpmath and R's survreg")
struct LawFixtureTests {
  @Test("Density, survival and cumulative probability, far into both tails")
  func values() throws {
    var worst = 0.0
    for row in try Fixture("laws-values").rows {
      let (first, second, time) = (try row.required("first"), try row.required("second"), try row.required("time"))
      let name = try row.text("law")
      let law: any SurvivalLaw =
        switch name {
        case "weibull": WeibullLaw(shape: first, scale: second)
        case "gamma": GammaLaw(shape: first, rate: second)
        case "logNormal": LogNormalLaw(mu: first, sigma: second)
        default: LogLogisticLaw(shape: first, scale: second)
        }
      for (found, column) in [
        (law.logDensity(at: time), "log_density"), (law.logSurvival(at: time), "log_survival"), (law.logCumulative(at: time), "log_cumulative"),
      ] {
        // A missing logarithm is that of a number below 10^-60 of the other tail.
        guard let expected = try row.number(column) else { continue }
        // Logs near 0 are 1 - p with p small: relative there too, down to the smallest numbers.
        let error = found == expected ? 0 : abs(found - expected) / max(abs(expected), 1e-300)
        if error > worst { worst = error; print(name, first, second, time, column, found, expected, error) }
      }
    }
    print("worst", worst)
  }

  @Test("survreg")
  func survreg() throws {
    let families: [String: LawFamily] = ["exponential": .exponential, "weibull": .weibull, "logNormal": .logNormal, "logLogistic": .logLogistic]
    let sets = try Dataset.all()
    var worst = 0.0
    for row in try Fixture("laws-survreg").rows {
      let family = try #require(families[try row.text("law")])
      let set = try row.text("set")
      let fit = try sets[set].map { try LawFit(family, try #require(try $0.sample()), intervals: false) }
        ?? LawFit(family, IntervalRows.sample(set), intervals: false)
      for (column, found) in [
        ("first", fit.parameters.first?.value), ("first_error", fit.parameters.first?.standardError), ("log_likelihood", fit.logLikelihood),
        ("second", fit.parameters.dropFirst().first?.value), ("second_error", fit.parameters.dropFirst().first?.standardError), ("aic", fit.aic),
        ("bic", fit.bic),
      ] {
        let expected = try row.number(column)
        if let found, let expected { let e = abs(found/expected - 1); if e > worst || e > 1e-7 { worst = e; print(set, family.name, column, found, expected, e) } }
        else if found != nil || expected != nil { print("nil", set, family.name, column, found as Any, expected as Any, fit.status) }
      }
    }
    print("worst", worst)
  }
}

/// The interval-censored data sets of laws-intervals.csv.
enum IntervalRows {
  static func sample(_ name: String) throws -> IntervalCensoredSample {
    let rows = try Fixture("laws-intervals").rows.filter { try $0.text("set") == name }
    return try IntervalCensoredSample(
      lower: try rows.map { try $0.required("lower") }, upper: try rows.map { try $0.required("upper") },
      entries: try rows.map { try $0.required("entry") })
  }
}
