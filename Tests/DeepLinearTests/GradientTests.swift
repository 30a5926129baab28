import DeepLinear
import TestKit
import Testing

/// The step's gradient against derivatives of the loss that know nothing of it.
@Suite struct GradientTests {
  static let shapes = [
    [2, 2, 2], [1, 3, 1], [3, 4, 2], [2, 2, 2, 2], [2, 5, 3, 4], [5, 3, 7, 2], [3, 17, 20, 3],
    [4, 3, 3, 3, 2], [2, 3, 4, 5, 6, 3],
  ]

  /// (1/2) (A_k - a_k)^2 from the product of the matrices.
  private func loss(_ network: Network, _ entry: CompletionProblem.Entry) -> Double {
    let difference = network.product[entry.row, entry.column] - entry.value
    return difference * difference / 2
  }

  @Test(arguments: shapes) func aStepFollowsTheCentralDifferences(widths: [Int]) {
    var numbers = TestNumbers(UInt64(widths.count * 100 + widths[0]))
    for _ in 0..<4 {
      let network = numbers.network(widths, std: 0.7)
      let entry = CompletionProblem.Entry(
        row: Int(numbers.next() % UInt64(widths[widths.count - 1])),
        column: Int(numbers.next() % UInt64(widths[0])),
        value: numbers.normal())
      // Without a ridge and with c_data = 1, eta = 1 the step is minus the gradient.
      var moved = network
      moved.step(
        entry: entry,
        coefficients: StepCoefficients(
          phase: .init(steps: nil, learningRate: 1, ridge: 0), convention: .appendix))
      let size = (1 + loss(network, entry)) * (1 + network.squaredNorm)
      for layer in network.weights.indices {
        for index in network.weights[layer].elements.indices {
          let h = 0x1p-17
          var (up, down) = (network, network)
          up.weights[layer].elements[index] += h
          down.weights[layer].elements[index] -= h
          let numeric = (loss(up, entry) - loss(down, entry)) / (2 * h)
          let step = network.weights[layer].elements[index] - moved.weights[layer].elements[index]
          #expect(
            abs(step - numeric) < 1e-8 * size,
            "\(widths), layer \(layer + 1), weight \(index): \(step), \(numeric)")
        }
      }
    }
  }

  @Test(arguments: shapes) func theVectorsAreTheProductsOfTheLayersOnEitherSide(widths: [Int]) {
    var numbers = TestNumbers(77)
    let network = numbers.network(widths)
    let depth = network.weights.count
    let entry = CompletionProblem.Entry(row: widths[depth] - 1, column: widths[0] - 1, value: 0.5)
    let (value, forward, backward) = network.residual(of: entry)
    #expect(abs(value + 0.5 - network.product[entry.row, entry.column]) < 1e-12 * (1 + abs(value)))
    for layer in 1..<depth {
      // A_k = u_l . v_l on every layer between.
      let through = zip(backward[layer], forward[layer]).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(through - (value + 0.5)) < 1e-11 * (1 + network.squaredNorm))
      #expect(forward[layer].count == widths[layer] && backward[layer].count == widths[layer])
    }
  }
}
