import CGSL

/// The maximum of a partial likelihood over the coefficients of all groups but the first, which is 0, by Newton's method with halved steps.
///
/// The likelihood is concave. The caller sees to it that the maximum is finite (`HazardOrder`).
struct CoxMaximum: Equatable, Sendable {
  /// The coefficients, 0 for the first group.
  let coefficients: [Double]
  /// The likelihood there.
  let likelihood: CoxLikelihood
  /// The Newton steps taken.
  let iterations: Int

  /// The hazard ratios to the first group.
  var ratios: [Double] { coefficients.map { exp($0) } }

  /// - Parameter second: a value at which the second group's coefficient is held, for a profile; nil: it is free.
  /// - Throws: `SurvivalError.numerical` when 100 steps do not suffice.
  init(_ sample: GroupedSample, _ ties: TieMethod, second: Double? = nil) throws(SurvivalError) {
    var coefficients = Array(repeating: 0.0, count: sample.groupCount)
    if let second { coefficients[1] = second }
    var likelihood = CoxLikelihood(sample, coefficients, ties)
    var last = Double.infinity
    for iteration in 0..<100 {
      let step = likelihood.information.eliminated(grounded: second == nil ? 1 : 2).solve(likelihood.score)
      // The form is the squared distance to the maximum in standard errors, and rounding leaves about 10^-20 of it, more at 10^7 events.
      guard step.form > 1e-18, step.form > 1e-12 || step.form < last else {
        // This last step changes the coefficients' last digits, and nothing in the likelihood that shows.
        self.coefficients = zip(coefficients, step.solution).map(+)
        (self.likelihood, iterations) = (likelihood, iteration)
        return
      }
      last = step.form
      var share = min(1, 4 / step.solution.reduce(0) { max($0, abs($1)) })
      var next = likelihood
      var moved = coefficients
      repeat {
        moved = zip(coefficients, step.solution).map { $0 + share * $1 }
        next = CoxLikelihood(sample, moved, ties)
        share /= 2
        // Near the maximum, log L does not tell better from worse any more, and the whole step is right.
      } while step.form > 1e-6 && next.logLikelihood < likelihood.logLikelihood && share > 1e-9
      (coefficients, likelihood) = (moved, next)
    }
    throw .numerical("Newton's method for Cox's partial likelihood", status: Int(GSL_EMAXITER))
  }
}
