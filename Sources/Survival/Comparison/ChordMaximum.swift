/// The maximum of a partial likelihood of many groups while the second one's coefficient is held,
/// by Newton's method with the second derivatives of one point near by: with many groups a pass for
/// these costs as much as many passes for the first derivatives (`CoxScore`).
struct ChordMaximum {
  /// As few groups as this are better served by Newton's method itself.
  static let fewGroups = 8
  /// The most passes of a search; it converges in a few, or not well.
  private static let mostPasses = 20

  private let elimination: ContrastMatrix.Elimination
  /// How the other coefficients move with the second one's, along the ridge of the likelihood.
  private let tangent: [Double]

  /// - Parameter information: minus the second derivatives near the points that are asked for.
  init(information: ContrastMatrix) {
    elimination = information.eliminated(grounded: 2)
    let pull = (0..<information.size).map { $0 < 2 ? 0 : information.link($0, 1) }
    tangent = elimination.solve(pull).solution
  }

  /// The coefficients and log L at the maximum; nil where the search does not get on, which is for
  /// Newton's method then.
  ///
  /// - Parameter start: a point on the ridge for another coefficient of the second group.
  func find(
    _ table: RiskChanges, _ ties: TieMethod, second coefficient: Double, from start: [Double]
  ) -> (coefficients: [Double], logLikelihood: Double)? {
    let distance = coefficient - start[1]
    var coefficients = zip(start, tangent).map { $0 + distance * $1 }
    coefficients[1] = coefficient
    var last = Double.infinity
    for _ in 0..<Self.mostPasses {
      let here = CoxScore(table, coefficients, ties)
      let step = elimination.solve(here.score)
      guard step.form.isFinite, here.logLikelihood.isFinite, step.form < last / 4 else {
        return nil
      }
      coefficients = zip(coefficients, step.solution).map(+)
      // The squared distance to the maximum in standard errors; log L falls short by half of it.
      if step.form <= 1e-14 { return (coefficients, here.logLikelihood) }
      last = step.form
    }
    return nil
  }
}
