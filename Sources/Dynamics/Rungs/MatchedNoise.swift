import DeepLinear

/// What the additive rungs take from the minimum that gradient descent reaches from a chain's start.
///
/// Gradient descent follows the schedule from theta_0 up to its noisiest phase, the last of those with the largest learning rate (within one
/// period of a schedule that repeats), and goes on with that phase's values until it is at rest. Where it is given up before, the last weights
/// stand for the minimum. Where it diverges there is nothing to match and no noise: the chain then goes where gradient descent goes.
public struct MatchedNoise: Equatable, Sendable {
  /// What a chain's row keeps of it.
  public struct Summary: Equatable, Sendable {
    /// tr Sigma at the minimum.
    public let trace: Double
    /// The rank of A at the minimum; nil where gradient descent did not come to rest.
    public let rank: Int?

    /// Makes a summary.
    public init(trace: Double, rank: Int?) {
      (self.trace, self.rank) = (trace, rank)
    }
  }

  /// What a chain's row keeps.
  public let summary: Summary
  /// n_q = -(1/sqrt(N)) sum_k h_kq g_k for q = 1 ..< N, h of `EntryWeights`: eta sum_q n_q zeta_q is the frozen noise of a step. Layer by layer
  /// and row by row. Empty where they are not kept.
  public let directions: [[Double]]

  /// The noise at a minimum: g_k there, in the convention and at the shape of the chain. Where the gradients are not finite there is no noise.
  ///
  /// - Parameter keepsDirections: `false` for a rung that needs the trace alone: N - 1 directions take as much memory as as many networks.
  public init(minimum: Network, rank: Int?, problem: CompletionProblem, convention: Convention, keepsDirections: Bool = true) {
    let gradients = problem.entries.map { minimum.entryGradient(of: $0, convention: convention) }
    let weights = EntryWeights(entries: gradients.count, substeps: 1)
    let size = gradients.first?.count ?? 0
    var trace = 0.0
    var directions: [[Double]] = []
    for q in 1..<max(gradients.count, 1) {
      var axis = [Double](repeating: 0, count: weights.normals)
      axis[q - 1] = -weights.spread
      var direction = [Double](repeating: 0, count: size)
      for (k, factor) in weights.deviations(axis).enumerated() {
        for index in 0..<size { direction[index] = direction[index].addingProduct(factor, gradients[k][index]) }
      }
      // The covariance is the sum of the directions' outer products, its trace the sum of their squares.
      trace = direction.reduce(trace) { $0.addingProduct($1, $1) }
      if keepsDirections { directions.append(direction) }
    }
    guard trace.isFinite else {
      self.init(noDirections: directions.count, parameters: size)
      return
    }
    self.init(summary: Summary(trace: trace, rank: rank), directions: directions)
  }

  /// The noise that a law's rung takes from where gradient descent has led.
  init(at rest: Descent.Rest, law: ChainLaw) {
    let isFrozen = if case .gaussianFrozen = law.rung { true } else { false }
    guard rest.ending != .diverged else {
      // Weights beyond the limit may still be finite, and so may their gradients.
      self.init(noDirections: isFrozen ? max(law.problem.entries.count, 1) - 1 : 0, parameters: rest.network.parameterCount)
      return
    }
    self.init(
      minimum: rest.network, rank: rest.isAtRest ? rest.rank : nil, problem: law.problem, convention: law.convention,
      keepsDirections: isFrozen)
  }

  /// No noise, in so many directions.
  private init(noDirections count: Int, parameters: Int) {
    let zeros = [Double](repeating: 0, count: parameters)
    self.init(summary: Summary(trace: 0, rank: nil), directions: [[Double]](repeating: zeros, count: count))
  }

  private init(summary: Summary, directions: [[Double]]) {
    (self.summary, self.directions) = (summary, directions)
  }
}
