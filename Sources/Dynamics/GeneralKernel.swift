// Unsafe code: weights are read and written through the quartets' pointers.
import AbsorbingSets
import DeepLinear

/// The kernel of any other network: loops over layers, rows and columns, four chains to a vector.
///
/// Costs about 3 multiply-adds a weight and step for the inner layers; the entry screen costs w_1 d_in (d_in + 1)/2 more.
/// Membership, where it is asked for, goes chain by chain.
struct GeneralKernel: LaneKernel {
  private typealias Vector = SIMD4<Double>

  private let widths: [Int]
  /// Where each layer's weights begin.
  private let starts: [Int]
  private let entries: [CompletionProblem.Entry]
  private let screen: EntryScreen
  private let membership: Membership

  init(law: ChainLaw, shape: NetworkShape) {
    widths = shape.widths
    var starts = [0]
    for layer in 1...shape.depth { starts.append(starts[layer - 1] + widths[layer] * widths[layer - 1]) }
    self.starts = starts
    entries = law.problem.entries
    screen = EntryScreen(law.event, smallerSide: min(widths[0], widths[1]))
    membership = Membership(law.event)
  }

  func runScreened(
    _ quartets: UnsafeBufferPointer<QuartetMemory>, first: Int, steps: Int, suspects: UnsafeMutablePointer<SIMD4<Int64>>
  ) {
    withScratch { scratch in
      for index in quartets.indices {
        for offset in first..<(first + steps) {
          step(quartets[index], offset, scratch)
          for lane in 0..<4 where mayBeInside(quartets[index].weights, lane, scratch) { suspects[index][lane] = -1 }
        }
      }
    }
  }

  func runWatched(
    _ quartet: QuartetMemory, first: Int, steps: Int, levels: inout [Int?], report: (Int, Int, Int?) -> Void
  ) {
    withScratch { scratch in
      for offset in first..<(first + steps) {
        step(quartet, offset, scratch)
        for lane in 0..<4 {
          let level =
            mayBeInside(quartet.weights, lane, scratch)
            ? membership.level(of: LaneWeights.network(quartet.weights, lane: lane, widths: widths)) : nil
          if level != levels[lane] {
            levels[lane] = level
            report(lane, offset - first + 1, level)
          }
        }
      }
    }
  }

  /// v_0 ... v_{L-1} and u_1 ... u_L of one step, then the Gram matrix of W_1: room for both.
  private func withScratch(_ body: (UnsafeMutablePointer<SIMD4<Double>>) -> Void) {
    let largest = widths.max() ?? 1
    let count = 2 * widths.count * largest + 1
    withUnsafeTemporaryAllocation(of: SIMD4<Double>.self, capacity: count) { buffer in
      guard let base = buffer.baseAddress else { return }
      base.initialize(repeating: .zero, count: count)
      body(base)
    }
  }

  /// One SGD step in every lane, the bits of `Network.step`.
  private func step(_ quartet: QuartetMemory, _ offset: Int, _ scratch: UnsafeMutablePointer<SIMD4<Double>>) {
    let depth = widths.count - 1
    let largest = widths.max() ?? 1
    let weights = quartet.weights
    let (decay, push) = quartet.coefficients.pointee
    let choice = quartet.choices[offset]
    var (rows, columns, values) = (SIMD4<Int64>.zero, SIMD4<Int64>.zero, Vector.zero)
    for lane in 0..<4 {
      let entry = entries[Int(choice[lane])]
      (rows[lane], columns[lane], values[lane]) = (Int64(entry.row), Int64(entry.column), entry.value)
    }
    func forward(_ layer: Int) -> UnsafeMutablePointer<SIMD4<Double>> { scratch + layer * largest }
    func backward(_ layer: Int) -> UnsafeMutablePointer<SIMD4<Double>> { scratch + (depth + layer) * largest }

    for i in 0..<widths[1] {
      for lane in 0..<4 { forward(1)[i][lane] = weights[i * widths[0] + Int(columns[lane])][lane] }
    }
    for layer in 2..<max(depth, 2) { apply(weights + starts[layer - 1], layer, forward(layer - 1), forward(layer)) }
    let last = weights + starts[depth - 1]
    let width = widths[depth - 1]
    for j in 0..<width {
      for lane in 0..<4 { backward(depth - 1)[j][lane] = last[Int(rows[lane]) * width + j][lane] }
    }
    let g = push * (dot(width, backward(depth - 1), forward(depth - 1)) - values)
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
    for i in 0..<widths[layer] { output[i] = dot(widths[layer - 1], matrix + i * widths[layer - 1], input) }
  }

  /// u_{l-1} = W_l^T u_l.
  private func applyTransposed(
    _ matrix: UnsafePointer<SIMD4<Double>>, _ layer: Int, _ input: UnsafePointer<SIMD4<Double>>,
    _ output: UnsafeMutablePointer<SIMD4<Double>>
  ) {
    for j in 0..<widths[layer - 1] {
      var sum = matrix[j] * input[0]
      for i in 1..<max(widths[layer], 1) { sum = sum.addingProduct(matrix[i * widths[layer - 1] + j], input[i]) }
      output[j] = sum
    }
  }

  /// `OrderedDot.sum` in every lane.
  private func dot(_ count: Int, _ a: UnsafePointer<SIMD4<Double>>, _ b: UnsafePointer<SIMD4<Double>>) -> SIMD4<Double> {
    guard count >= OrderedDot.lanesFrom else {
      var sum = a[0] * b[0]
      for k in 1..<max(count, 1) { sum = sum.addingProduct(a[k], b[k]) }
      return sum
    }
    var sums = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
    var k = 0
    while k < count {
      sums.0 = sums.0.addingProduct(a[k], b[k])
      if k + 1 < count { sums.1 = sums.1.addingProduct(a[k + 1], b[k + 1]) }
      if k + 2 < count { sums.2 = sums.2.addingProduct(a[k + 2], b[k + 2]) }
      if k + 3 < count { sums.3 = sums.3.addingProduct(a[k + 3], b[k + 3]) }
      k += 4
    }
    return (sums.0 + sums.1) + (sums.2 + sums.3)
  }

  /// The entry screen on W_1 of one lane.
  private func mayBeInside(
    _ weights: UnsafePointer<SIMD4<Double>>, _ lane: Int, _ scratch: UnsafeMutablePointer<SIMD4<Double>>
  ) -> Bool {
    let (rows, columns) = (widths[1], widths[0])
    let traces = GramTraces.of(rows: min(rows, columns), columns: max(rows, columns)) { i, j in
      rows <= columns ? weights[i * columns + j][lane] : weights[j * columns + i][lane]
    }
    return !screen.rejects(trace: traces.trace, traceOfSquare: traces.ofSquare)
  }
}
