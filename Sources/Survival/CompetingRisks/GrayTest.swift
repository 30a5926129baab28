import CGSL

/// Gray's test that the cumulative incidence of one cause is the same in k groups, whatever the
/// other causes do.
///
/// In group r of a stratum, with Y_r at risk, S_r the Kaplan-Meier curve of any cause and F_r the
/// cumulative incidence just before t, let h_r = Y_r/S_r, R_r = h_r (1 - F_r), dN_r the events of
/// the cause and dN, h, R the sums over groups. The scores are
///
///     z_i = sum_t L(t) [dN_i - R_i dN/R],        L = (1 - G(t-))^rho,        dG = dN/h
///
/// observed less expected events, as in the log-rank test of the subdistribution's hazard; rho = 0
/// weighs all times alike, rho > 0 early ones more. Their covariance V is Gray's, from the
/// martingales of the cause and of the other causes, in which each time's sum is multiplied by the
/// factors for ties that a draw without replacement has (`GrayScores`). The statistic z' V^- z is
/// about chi-squared with rank V degrees of freedom. Scores and covariances are summed over strata.
/// It is `cmprsk::cuminc`'s test, ties included, but where more observations have the event at one
/// time than the population they are drawn from, m, which can be at the end of a group: cmprsk's
/// factor is below 0 there, a variance that is negative, and ours is 0. So ours is the larger
/// variance, and the smaller statistic (in the fixture competing-gray-ties.csv by 4 to 50 %, of
/// data that are nearly all ties). With one cause the scores are those of the log-rank test, and V
/// is another estimate of their covariance.
///
/// Where groups differ so much that G passes 1, L is 0 from there on unless rho = 0 (cmprsk lets it
/// go negative).
///
/// Cost: O(g^2) for each distinct time and O(g^3) for each at which the cause happens; 48 bytes for
/// each time and group.
///
/// Source: Gray (1988), doi:10.1214/aos/1176350951, sections 2 and 3.
public struct GrayTest: Equatable, Sendable {
  /// The cause that is compared.
  public let cause: Int
  /// The exponent of the weight.
  public let rho: Double
  /// sum L dN_i for each group.
  public let observed: [Double]
  /// sum L R_i dN/R for each group: what it would have under the hypothesis.
  public let expected: [Double]
  /// V, the covariance of the scores observed - expected.
  public let covariance: [[Double]]
  /// z' V^- z on as many degrees of freedom as V has rank, k - 1 where every group tells something;
  /// nil when V is 0: no events of the cause, or none while two groups were watched.
  public let test: ChiSquareTest?

  /// Compares groups.
  ///
  /// - Throws: as for strata.
  public init(groups: [CompetingRisksSample], cause: Int, rho: Double = 0) throws(SurvivalError) {
    try self.init(strata: [groups], cause: cause, rho: rho)
  }

  /// Compares groups within strata: each stratum has the same groups in the same order, nil where
  /// nobody is in both.
  ///
  /// - Throws: `SurvivalError.tooFewGroups` for fewer than two groups; `.weightExponent` when `rho`
  ///   is negative or not finite; `.truncated` for late entries, for which h_r is not Gray's and
  ///   the variance has no proof. Where all of a stratum enter at one time, a landmark, that time
  ///   is but another origin, and accepted.
  /// - Precondition: `cause` is at least 1, there is a stratum, and all have as many groups.
  public init(strata: [[CompetingRisksSample?]], cause: Int, rho: Double = 0) throws(SurvivalError)
  {
    let groups = strata.first?.count ?? 0
    precondition(cause >= 1, "causes are numbered from 1")
    precondition(
      !strata.isEmpty && strata.allSatisfy { $0.count == groups },
      "every stratum has the same groups")
    guard groups >= 2 else { throw .tooFewGroups(groups) }
    guard rho >= 0, rho.isFinite else { throw .weightExponent(rho) }
    for stratum in strata {
      let samples = stratum.compactMap { $0?.overall }
      let origin = samples.first?.entryTimes ?? []
      guard origin.count <= 1,
        samples.allSatisfy({
          $0.entryTimes == origin && [0, $0.count].contains($0.entries.reduce(0, +))
        })
      else { throw .truncated("Gray's test") }
    }

    var observed = [Double](repeating: 0, count: groups)
    var expected = observed
    var covariance = [[Double]](repeating: observed, count: groups)
    for stratum in strata {
      let scores = GrayScores(stratum, cause: cause, rho: rho)
      for group in 0..<groups {
        observed[group] += scores.observed[group]
        expected[group] += scores.expected[group]
        for other in 0..<groups {
          covariance[group][other] += scores.covariance[group * groups + other]
        }
      }
    }
    let form = QuadraticForm(zip(observed, expected).map(-), inverseOf: covariance)
    (self.cause, self.rho, self.observed, self.expected, self.covariance) = (
      cause, rho, observed, expected, covariance
    )
    test = ChiSquareTest(statistic: form.value, degreesOfFreedom: form.rank)
  }
}
