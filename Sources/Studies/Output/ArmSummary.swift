import Dynamics
import Ensemble
import Survival

/// What the chains of one arm say: counts, and estimates with their 95 % intervals where they are defined.
public struct ArmSummary: Equatable, Sendable {
  /// The arm's index in its plan.
  public let index: Int
  /// The arm.
  public let arm: Arm
  /// The chains.
  public let chains: Int
  /// The chains that entered the event's set within the horizon.
  public let entered: Int
  /// The chains that reached the horizon first.
  public let censored: Int
  /// The chains that diverged first.
  public let diverged: Int
  /// The chains that were seen in B_0.
  public let collapsed: Int
  /// The exits from the set in the follow-ups, over all chains; nil when chains are not followed.
  public let exits: Int?
  /// The steps at risk: the sum of the chains' times.
  public let chainSteps: Int
  /// The median time to the event, from the Kaplan-Meier curve with its log-log interval.
  public let median: QuantileEstimate?
  /// The mean of min(time, horizon); nil where the curve does not reach the horizon.
  public let restrictedMean: RestrictedMean?
  /// The share of the chains that entered.
  public let enteredFraction: BinomialProportion?
  /// The entries per step at risk.
  public let rate: PoissonRate?

  init(index: Int, arm: Arm, tally: OutcomeTally, curve: KaplanMeierEstimate?) throws(SurvivalError) {
    self.index = index
    self.arm = arm
    chains = tally.times.count
    entered = tally.entered
    censored = tally.censored
    diverged = tally.diverged
    collapsed = tally.collapsed
    exits = arm.law.follow > 0 ? tally.exits : nil
    chainSteps = tally.chainSteps
    median = curve?.median()
    let mean = try curve?.restrictedMean(to: Double(arm.law.horizon))
    restrictedMean = mean?.isExtrapolated == false ? mean : nil
    enteredFraction = chains > 0 ? try BinomialProportion(events: entered, trials: chains) : nil
    rate = chainSteps > 0 ? try PoissonRate(events: entered, exposure: Double(chainSteps)) : nil
  }
}
