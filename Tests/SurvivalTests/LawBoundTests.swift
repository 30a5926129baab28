import CGSL
import Testing

@testable import Survival

@Suite("Law fits: the largest of several maxima, and likelihoods without one")
struct LawBoundTests {
  /// A row (lower, upper] seen from its entry on.
  private struct Row {
    let lower, upper, entry: Double

    /// Its term of a delayed exponential law's log-likelihood, as the book has it, and no part of
    /// the fit's own code.
    func term(_ delay: Double, _ rate: Double) -> Double {
      func hazard(_ time: Double) -> Double { rate * max(0, time - delay) }
      let lasting = hazard(entry) - hazard(lower)
      if upper == .infinity { return lasting }
      if upper == lower { return lower < delay ? -.infinity : lasting + log(rate) }
      let inside = hazard(upper) - hazard(lower)
      return inside > 0 ? lasting + log(-expm1(-inside)) : -.infinity
    }
  }

  private static func sample(_ rows: [Row]) throws -> IntervalCensoredSample {
    try IntervalCensoredSample(
      lower: rows.map(\.lower), upper: rows.map(\.upper), entries: rows.map(\.entry))
  }

  private static func logLikelihood(_ rows: [Row], _ delay: Double, _ rate: Double) -> Double {
    rows.reduce(0) { $0 + $1.term(delay, rate) }
  }

  /// The largest log-likelihood over rates, concave in the rate, by thirds of its logarithm.
  private static func highest(_ rows: [Row], _ delay: Double) -> Double {
    var (low, high) = (-12.0, 12.0)
    for _ in 0..<80 {
      let (first, second) = ((2 * low + high) / 3, (low + 2 * high) / 3)
      if logLikelihood(rows, delay, exp(first)) < logLikelihood(rows, delay, exp(second)) {
        low = first
      } else {
        high = second
      }
    }
    return logLikelihood(rows, delay, exp(low))
  }

  @Test(
    "A delay at a late entry where the slope is 0 on both sides: by hand -4 log 2 at delay 1 and rate log 2"
  )
  func entry() throws {
    let fit = try LawFit(
      .delayedExponential,
      Self.sample([
        Row(lower: 1, upper: 2, entry: 0), Row(lower: 2, upper: 3, entry: 1),
        Row(lower: 3, upper: .infinity, entry: 2),
      ])
    )
    #expect(fit.status == .converged && agree(fit.logLikelihood, -4 * log(2), 1e-13), "\(fit)")
    #expect(
      agree(fit["delay"]?.value, 1, 1e-7) && agree(fit["rate"]?.value, log(2), 1e-7),
      "\(fit.parameters)")
  }

  @Test(
    "No delay on a grid is better than the fit, in 200 random sets with late entries and intervals")
  func bruteForce() throws {
    let sets = try Bootstrap(replicates: 200, seed: 11).run(analysis: 0) { draws -> [Row] in
      (0..<(3 + Int(6 * draws.uniform()))).map { _ in
        let lower = (6 * draws.uniform()).rounded(.down)
        let kind = draws.uniform()
        let width = (1 + 3 * draws.uniform()).rounded(.down)
        let upper = kind < 0.6 ? lower + width : kind < 0.9 ? .infinity : lower + 0.5
        let start = kind < 0.9 ? lower : upper
        return Row(
          lower: start, upper: upper,
          entry: draws.uniform() < 0.5 ? 0 : (lower * draws.uniform()).rounded())
      }
    }
    var (maxima, inner, endless) = (0, 0, 0)
    for rows in sets {
      let fit = try LawFit(.delayedExponential, Self.sample(rows), intervals: false)
      if case .atBound(let bound) = fit.status, bound != .zeroDelay,
        bound != .flat(parameter: "delay")
      {
        if bound == .flat(parameter: "rate") { endless += 1 }
        if bound != .flat(parameter: "rate") || fit.logLikelihood == nil { continue }
      }
      let latest = rows.reduce(Double.infinity) { min($0, $1.upper) }
      let steps = Int(64 * latest)
      let best = (0...steps).reduce(-Double.infinity) {
        max($0, Self.highest(rows, Double($1) / 64))
      }
      let found = try #require(fit.logLikelihood)
      #expect(found >= best - 1e-9 && found <= best + 0.2, "\(rows) \(fit.status) \(found) \(best)")
      guard let law = fit.law as? DelayedExponentialLaw else { continue }
      #expect(agree(Self.logLikelihood(rows, law.delay, law.rate), found, 1e-10), "\(rows) \(law)")
      maxima += 1
      if law.delay > 0 { inner += 1 }
    }
    #expect(maxima > 120 && inner > 60 && endless > 0, "\(maxima) \(inner) \(endless)")
  }

  @Test(
    "Left-censored times alone set no rate, in any family",
    arguments: LawFamily.all + [.piecewiseExponential(.given([1.5]))])
  func leftCensored(family: LawFamily) throws {
    let fit = try LawFit(family, IntervalCensoredSample(lower: [0, 0, 0], upper: [1, 2, 3]))
    switch family {
    case .exponential: #expect(fit.status == .atBound(.flat(parameter: "rate")))
    case .piecewiseExponential: #expect(fit.status == .atBound(.flat(parameter: "rate 1")))
    default: #expect(fit.status == .atBound(.oneTime(1)))
    }
    #expect(!fit.isUsable && abs(fit.logLikelihood ?? 1) < 1e-12)
    #expect(
      fit.parameters.allSatisfy { $0.standardError == nil && $0.lower == nil && $0.upper == nil })
    // One row that lasts, and there is a rate.
    let longer = try LawFit(
      .exponential, IntervalCensoredSample(lower: [0, 0, 0, 0.001], upper: [1, 2, 3, .infinity]))
    #expect(longer.status == .converged && (longer["rate"]?.lower ?? 0) > 0)
  }

  @Test(
    "Late entries that leave nobody at risk set no rate either, without rounding",
    arguments: LawFamily.all)
  func seenOnlyInIntervals(family: LawFamily) throws {
    let fit = try LawFit(
      family,
      IntervalCensoredSample(
        lower: [0, 0.3, 0.7, 0.1], upper: [0.1, 0.4, 0.9, 1], entries: [0, 0.3, 0.7, 0.1]))
    guard case .atBound(.flat) = fit.status else {
      Issue.record("\(family) \(fit.status) \(fit.parameters)")
      return
    }
    #expect(!fit.isUsable && abs(fit.logLikelihood ?? 1) < 1e-6, "\(fit)")
  }

  @Test("Delays up to the first end with rates without end are a limit, not a maximum")
  func endless() throws {
    // x(1 - x) is largest at 1/2, x being the survival from the delay to 2; delays up to 1 give
    // 4/27 at most.
    let fit = try LawFit(
      .delayedExponential, IntervalCensoredSample(lower: [1, 2], upper: [2, 3]))
    #expect(
      fit.status == .atBound(.flat(parameter: "rate"))
        && agree(fit.logLikelihood, -2 * log(2), 1e-14), "\(fit)")
    // An exact event besides, and it is infinite.
    let exact = try LawFit(
      .delayedExponential, IntervalCensoredSample(lower: [2, 3], upper: [2, 4], entries: [0, 3]))
    #expect(
      exact.status == .atBound(.flat(parameter: "rate")) && exact.logLikelihood == nil
        && !exact.isUsable)
  }
}
