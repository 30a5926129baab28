import AbsorbingSets
import Dynamics

extension ChainLaw {
  /// The same law, watched for another event, horizon and time after the entry, by the chain's own weights; nothing is recorded.
  ///
  /// - Precondition: as for any law; `horizon` >= 1 and `follow` >= 0.
  public func watched(for event: AbsorbingSet, horizon: Int, follow: Int) -> ChainLaw {
    ChainLaw(
      problem: problem, shape: shape, initialLaw: initialLaw, convention: convention, schedule: schedule, horizon: horizon,
      event: event, follow: follow, rung: rung)
  }
}
