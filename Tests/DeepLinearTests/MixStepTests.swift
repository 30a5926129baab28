import DeepLinear
import TestKit
import Testing

/// The step along weighted gradients against the step of one entry, which is tested against
/// derivatives.
@Suite struct MixStepTests {
  private static let problem = Result {
    try CompletionProblem(observed: [[1, nil, 0.5, nil], [nil, 1, nil, 0.3], [0.4, 0.7, nil, 1]])
  }
  private static let shapes = [
    [4, 3, 3], [4, 5, 3, 3], [4, 17, 20, 3], [4, 3, 6, 5, 3], [4, 3],
  ]
  private let coefficients = StepCoefficients(
    phase: .init(steps: nil, learningRate: 0.2, ridge: 0.1), convention: .figures)

  private func distance(_ a: Network, _ b: Network) -> Double {
    zip(a.weights, b.weights).flatMap { zip($0.elements, $1.elements) }.map { abs($0 - $1) }.max()
      ?? 0
  }

  @Test(arguments: shapes) func oneEntryAloneIsThatEntrysStep(widths: [Int]) throws {
    let problem = try Self.problem.get()
    var numbers = TestNumbers(3)
    let network = numbers.network(widths, std: 0.6)
    for (k, entry) in problem.entries.enumerated() {
      var (weighted, single) = (network, network)
      weighted.step(
        mix: problem.entries.indices.map { $0 == k ? 1 : 0 }, of: problem,
        coefficients: coefficients)
      single.step(entry: entry, coefficients: coefficients)
      #expect(
        distance(weighted, single) < 1e-14 * (1 + network.squaredNorm), "\(widths), entry \(k)")
      #expect(distance(weighted, network) > 1e-3)
    }
  }

  @Test(arguments: shapes) func itIsTheWeightedSumOfTheEntriesGradients(widths: [Int]) throws {
    let problem = try Self.problem.get()
    var numbers = TestNumbers(4)
    let network = numbers.network(widths, std: 0.6)
    let weights = problem.entries.map { _ in numbers.normal() }
    var moved = network
    moved.step(mix: weights, of: problem, coefficients: coefficients)
    var expected = network
    for layer in expected.weights.indices {
      expected.weights[layer].elements = expected.weights[layer].elements.map { 0.98 * $0 }
    }
    for (weight, entry) in zip(weights, problem.entries) {
      // pull = c_data eta, and c_data is in g_k already.
      expected.add(
        network.entryGradient(of: entry, convention: .figures).map { -0.2 * weight * $0 })
    }
    #expect(distance(moved, expected) < 1e-13 * (1 + network.squaredNorm))
  }

  /// A linear model by hand: W <- decay W - pull c_k (W_k - a_k) at the observed places, decay W
  /// elsewhere.
  @Test func oneLayerIsALinearModel() throws {
    let problem = try CompletionProblem(observed: [[1, nil], [0.25, 1]])
    var network = Network(weights: [Matrix(rows: 2, columns: 2, elements: [0.5, 2, -1, 3])])
    network.step(
      mix: [1, 2, 0.5], of: problem,
      coefficients: StepCoefficients(
        phase: .init(steps: nil, learningRate: 0.5, ridge: 0.5), convention: .appendix))
    #expect(network.weights[0].elements == [0.75 * 0.5 + 0.5 * 0.5, 1.5, -0.75 + 1.25, 2.25 - 0.5])
    network.step(
      entry: problem.entries[1],
      coefficients: StepCoefficients(
        phase: .init(steps: nil, learningRate: 0.5, ridge: 1), convention: .figures))
    #expect(network.weights[0].elements == [0.3125, 0.75, 0.25 - 0.25, 0.875])
  }

  @Test func aKickIsAddedLayerByLayerAndRowByRow() {
    var network = Network(weights: [
      Matrix(rows: 2, columns: 1, elements: [1, 2]), Matrix(rows: 1, columns: 2, elements: [3, 4]),
    ])
    network.add([0.5, 0.25, 0.125, -1])
    #expect(network.weights.flatMap(\.elements) == [1.5, 2.25, 3.125, 3])
  }
}
