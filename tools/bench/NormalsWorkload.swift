// Unsafe code: the buffer that normals are written to.
import RandomStreams

/// The normal numbers of a langevin step and nothing else, drawn step after step. The unit is one
/// number.
final class NormalsWorkload: Workload {
  private let draws: NormalDraws
  private let address: StreamAddress
  private let buffer: UnsafeMutablePointer<Double>
  private var step = 0

  /// As many numbers a step as a network has weights.
  init(parameters: Int, chain: UInt32) {
    draws = NormalDraws(count: parameters, substeps: 1)
    address = StreamAddress(
      stream: RandomStream(seed: BenchLaw.seed, index: 0), chain: chain, purpose: .noise)
    buffer = .allocate(capacity: parameters)
    buffer.initialize(repeating: 0, count: parameters)
  }

  deinit { buffer.deallocate() }

  func work() -> Int {
    draws.fill(buffer, step: step, of: address)
    step += 1
    precondition(buffer[0].isFinite, "normal numbers are finite")
    return draws.count
  }
}
