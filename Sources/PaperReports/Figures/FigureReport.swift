import Chains
import Ensemble
import Studies

/// One figure of the paper as an ensemble: takes the chains of its study one by one, keeps what it needs of each, and says what they come to.
protocol FigureReport {
  /// Begins a report on the chains of a plan.
  ///
  /// - Throws: `FigureError` when the study lacks what the figure shows.
  init(study: Study, plan: EnsemblePlan) throws(FigureError)

  /// Takes a chain. Arms come in order, and the chains of an arm in order.
  mutating func add(arm: Int, chain: Int, _ outcome: ChainOutcome) throws

  /// What the chains came to.
  func answer() throws -> FigureAnswer
}
