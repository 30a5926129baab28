/// The fit of a class of groups whose hazard ratios are all finite.
struct ComparableGroups: Equatable, Sendable {
  /// The groups' numbers in the whole sample.
  let groups: [Int]
  let sample: GroupedSample
  let maximum: CoxMaximum
  private let elimination: ContrastMatrix.Elimination

  init?(_ groups: [Int], of whole: GroupedSample, _ ties: TieMethod) throws(SurvivalError) {
    guard let sample = whole.restricted(to: groups) else { return nil }
    self.groups = groups
    self.sample = sample
    maximum = try CoxMaximum(RiskChanges(sample), ties)
    elimination = maximum.likelihood.information.eliminated()
  }

  /// b' I b.
  var wald: Double { maximum.likelihood.information.quadraticForm(maximum.coefficients) }

  func ratio(of group: Int, to reference: Int) -> HazardRatioEstimate {
    guard let g = groups.firstIndex(of: group), let h = groups.firstIndex(of: reference) else {
      preconditionFailure("both groups are of the class")
    }
    let contrast = groups.map { $0 == group ? 1.0 : $0 == reference ? -1 : 0 }
    return HazardRatioEstimate(
      coefficient: maximum.coefficients[g] - maximum.coefficients[h],
      standardError: elimination.solve(contrast).form.squareRoot())
  }
}
