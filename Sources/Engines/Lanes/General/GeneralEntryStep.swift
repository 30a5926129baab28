// Unsafe code: weights and draws are read and written through the quartets' pointers.
import DeepLinear

/// The step along one entry's gradient: `Network.step(entry:coefficients:)`, about 3 multiply-adds
/// a weight of the inner layers.
struct GeneralEntryStep<Shift: StepAddition>: GeneralStep {
  private typealias Vector = SIMD4<Double>

  private let layout: LaneLayout
  private let entries: [CompletionProblem.Entry]

  init(_ problem: CompletionProblem, layout: LaneLayout) {
    self.layout = layout
    entries = problem.entries
  }

  var substeps: Int { 1 }
  /// v_0 ... v_{L-1} and u_1 ... u_L.
  var scratch: Int { 2 * layout.widths.count * layout.largest }

  func callAsFunction(
    _ quartet: QuartetMemory, _ index: Int, _ scratch: UnsafeMutablePointer<SIMD4<Double>>
  ) {
    let (widths, starts) = (layout.widths, layout.starts)
    let (depth, largest) = (layout.depth, layout.largest)
    let weights = quartet.weights
    let (decay, push) = (quartet.coefficients.pointee.decay, quartet.coefficients.pointee.push)
    let choice = quartet.draws.choices[index]
    var (rows, columns, values) = (SIMD4<Int64>.zero, SIMD4<Int64>.zero, Vector.zero)
    for lane in 0..<4 {
      let entry = entries[Int(choice[lane])]
      (rows[lane], columns[lane], values[lane]) = (
        Int64(entry.row), Int64(entry.column), entry.value
      )
    }
    if Shift.isMade { values += quartet.draws.shifts[index] }
    func forward(_ layer: Int) -> UnsafeMutablePointer<SIMD4<Double>> { scratch + layer * largest }
    func backward(_ layer: Int) -> UnsafeMutablePointer<SIMD4<Double>> {
      scratch + (depth + layer) * largest
    }

    for i in 0..<widths[1] {
      for lane in 0..<4 { forward(1)[i][lane] = weights[i * widths[0] + Int(columns[lane])][lane] }
    }
    for layer in 2..<max(depth, 2) {
      apply(weights + starts[layer - 1], layer, forward(layer - 1), forward(layer))
    }
    let last = weights + starts[depth - 1]
    let width = widths[depth - 1]
    for j in 0..<width {
      for lane in 0..<4 { backward(depth - 1)[j][lane] = last[Int(rows[lane]) * width + j][lane] }
    }
    let g = push * (LaneDot.sum(width, backward(depth - 1), forward(depth - 1)) - values)
    for layer in stride(from: depth - 1, to: 1, by: -1) {
      applyTransposed(weights + starts[layer - 1], layer, backward(layer), backward(layer - 1))
    }

    for i in 0..<widths[1] {
      for j in 0..<widths[0] {
        let decayed = decay * weights[i * widths[0] + j]
        weights[i * widths[0] + j] = decayed.replacing(
          with: decayed.addingProduct(g, backward(1)[i]), where: columns .== Int64(j))
      }
    }
    for layer in 2..<max(depth, 2) {
      let matrix = weights + starts[layer - 1]
      for i in 0..<widths[layer] {
        let factor = g * backward(layer)[i]
        for j in 0..<widths[layer - 1] {
          let index = i * widths[layer - 1] + j
          matrix[index] = (decay * matrix[index]).addingProduct(factor, forward(layer - 1)[j])
        }
      }
    }
    for i in 0..<widths[depth] {
      for j in 0..<width {
        let decayed = decay * last[i * width + j]
        last[i * width + j] = decayed.replacing(
          with: decayed.addingProduct(g, forward(depth - 1)[j]), where: rows .== Int64(i))
      }
    }
  }

  /// v_l = W_l v_{l-1}.
  private func apply(
    _ matrix: UnsafePointer<SIMD4<Double>>, _ layer: Int, _ input: UnsafePointer<SIMD4<Double>>,
    _ output: UnsafeMutablePointer<SIMD4<Double>>
  ) {
    let columns = layout.widths[layer - 1]
    for i in 0..<layout.widths[layer] {
      output[i] = LaneDot.sum(columns, matrix + i * columns, input)
    }
  }

  /// u_{l-1} = W_l^T u_l.
  private func applyTransposed(
    _ matrix: UnsafePointer<SIMD4<Double>>, _ layer: Int, _ input: UnsafePointer<SIMD4<Double>>,
    _ output: UnsafeMutablePointer<SIMD4<Double>>
  ) {
    let columns = layout.widths[layer - 1]
    for j in 0..<columns {
      output[j] = LaneDot.downColumns(layout.widths[layer], matrix + j, columns, input, 1)
    }
  }
}
