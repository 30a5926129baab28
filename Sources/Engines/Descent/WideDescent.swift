// Unsafe code: sums over aligned memory.
import DeepLinear
import Ladder

/// Gradient descent of one network at full width, to the bits of `ScalarDescent`.
package final class WideDescent: DescentMover {
  private typealias Vector = WideLayers.Vector

  private let problem: CompletionProblem
  private let mix: [Double]
  private var state: (layers: WideLayers, gradient: WideGradient, coefficients: StepCoefficients)?

  package init(_ problem: CompletionProblem) {
    self.problem = problem
    mix = EntryMix(entries: problem.entries.count, substeps: 1).equal
  }

  package var places: Int { 1 }

  package func load(_ network: Network, _ coefficients: StepCoefficients, place: Int) {
    let layers = WideLayers(network)
    state = (layers, WideGradient(layers, problem: problem), coefficients)
  }

  package func set(_ coefficients: StepCoefficients, place: Int) {
    state?.coefficients = coefficients
  }

  package func move(steps: Int) {
    guard let (layers, gradient, coefficients) = state else { return }
    layers.save()
    for _ in 0..<steps { gradient.step(mix: mix, coefficients: coefficients) }
  }

  package func progress(at place: Int) -> DescentProgress {
    var progress = DescentProgress(squaredNorm: 0, squaredMove: 0)
    guard let layers = state?.layers else { return progress }
    for layer in 1...layers.depth {
      let sums = layer == 1 ? Self.firstSums(layers) : Self.sums(layers, layer)
      progress.squaredNorm += Self.total(sums.norm)
      progress.squaredMove += Self.total(sums.move)
    }
    return progress
  }

  package func network(at place: Int) -> Network {
    guard let state else { preconditionFailure("a free place holds no network") }
    return state.layers.network
  }

  package func vacate(place: Int) { state = nil }

  /// The running sums of `OrderedDot` for a layer's weights and their move, row by row: term k goes
  /// to running sum k mod 4. Where a row begins in the middle of a four, the sums are turned until
  /// its first number meets its own; the zeros of the padding change nothing.
  private static func sums(_ layers: WideLayers, _ layer: Int) -> (norm: Vector, move: Vector) {
    let (rows, columns, length) = (
      layers.widths[layer], layers.widths[layer - 1], layers.padded[layer - 1]
    )
    let (now, before) = (
      layers.weights + layers.starts[layer - 1], layers.saved + layers.starts[layer - 1]
    )
    var (norm, move) = (Vector.zero, Vector.zero)
    func turn(_ times: Int) {
      for _ in 0..<times {
        norm = Vector(norm[1], norm[2], norm[3], norm[0])
        move = Vector(move[1], move[2], move[3], move[0])
      }
    }
    for i in 0..<rows {
      for index in (i * length)..<((i + 1) * length) {
        let (weight, difference) = (now[index], now[index] - before[index])
        norm = norm.addingProduct(weight, weight)
        move = move.addingProduct(difference, difference)
      }
      turn(columns % 4)
    }
    turn((4 - rows * columns % 4) % 4)
    return (norm, move)
  }

  /// The same for W_1, which is kept column by column.
  private static func firstSums(_ layers: WideLayers) -> (norm: Vector, move: Vector) {
    var (norm, move) = (Vector.zero, Vector.zero)
    for k in 0..<(layers.widths[1] * layers.widths[0]) {
      let (i, j) = k.quotientAndRemainder(dividingBy: layers.widths[0])
      let index = j * layers.padded[1] + i / 4
      let (weight, before) = (layers.weights[index][i % 4], layers.saved[index][i % 4])
      norm[k % 4] = norm[k % 4].addingProduct(weight, weight)
      move[k % 4] = move[k % 4].addingProduct(weight - before, weight - before)
    }
    return (norm, move)
  }

  private static func total(_ sums: Vector) -> Double { (sums[0] + sums[1]) + (sums[2] + sums[3]) }
}
