import DeepLinear
import RandomStreams

/// One chain of any rung, moved by the scalar reference: what the engines agree with to the bit.
public struct ReferenceWalk: Sendable {
  /// theta_t.
  public private(set) var network: Network
  /// t.
  public private(set) var step: Int
  private let motion: Motion
  private let noise: MinimumNoise?
  private let draw: @Sendable (_ step: Int) -> StepDraw

  /// A walk from `network` = theta_`step`.
  ///
  /// - Parameter noise: what the rung needs to know of the minimum, for the rungs that do.
  public init(
    _ motion: Motion, stream: RandomStream, chain: UInt32, network: Network, step: Int,
    noise: MinimumNoise?
  ) {
    precondition(
      !motion.rung.kind.needsMinimum || noise != nil,
      "this rung needs the minimum of gradient descent")
    (self.motion, self.network, self.step, self.noise) = (motion, network, step, noise)
    draw = motion.rung.kind.draws(
      of: ChainNumbers(
        motion.problem, parameters: network.parameterCount, stream: stream, chain: chain))
  }

  /// theta_t -> theta_{t+1}.
  public mutating func advance() {
    let (phase, _) = motion.schedule.phase(at: step)
    let coefficients = motion.coefficients(of: phase)
    let problem = motion.problem
    switch draw(step) {
    case .entry(let entry): network.step(entry: problem.entries[entry], coefficients: coefficients)
    case .shiftedEntry(let entry, let shift):
      network.step(entry: problem.entries[entry].shifted(by: shift), coefficients: coefficients)
    case .mix(let parts):
      for mix in parts { network.step(mix: mix, of: problem, coefficients: coefficients) }
    case .normals(let parts):
      let equal = EntryMix(entries: problem.entries.count, substeps: 1).equal
      let scale = motion.rung.kind.kickScale(
        phase, noise: noise?.summary, parameters: network.parameterCount)
      for normals in parts {
        network.step(mix: equal, of: problem, coefficients: coefficients)
        network.add(kick(normals, scale))
      }
    }
    step += 1
  }

  /// What is added to the weights in a substep: scale * xi, or sum_q (scale * zeta_q) n_q, the
  /// first product rounded and the further ones multiply-adds.
  private func kick(_ normals: [Double], _ scale: Double) -> [Double] {
    guard motion.rung.family.keepsDirections, let noise else { return normals.map { scale * $0 } }
    var result = [Double](repeating: 0, count: network.parameterCount)
    for (q, direction) in noise.directions.enumerated() {
      let factor = scale * normals[q]
      for index in result.indices {
        result[index] =
          q == 0 ? factor * direction[index] : result[index].addingProduct(factor, direction[index])
      }
    }
    return result
  }
}
