import Chains
import DeepLinear
import Ladder
import RandomStreams

/// One chain of `langevin` at full width from its first step on, at the matched temperature: it is
/// never compressed and never over.
///
/// Every step is judged, copies are kept, as in an ensemble. The minimum that the temperature is
/// matched at is found before the clock.
final class LangevinWorkload: Workload {
  private let chain: WideChain

  init(law: ChainLaw, chain index: UInt32) {
    let start = BenchLaw.start(law, chain: index, seed: BenchLaw.seed)
    chain = WideChain(
      law: law, state: start, stream: RandomStream(seed: BenchLaw.seed, index: 0),
      noise: Descent(law: law).noise(from: start.network))
  }

  func work() -> Int {
    guard case .running = chain.advance() else {
      preconditionFailure("a langevin chain of the bench must not end")
    }
    return Span.steps
  }
}

extension BenchLaw {
  /// Figure 1's law for isotropic noise of matched temperature.
  static func langevin(depth: Int, width: Int) throws -> ChainLaw {
    let law = try figure1(depth: depth, width: width, ridge: 0.1)
    return ChainLaw(
      motion: Motion(
        problem: law.problem, shape: law.shape, initialLaw: law.initialLaw,
        convention: law.convention, schedule: law.schedule,
        rung: .langevin(.matched, substeps: 1)),
      watch: Watch(event: law.event, horizon: law.horizon, follow: 1 << 40))
  }
}

extension Contender {
  /// Isotropic noise at width 100, and its normal numbers alone.
  static func langevin(depth: Int, on counts: [Int]) throws -> [Contender] {
    let law = try BenchLaw.langevin(depth: depth, width: 100)
    let parameters = law.shape.parameterCount
    return counts.flatMap { threads in
      [
        Contender(engine: .normals, depth: depth, width: 100, threads: threads) {
          NormalsWorkload(parameters: parameters, chain: UInt32($0) << 24)
        },
        Contender(engine: .langevin, depth: depth, width: 100, threads: threads) {
          LangevinWorkload(law: law, chain: UInt32($0) << 24)
        },
      ]
    }
  }
}
