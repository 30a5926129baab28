import CGSL

/// The maximum of a partial likelihood over the coefficients of all groups but the first, which is
/// 0, by Newton's method with halved steps.
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

  /// - Parameters:
  ///   - start: coefficients to start from, 0 for the first group; nil: all are 0.
  ///   - holdsSecond: whether the second group's coefficient stays as it is, for a profile, which
  ///     wants log L alone.
  /// - Throws: `SurvivalError.numerical` when 100 steps do not suffice, or a step is not a number.
  init(
    _ table: RiskChanges, _ ties: TieMethod, from start: [Double]? = nil, holdsSecond: Bool = false
  ) throws(SurvivalError) {
    var coefficients = start ?? Array(repeating: 0.0, count: table.groupCount)
    var likelihood = CoxLikelihood(table, coefficients, ties)
    var last = Double.infinity
    let enough = holdsSecond ? 1e-14 : 1e-18
    for iteration in 0..<100 {
      let step = likelihood.information.eliminated(grounded: holdsSecond ? 2 : 1).solve(
        likelihood.score)
      guard step.form.isFinite, likelihood.logLikelihood.isFinite else {
        throw .numerical("Newton's method for Cox's partial likelihood", status: Int(GSL_EFAILED))
      }
      // The form is the squared distance to the maximum in standard errors, and rounding leaves
      // about 10^-20 of it, more at 10^7 events.
      guard step.form > enough, step.form > 1e-12 || step.form < last else {
        // This last step changes the coefficients' last digits, and nothing in the likelihood that
        // shows.
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
        next = CoxLikelihood(table, moved, ties)
        share /= 2
        // Near the maximum, log L does not tell better from worse any more, and the whole step is
        // right.
      } while step.form > 1e-6 && next.logLikelihood < likelihood.logLikelihood && share > 1e-9
      (coefficients, likelihood) = (moved, next)
    }
    throw .numerical("Newton's method for Cox's partial likelihood", status: Int(GSL_EMAXITER))
  }
}
