import Chains
import Ensemble
import Survival

/// What the chains of one arm say: counts, and estimates with their 95 % intervals where they are
/// defined.
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
  /// How the chains ended: every way, and censored at the horizon. All are watched to the horizon,
  /// so the shares are the incidences there.
  public let endings: [Ending]
  /// Where the hazard of an entry is flat, and its rate there; nil where no plateau is found.
  public let plateau: HazardPlateau?

  /// One way in which chains ended.
  public struct Ending: Equatable, Sendable {
    /// The way.
    public let name: String
    /// Its share of the chains, with the exact interval.
    public let share: BinomialProportion
  }

  init(index: Int, arm: Arm, tally: OutcomeTally, curve: KaplanMeierEstimate?) throws(SurvivalError)
  {
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
    plateau = try curve.flatMap { (curve) throws(SurvivalError) in try HazardPlateau(curve.sample) }
    var endings: [Ending] = []
    for (cause, name) in (OutcomeTally.causes + ["censored"]).enumerated() where chains > 0 {
      let count = tally.causes.count { $0 == (cause + 1) % (OutcomeTally.causes.count + 1) }
      endings.append(
        Ending(name: name, share: try BinomialProportion(events: count, trials: chains)))
    }
    self.endings = endings
  }
}
