// Unsafe code: the buffer that normal numbers are written to.
import RandomStreams

/// Normal numbers as `langevin` draws them at width 2: 12 a step, 32 steps of four chains at a
/// time, into the first-level cache.
final class LaneNormalsWorkload: Workload {
  private static let fills = 64
  private let draws = NormalDraws(count: 12)
  private let first: UInt32
  private var step: UInt64 = 0
  private let output: UnsafeMutablePointer<SIMD4<Double>>

  init(first: UInt32) {
    self.first = first
    output = .allocate(capacity: Span.steps * draws.count)
  }

  deinit { output.deallocate() }

  func work() -> Int {
    let chains = SIMD4<UInt32>(0, 1, 2, 3) &+ first
    for _ in 0..<Self.fills {
      draws.fill(
        output, first: SIMD4(repeating: step), steps: Span.steps, chains: chains,
        stream: RandomStream(seed: BenchLaw.seed, index: 0))
      step += UInt64(Span.steps)
    }
    precondition(output[0][0].isFinite, "normal numbers are finite")
    return Self.fills * Span.steps * draws.count * 4
  }
}
