import DeepLinear

/// What the additive rungs take from the minimum that gradient descent reaches from a chain's
/// start.
///
/// Gradient descent follows the schedule from theta_0 up to its noisiest phase, the last of those
/// with the largest learning rate (within one period of a schedule that repeats), and goes on with
/// that phase's values until it is at rest. Where it is given up before, the last weights stand for
/// the minimum. Where it diverges there is nothing to match and no noise: the chain then goes where
/// gradient descent goes.
public struct MinimumNoise: Equatable, Sendable {
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
  /// n_q = -(1/sqrt(N)) sum_k h_kq g_k for q = 1 ..< N, h of `EntryMix`: eta sum_q n_q zeta_q is
  /// the frozen noise of a step. Layer by layer and row by row. Empty where they are not kept.
  public let directions: [[Double]]

  /// The noise at a minimum: g_k there, in the convention and at the shape of the chain. Where the
  /// gradients are not finite there is no noise.
  ///
  /// - Parameter keepsDirections: `false` for a rung that needs the trace alone: N - 1 directions
  ///   take as much memory as as many networks.
  public init(
    minimum: Network, rank: Int?, problem: CompletionProblem, convention: Convention,
    keepsDirections: Bool = true
  ) {
    let gradients = problem.entries.map { minimum.entryGradient(of: $0, convention: convention) }
    let mix = EntryMix(entries: gradients.count, substeps: 1)
    let size = gradients.first?.count ?? 0
    var trace = 0.0
    var directions: [[Double]] = []
    for q in 1..<max(gradients.count, 1) {
      var axis = [Double](repeating: 0, count: mix.normals)
      axis[q - 1] = -mix.spread
      var direction = [Double](repeating: 0, count: size)
      for (k, factor) in mix.deviations(axis).enumerated() {
        for index in 0..<size {
          direction[index] = direction[index].addingProduct(factor, gradients[k][index])
        }
      }
      // The covariance is the sum of the directions' outer products, its trace the sum of their
      // squares.
      trace = direction.reduce(trace) { $0.addingProduct($1, $1) }
      if keepsDirections { directions.append(direction) }
    }
    guard trace.isFinite else {
      self.init(noDirections: directions.count, parameters: size)
      return
    }
    self.init(summary: Summary(trace: trace, rank: rank), directions: directions)
  }

  /// No noise, in so many directions.
  public init(noDirections count: Int, parameters: Int) {
    let zeros = [Double](repeating: 0, count: parameters)
    self.init(
      summary: Summary(trace: 0, rank: nil), directions: [[Double]](repeating: zeros, count: count))
  }

  private init(summary: Summary, directions: [[Double]]) {
    (self.summary, self.directions) = (summary, directions)
  }
}
