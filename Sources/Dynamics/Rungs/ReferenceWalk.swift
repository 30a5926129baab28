import DeepLinear
import RandomStreams

/// One chain of any rung, moved by the scalar reference: what the engines agree with to the bit.
public struct ReferenceWalk: Sendable {
  /// theta_t.
  public private(set) var network: Network
  /// t.
  public private(set) var step: Int
  private let law: ChainLaw
  private let noise: MatchedNoise?
  private let draws: StepDraws
  private let scale: KickScale

  /// A walk from `network` = theta_`step`.
  ///
  /// - Parameter noise: what the rung needs to know of the minimum, for the rungs that do.
  public init(law: ChainLaw, seed: UInt64, arm: UInt32, chain: UInt32, network: Network, step: Int, noise: MatchedNoise?) {
    precondition(!law.rung.needsMinimum || noise != nil, "this rung needs the minimum of gradient descent")
    (self.law, self.network, self.step, self.noise) = (law, network, step, noise)
    draws = StepDraws(law: law, parameters: network.parameterCount, seed: seed, arm: arm, chain: chain)
    scale = KickScale(rung: law.rung, noise: noise?.summary, parameters: network.parameterCount)
  }

  /// theta_t -> theta_{t+1}.
  public mutating func advance() {
    let (phase, _) = law.schedule.phase(at: step)
    let coefficients = StepCoefficients(phase: phase, convention: law.convention, substeps: law.rung.substeps)
    switch draws.draw(at: step) {
    case .entry(let entry): network.step(entry: law.problem.entries[entry], coefficients: coefficients)
    case .weights(let parts):
      for weights in parts { network.step(weights: weights, of: law.problem, coefficients: coefficients) }
    case .normals(let parts):
      let equal = EntryWeights(entries: law.problem.entries.count, substeps: 1).equal
      for normals in parts {
        network.step(weights: equal, of: law.problem, coefficients: coefficients)
        network.add(kick(normals, scale(phase)))
      }
    }
    step += 1
  }

  /// What is added to the weights in a substep: scale * xi for `langevin`, sum_q (scale * zeta_q) n_q for `gaussian-frozen`, the first product
  /// rounded and the further ones multiply-adds.
  private func kick(_ normals: [Double], _ scale: Double) -> [Double] {
    guard case .gaussianFrozen = law.rung, let noise else { return normals.map { scale * $0 } }
    var result = [Double](repeating: 0, count: network.parameterCount)
    for (q, direction) in noise.directions.enumerated() {
      let factor = scale * normals[q]
      for index in result.indices {
        result[index] = q == 0 ? factor * direction[index] : result[index].addingProduct(factor, direction[index])
      }
    }
    return result
  }
}
