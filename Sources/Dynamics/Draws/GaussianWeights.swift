// Unsafe code: the buffers of normal numbers and of factors.
import RandomStreams

/// The weights of `gaussian-matched`, from N - 1 normal numbers a substep: `EntryWeights` in every lane.
final class GaussianWeights: LaneDraws {
  private let weights: EntryWeights
  private let substeps: Int
  /// None where there is a single entry.
  private let draws: NormalDraws?
  private let source: DrawSource
  /// One quartet's at a time.
  private let normals: UnsafeMutablePointer<SIMD4<Double>>
  private let factors: QuartetBuffer<SIMD4<Double>>
  private let choices = QuartetBuffer(repeating: SIMD4<UInt64>.zero, count: 0)
  let longestStretch: Int

  init(entries: Int, substeps: Int, source: DrawSource) {
    (self.substeps, self.source) = (substeps, source)
    weights = EntryWeights(entries: entries, substeps: substeps)
    draws = entries > 1 ? NormalDraws(count: weights.normals, substeps: substeps) : nil
    longestStretch = DrawStretch.longest(vectorsPerStep: (weights.normals + entries) * substeps)
    factors = QuartetBuffer(repeating: .zero, count: longestStretch * substeps * entries)
    normals = .allocate(capacity: longestStretch * substeps * weights.normals)
    normals.initialize(repeating: .zero, count: longestStretch * substeps * weights.normals)
  }

  deinit { normals.deallocate() }

  func memory(of quartet: Int, first: Int) -> QuartetDraws {
    QuartetDraws(choices: choices[quartet], factors: factors[quartet], kicks: factors[quartet])
  }

  func draw(quartet: Int, of span: QuartetSpan, first: Int, steps: Int, push: SIMD4<Double>) {
    draws?.fill(
      normals, first: span.step &+ UInt64(first), steps: steps, chains: span.chains, seed: source.seed, arm: source.arm)
    let (mean, spread) = (SIMD4(repeating: weights.mean), SIMD4(repeating: weights.spread))
    for part in 0..<(steps * substeps) {
      let (zeta, factors) = (normals + part * weights.normals, factors[quartet] + part * weights.entries)
      var sum = SIMD4<Double>.zero
      for k in stride(from: weights.normals, to: 0, by: -1) {
        let deviation = sum.addingProduct(SIMD4(repeating: weights.fall[k - 1]), zeta[k - 1])
        factors[k] = push * mean.addingProduct(spread, deviation)
        sum = sum.addingProduct(SIMD4(repeating: weights.share[k - 1]), zeta[k - 1])
      }
      factors[0] = push * mean.addingProduct(spread, sum)
    }
  }
}
