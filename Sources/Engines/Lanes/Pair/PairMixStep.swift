// Unsafe code: weights and draws are read and written through the quartets' pointers.
import AbsorbingSets
import DeepLinear

/// The step along a mix of the entries' gradients, `Network.step(mix:of:coefficients:)`, and a kick
/// after it where the rung has one.
///
/// The residuals stand in a 2 x 2 matrix, zero where nothing is observed, which is carried down the
/// layers: 72 + 44 (inner - 1) multiplications and multiply-adds a lane at most.
struct PairMixStep<Kick: StepAddition>: PairStep {
  let substeps: Int
  /// How many vectors of factors a substep takes: N, or 0 where all take the same.
  private let stride: Int
  /// By place (0, 0), (0, 1), (1, 0), (1, 1): which factor is the entry's, a_k, and all bits set
  /// where the place is observed.
  private var factor: (Int, Int, Int, Int) = (0, 0, 0, 0)
  private var target: PairMatrix
  private var observed: (SIMD4<Int64>, SIMD4<Int64>, SIMD4<Int64>, SIMD4<Int64>)

  /// - Parameter redraws: whether each substep has factors of its own.
  init(_ problem: CompletionProblem, substeps: Int, redraws: Bool) {
    self.substeps = substeps
    stride = redraws ? problem.entries.count : 0
    var values = [Double](repeating: 0, count: 4)
    var masks = [Int64](repeating: 0, count: 4)
    var factors = [Int](repeating: 0, count: 4)
    for (k, entry) in problem.entries.enumerated() {
      let place = 2 * entry.row + entry.column
      (values[place], masks[place], factors[place]) = (entry.value, -1, k)
    }
    factor = (factors[0], factors[1], factors[2], factors[3])
    target = PairMatrix(
      a: SIMD4(repeating: values[0]), b: SIMD4(repeating: values[1]),
      c: SIMD4(repeating: values[2]),
      d: SIMD4(repeating: values[3]))
    observed = (
      SIMD4(repeating: masks[0]), SIMD4(repeating: masks[1]), SIMD4(repeating: masks[2]),
      SIMD4(repeating: masks[3])
    )
  }

  @inline(__always)
  func callAsFunction<let inner: Int>(_: InnerLayers<inner>, _ quartet: QuartetMemory, _ index: Int)
    -> PairMatrix
  {
    let layers = LaneBits.layers(quartet.weights)
    let decay = quartet.coefficients.pointee.decay
    let factors = quartet.draws.factors + index * stride
    let kicks = UnsafeRawPointer(quartet.draws.kicks + index * 4 * (inner + 2)).assumingMemoryBound(
      to: PairMatrix.self)

    var image = layers[0]
    var images = InlineArray<inner, PairMatrix>(repeating: image)
    for layer in 0..<inner {
      images[layer] = image
      image = layers[layer + 1].applied(to: image)
    }
    let last = layers[inner + 1]
    let product = last.applied(to: image)
    var pulls = PairMatrix(
      a: Self.pull(factors[factor.0], product.a, target.a, observed.0),
      b: Self.pull(factors[factor.1], product.b, target.b, observed.1),
      c: Self.pull(factors[factor.2], product.c, target.c, observed.2),
      d: Self.pull(factors[factor.3], product.d, target.d, observed.3))

    layers[inner + 1] = Self.kicked(last.moved(decay, pulls, image), kicks + (inner + 1))
    pulls = last.appliedTransposed(to: pulls)
    for layer in (0..<inner).reversed() {
      let old = layers[layer + 1]
      layers[layer + 1] = Self.kicked(old.moved(decay, pulls, images[layer]), kicks + (layer + 1))
      pulls = old.appliedTransposed(to: pulls)
    }
    let first = Self.kicked(layers[0].moved(decay, pulls), kicks)
    layers[0] = first
    return first
  }

  /// (-pull c_k) (A_k - a_k), or 0 where nothing is observed.
  @inline(__always)
  private static func pull(
    _ factor: SIMD4<Double>, _ value: SIMD4<Double>, _ target: SIMD4<Double>,
    _ observed: SIMD4<Int64>
  ) -> SIMD4<Double> {
    LaneBits.real(LaneBits.bits(factor * (value - target)) & observed)
  }

  @inline(__always)
  private static func kicked(_ matrix: PairMatrix, _ kick: UnsafePointer<PairMatrix>) -> PairMatrix
  {
    guard Kick.isMade else { return matrix }
    let kick = kick.pointee
    return PairMatrix(
      a: matrix.a + kick.a, b: matrix.b + kick.b, c: matrix.c + kick.c, d: matrix.d + kick.d)
  }
}
