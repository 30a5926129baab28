// Unsafe code: images and preimages of the data in aligned memory.
import DeepLinear

/// Steps of one wide network along mixes of the entries' gradients, the bits of
/// `Network.step(mix:of:coefficients:)`.
///
/// Each inner matrix is read twice and written once a step: up for P_l = W_l P_{l-1}, then down for
/// B_{l-1} = W_l^T B_l and the update. Costs 2 d_in + d_in + 1 operations a weight.
final class WideGradient {
  typealias Vector = WideLayers.Vector
  typealias Pointer = WideLayers.Pointer

  private let layers: WideLayers
  private let problem: CompletionProblem
  /// Columns of the data, with a column of zeros where their number is odd.
  private let columns: Int
  /// P_2 ... P_{L-1} and B_1 ... B_{L-1}, column by column. P_1 is W_1 itself.
  private let images: [Pointer]
  private let preimages: [Pointer]
  /// D, row by row.
  private var pulls: [Double]

  init(_ layers: WideLayers, problem: CompletionProblem) {
    (self.layers, self.problem) = (layers, problem)
    let columns = WideLayers.evenColumns(problem.columns)
    self.columns = columns
    func zeros(_ layer: Int) -> Pointer {
      let count = columns * layers.padded[layer]
      let pointer = Pointer.allocate(capacity: count)
      pointer.initialize(repeating: .zero, count: count)
      return pointer
    }
    images = (2..<max(layers.depth, 2)).map(zeros)
    preimages = (1..<layers.depth).map(zeros)
    pulls = [Double](repeating: 0, count: problem.rows * columns)
  }

  deinit {
    for pointer in images + preimages { pointer.deallocate() }
  }

  /// One step along the mix c_k of the entries' gradients.
  func step(mix: [Double], coefficients: StepCoefficients) {
    layers.flush()
    for layer in 2..<max(layers.depth, 2) {
      sweep(layer).multiply(image(layer - 1), into: image(layer))
    }
    setPulls(mix, pull: coefficients.pull)
    moveLast(decay: coefficients.decay)
    for layer in stride(from: layers.depth - 1, to: 1, by: -1) {
      sweep(layer).moveBack(
        left: preimages[layer - 1], right: image(layer - 1), into: preimages[layer - 2],
        decay: coefficients.decay)
    }
    let (first, moved) = (layers.weights, preimages[0])
    for index in 0..<(problem.columns * layers.padded[1]) {
      first[index] = coefficients.decay * first[index] + moved[index]
    }
  }

  private func image(_ layer: Int) -> Pointer { layer == 1 ? layers.weights : images[layer - 2] }

  private func sweep(_ layer: Int) -> GradientSweep {
    GradientSweep(
      matrix: layers.weights + layers.starts[layer - 1], rows: 4 * layers.padded[layer],
      length: layers.padded[layer - 1],
      columns: columns)
  }

  /// D from the residuals of the old weights.
  private func setPulls(_ mix: [Double], pull: Double) {
    let length = layers.padded[layers.depth - 1]
    let (last, top) = (layers.weights + layers.starts[layers.depth - 1], image(layers.depth - 1))
    for (factor, entry) in zip(mix, problem.entries) {
      let value =
        WideLayers.dot(length, last + entry.row * length, top + entry.column * length) - entry.value
      pulls[entry.row * columns + entry.column] = (-pull * factor) * value
    }
  }

  /// B_{L-1} = W_L^T D, and then W_L <- decay W_L + D P_{L-1}^T.
  private func moveLast(decay: Double) {
    let length = layers.padded[layers.depth - 1]
    let (top, output) = (image(layers.depth - 1), preimages[layers.depth - 2])
    output.update(repeating: .zero, count: columns * length)
    for i in 0..<problem.rows {
      let row = layers.weights + layers.starts[layers.depth - 1] + i * length
      for j in 0..<problem.columns {
        let (pull, column) = (Vector(repeating: pulls[i * columns + j]), output + j * length)
        for k in 0..<length { column[k] = column[k].addingProduct(row[k], pull) }
      }
      for k in 0..<length { row[k] = decay * row[k] }
      for j in 0..<problem.columns {
        let (pull, column) = (Vector(repeating: pulls[i * columns + j]), top + j * length)
        for k in 0..<length { row[k] = row[k].addingProduct(pull, column[k]) }
      }
    }
  }
}
