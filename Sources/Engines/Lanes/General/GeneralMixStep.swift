// Unsafe code: weights and draws are read and written through the quartets' pointers.
import DeepLinear

/// The step along a mix of the entries' gradients, `Network.step(mix:of:coefficients:)`, and a kick
/// after it where the rung has one: about 3 d_in multiply-adds a weight.
struct GeneralMixStep<Kick: StepAddition>: GeneralStep {
  private typealias Pointer = UnsafeMutablePointer<SIMD4<Double>>

  let substeps: Int
  private let layout: LaneLayout
  private let problem: CompletionProblem
  /// How many vectors of factors a substep takes: N, or 0 where all take the same.
  private let stride: Int

  /// - Parameter redraws: whether each substep has factors of its own.
  init(_ problem: CompletionProblem, layout: LaneLayout, substeps: Int, redraws: Bool) {
    (self.problem, self.layout, self.substeps) = (problem, layout, substeps)
    stride = redraws ? problem.entries.count : 0
  }

  private var columns: Int { layout.widths[0] }
  /// The room of one B_l.
  private var pullCount: Int { layout.largest * columns }
  /// Where P_l begins, for l = 2 ..< L.
  private func imageStart(_ layer: Int) -> Int {
    2 * pullCount + columns * layout.widths[2..<layer].reduce(0, +)
  }

  /// Two of B_1 ... B_L, and P_2 ... P_{L-1}.
  var scratch: Int { imageStart(max(layout.depth, 2)) }

  func callAsFunction(
    _ quartet: QuartetMemory, _ index: Int, _ scratch: UnsafeMutablePointer<SIMD4<Double>>
  ) {
    let depth = layout.depth
    let decay = quartet.coefficients.pointee.decay
    let kicks = quartet.draws.kicks + index * layout.count
    /// P_1 = W_1, which moves last.
    func image(_ layer: Int) -> Pointer {
      layer == 1 ? quartet.weights : scratch + imageStart(layer)
    }
    for layer in 2..<max(depth, 2) {
      apply(weights(quartet, layer), layer, image(layer - 1), image(layer))
    }

    var (pulls, below) = (scratch, scratch + pullCount)
    fill(
      pulls, quartet.draws.factors + index * stride, last: weights(quartet, depth),
      image: image(depth - 1))
    for layer in Swift.stride(from: depth, to: 1, by: -1) {
      let matrix = weights(quartet, layer)
      applyTransposed(matrix, layer, pulls, below)
      move(matrix, layer, decay, pulls, image(layer - 1), kicks + layout.starts[layer - 1])
      swap(&pulls, &below)
    }
    for place in 0..<layout.starts[1] {
      let moved = decay * quartet.weights[place] + pulls[place]
      quartet.weights[place] = Kick.isMade ? moved + kicks[place] : moved
    }
  }

  private func weights(_ quartet: QuartetMemory, _ layer: Int) -> UnsafeMutablePointer<
    SIMD4<Double>
  > {
    quartet.weights + layout.starts[layer - 1]
  }

  /// D: (-pull c_k) (A_k - a_k) at the observed places and 0 elsewhere.
  private func fill(
    _ pulls: UnsafeMutablePointer<SIMD4<Double>>, _ factors: UnsafePointer<SIMD4<Double>>,
    last: UnsafePointer<SIMD4<Double>>,
    image: UnsafePointer<SIMD4<Double>>
  ) {
    let width = layout.widths[layout.depth - 1]
    pulls.update(repeating: .zero, count: layout.widths[layout.depth] * columns)
    for (k, entry) in problem.entries.enumerated() {
      let value = LaneDot.sum(
        width, last + entry.row * width, image + entry.column, stride: columns)
      pulls[entry.row * columns + entry.column] = factors[k] * (value - entry.value)
    }
  }

  /// P_l = W_l P_{l-1}.
  private func apply(
    _ matrix: UnsafePointer<SIMD4<Double>>, _ layer: Int, _ input: UnsafePointer<SIMD4<Double>>,
    _ output: UnsafeMutablePointer<SIMD4<Double>>
  ) {
    let width = layout.widths[layer - 1]
    for i in 0..<layout.widths[layer] {
      for j in 0..<columns {
        output[i * columns + j] = LaneDot.sum(width, matrix + i * width, input + j, stride: columns)
      }
    }
  }

  /// B_{l-1} = W_l^T B_l.
  private func applyTransposed(
    _ matrix: UnsafePointer<SIMD4<Double>>, _ layer: Int, _ input: UnsafePointer<SIMD4<Double>>,
    _ output: UnsafeMutablePointer<SIMD4<Double>>
  ) {
    let width = layout.widths[layer - 1]
    for m in 0..<width {
      for j in 0..<columns {
        output[m * columns + j] = LaneDot.downColumns(
          layout.widths[layer], matrix + m, width, input + j, columns)
      }
    }
  }

  /// W_l <- decay W_l + B_l P_{l-1}^T, column after column of the data.
  private func move(
    _ matrix: UnsafeMutablePointer<SIMD4<Double>>, _ layer: Int, _ decay: SIMD4<Double>,
    _ pulls: UnsafePointer<SIMD4<Double>>,
    _ image: UnsafePointer<SIMD4<Double>>, _ kicks: UnsafePointer<SIMD4<Double>>
  ) {
    let width = layout.widths[layer - 1]
    for i in 0..<layout.widths[layer] {
      for m in 0..<width {
        let place = i * width + m
        var moved = decay * matrix[place]
        for j in 0..<columns {
          moved = moved.addingProduct(pulls[i * columns + j], image[m * columns + j])
        }
        matrix[place] = Kick.isMade ? moved + kicks[place] : moved
      }
    }
  }
}
