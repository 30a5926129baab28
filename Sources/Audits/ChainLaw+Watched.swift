import AbsorbingSets
import Chains

extension ChainLaw {
  /// The same law, watched for another event, horizon and time after the entry, by the chain's own
  /// weights; nothing is recorded.
  ///
  /// - Precondition: as for any law; `horizon` >= 1 and `follow` >= 0.
  public func watched(for event: AbsorbingSet, horizon: Int, follow: Int) -> ChainLaw {
    ChainLaw(motion: motion, watch: Watch(event: event, horizon: horizon, follow: follow))
  }
}
