// Unsafe code: the buffers of normal numbers and of factors.
import RandomStreams

/// Gaussian noise with the mean and the covariance of SGD's at the current point.
struct GaussianMatched: RungKind {
  static let word = "gaussian-matched"
  static let noise =
    "-eta sum_k sqrt(1/N) (g_k - gbar) xi_k at the current point: SGD's mean and covariance"
  static let options = [KindOption.substeps]

  let substeps: Int

  init(_ values: KindOption.Values) { substeps = values.whole("substeps") }

  var family: StepFamily { .mix(redrawn: true) }
  func normals(entries: Int, parameters: Int) -> Int { entries - 1 }

  func draws(of chain: ChainNumbers) -> @Sendable (_ step: Int) -> StepDraw {
    let mix = EntryMix(entries: chain.entries, substeps: substeps)
    let normals = chain.normals(mix.normals, substeps: substeps)
    return { .mix(normals($0).map(mix.mix)) }
  }

  func laneDraws(_ numbers: BatchNumbers) -> any LaneDraws {
    GaussianMix(numbers, substeps: substeps)
  }
}

extension Rung {
  /// Gaussian noise with SGD's covariance, in `substeps` parts, 1 to 4096.
  public static func gaussianMatched(substeps: Int) -> Rung {
    Rung(GaussianMatched.self, ["substeps": .whole(substeps)])
  }
}

/// The mix of `gaussian-matched`, from N - 1 normal numbers a substep: `EntryMix` in every lane.
private final class GaussianMix: LaneDraws {
  private let mix: EntryMix
  private let substeps: Int
  private let numbers: BatchNumbers
  /// None where there is a single entry.
  private let draws: NormalDraws?
  /// One quartet's at a time.
  private let normals: UnsafeMutablePointer<SIMD4<Double>>
  private let factors: QuartetBuffer<SIMD4<Double>>
  let longestStretch: Int

  init(_ numbers: BatchNumbers, substeps: Int) {
    (self.numbers, self.substeps) = (numbers, substeps)
    let entries = numbers.entries
    mix = EntryMix(entries: entries, substeps: substeps)
    draws = entries > 1 ? NormalDraws(count: mix.normals, substeps: substeps) : nil
    longestStretch = DrawStretch.longest(vectorsPerStep: (mix.normals + entries) * substeps)
    factors = QuartetBuffer(repeating: .zero, count: longestStretch * substeps * entries)
    normals = .allocate(capacity: longestStretch * substeps * mix.normals)
    normals.initialize(repeating: .zero, count: longestStretch * substeps * mix.normals)
  }

  deinit { normals.deallocate() }

  func memory(of quartet: Int, first: Int) -> QuartetDraws {
    QuartetDraws(factors: factors[quartet])
  }

  func draw(quartet: Int, of span: QuartetSpan, first: Int, steps: Int, push: SIMD4<Double>) {
    draws?.fill(
      normals, first: span.step &+ UInt64(first), steps: steps, chains: span.chains,
      stream: numbers.stream)
    let (mean, spread) = (SIMD4(repeating: mix.mean), SIMD4(repeating: mix.spread))
    for part in 0..<(steps * substeps) {
      let (zeta, factors) = (normals + part * mix.normals, factors[quartet] + part * mix.entries)
      var sum = SIMD4<Double>.zero
      for k in stride(from: mix.normals, to: 0, by: -1) {
        let deviation = sum.addingProduct(SIMD4(repeating: mix.fall[k - 1]), zeta[k - 1])
        factors[k] = push * mean.addingProduct(spread, deviation)
        sum = sum.addingProduct(SIMD4(repeating: mix.share[k - 1]), zeta[k - 1])
      }
      factors[0] = push * mean.addingProduct(spread, sum)
    }
  }
}
