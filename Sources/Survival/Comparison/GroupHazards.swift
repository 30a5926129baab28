/// Cox's proportional hazards model with the group as its covariate: the hazard of group g is
/// exp(b_g) times that of the first, at all times, the same in each stratum, whose baseline hazards
/// are their own.
///
/// Where events do not bound a ratio (a group without events, groups that never meet), the ratio
/// says so, and all others are those of the model without the separated groups, which is where the
/// likelihood tends to (`HazardRatio`). R's `coxph` stops on the way there with a large coefficient
/// and a larger standard error.
///
/// Sources: Cox (1972), doi:10.1111/j.2517-6161.1972.tb00899.x; Klein and Moeschberger, Survival
/// Analysis (2nd ed., 2003), chapters 8 and 9.
///
/// Cost: about six passes, each O(events + (distinct event times + rows of the tables) x groups);
/// with ties in most groups at most times O(distinct event times x groups^2).
public struct GroupHazards: Equatable, Sendable {
  /// The data.
  public let sample: GroupedSample
  /// How tied events were treated.
  public let ties: TieMethod
  /// log L at its maximum, or its least upper bound where a ratio is zero or unbounded.
  public let logLikelihood: Double
  /// log L when all hazards are equal.
  public let nullLogLikelihood: Double
  /// The Newton steps taken; the most of any class of comparable groups.
  public let iterations: Int
  /// 2 (log L - log L_0); nil when no event compares groups.
  public let likelihoodRatioTest: ChiSquareTest?
  /// The score test at b = 0. Without ties it is the log-rank test.
  public let scoreTest: ChiSquareTest?
  /// b' I b at the estimate, I the observed information; nil also when a ratio of groups that
  /// events compare is not finite.
  public let waldTest: ChiSquareTest?
  let order: HazardOrder
  /// What changes from one event time to the next, for profiles.
  let changes: RiskChanges
  let classes: [ComparableGroups]

  /// Fits the model.
  ///
  /// - Throws: `SurvivalError.numerical` when the search does not end.
  public init(_ sample: GroupedSample, ties: TieMethod = .efron) throws(SurvivalError) {
    self.sample = sample
    self.ties = ties
    order = HazardOrder(sample)
    var classes: [ComparableGroups] = []
    for groups in order.classes {
      if let part = try ComparableGroups(groups, of: sample, ties) { classes.append(part) }
    }
    self.classes = classes
    changes = RiskChanges(sample)
    let null = CoxLikelihood(changes, Array(repeating: 0, count: sample.groupCount), ties)
    let elimination = null.information.eliminated()
    logLikelihood = classes.reduce(0) { $0 + $1.maximum.likelihood.logLikelihood }
    nullLogLikelihood = null.logLikelihood
    iterations = classes.reduce(0) { max($0, $1.maximum.iterations) }
    scoreTest = ChiSquareTest(
      statistic: elimination.solve(null.score).form, degreesOfFreedom: elimination.rank)
    likelihoodRatioTest = ChiSquareTest(
      statistic: max(0, 2 * (logLikelihood - nullLogLikelihood)), degreesOfFreedom: elimination.rank
    )
    let estimated = classes.reduce(0) { $0 + $1.groups.count - 1 }
    let wald = classes.reduce(0) { $0 + $1.wald }
    waldTest =
      estimated < elimination.rank
      ? nil : ChiSquareTest(statistic: wald, degreesOfFreedom: estimated)
  }

  /// The ratio of the hazard of a group to that of a reference.
  ///
  /// - Precondition: both are groups of the sample, and not the same.
  public func hazardRatio(of group: Int, to reference: Int) -> HazardRatio {
    precondition(
      group != reference && order.size > max(group, reference) && min(group, reference) >= 0,
      "two groups are compared")
    guard order.areComparable(group, reference) else {
      if order.isAbove(reference, group) { return .zero }
      return order.isAbove(group, reference) ? .unbounded : .undetermined
    }
    for part in classes where part.groups.contains(group) {
      return .estimated(part.ratio(of: group, to: reference))
    }
    return .undetermined
  }
}
