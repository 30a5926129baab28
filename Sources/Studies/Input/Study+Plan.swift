import Ensemble

extension Study {
  /// What the ensemble is to be.
  ///
  /// - Parameters:
  ///   - chains: How many chains every arm is to have, in place of the study's numbers.
  ///   - seed: The seed, in place of the study's.
  /// - Throws: `StudyError` when `chains` is out of range.
  public func plan(chains: Int? = nil, seed: UInt64? = nil) throws(StudyError) -> EnsemblePlan {
    if let chains, !(1...Self.mostChains).contains(chains) {
      throw StudyError(
        file: "command line", line: nil, key: "chains",
        message: "expected a whole number from 1 to \(Self.mostChains), found \(chains)")
    }
    let seed = seed ?? self.seed
    return EnsemblePlan(
      name: name, arms: chains == nil ? arms : arms.map(\.withPlannedChains),
      chains: chains ?? self.chains, seed: seed,
      identity: PlanIdentity(arms: arms, seed: seed).text)
  }
}
