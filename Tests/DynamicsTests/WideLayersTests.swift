import DeepLinear
import RandomStreams
import TestKit
import Testing

@testable import Chains
@testable import Engines

/// The full-width engine gives the bits of `Network.step`.
@Suite struct WideLayersTests {
  /// One path told to both.
  private struct Pair {
    let problem: CompletionProblem
    let layers: WideLayers
    var network: Network
    var numbers = TestNumbers(17)

    init(_ problem: CompletionProblem, _ hiddenWidths: [Int]) throws {
      self.problem = problem
      let shape = try NetworkShape(
        inputs: problem.columns, hiddenWidths: hiddenWidths, outputs: problem.rows)
      network = Network(
        shape: shape, law: .torchLinear, stream: RandomStream(seed: 3, index: 0), chain: 1)
      layers = WideLayers(network)
    }

    mutating func draw(_ step: Int) -> (CompletionProblem.Entry, StepCoefficients) {
      let phase = Schedule.Phase(steps: nil, learningRate: step % 50 < 30 ? 0.05 : 0.2, ridge: 0.1)
      let index = Int(numbers.next() % UInt64(problem.entries.count))
      return (problem.entries[index], StepCoefficients(phase: phase, convention: .figures))
    }

    mutating func step(_ step: Int) {
      let (entry, coefficients) = draw(step)
      network.step(entry: entry, coefficients: coefficients)
      layers.step(entry: entry, coefficients: coefficients)
    }
  }

  private static func square() throws -> CompletionProblem { try .twoByTwo(epsilon: 0.25) }
  private static func rectangle() throws -> CompletionProblem {
    try CompletionProblem(observed: [
      [1, nil, 0.5, nil, 0.2], [nil, 1, nil, 0.3, nil], [0.4, 0.7, nil, 1, nil],
    ])
  }

  @Test(arguments: [[100], [100, 100], [100, 100, 100], [100, 100, 100, 100]]) func widthHundred(
    hiddenWidths: [Int]
  ) throws {
    var pair = try Pair(Self.square(), hiddenWidths)
    for step in 0..<320 {
      pair.step(step)
      // Looking flushes the pending update; most steps are not looked at.
      if step % 37 == 0 { #expect(pair.layers.network == pair.network, "step \(step)") }
    }
    #expect(pair.layers.network == pair.network)
    #expect(abs(pair.layers.squaredNorm / pair.network.squaredNorm - 1) < 1e-13)
  }

  @Test(arguments: [[16], [17, 16], [16, 17, 18], [19, 64, 33], [30, 21, 17, 100]])
  func unevenWidths(hiddenWidths: [Int]) throws {
    for problem in [try Self.square(), try Self.rectangle()] {
      var pair = try Pair(problem, hiddenWidths)
      for step in 0..<200 { pair.step(step) }
      #expect(pair.layers.network == pair.network)
      let gram = pair.network.weights[0].transposed * pair.network.weights[0]
      let traces = pair.layers.firstLayerTraces
      #expect(abs(traces.trace / (0..<gram.rows).reduce(0) { $0 + gram[$1, $1] } - 1) < 1e-13)
      #expect(abs(traces.ofSquare / gram.squaredNorm - 1) < 1e-13)
    }
  }

  @Test(arguments: [[100], [100, 100], [40, 60, 50], [20, 30, 40, 50]]) func savingAndGoingBack(
    hiddenWidths: [Int]
  ) throws {
    var pair = try Pair(Self.square(), hiddenWidths)
    for step in 0..<60 { pair.step(step) }
    pair.layers.save()
    let kept = pair
    for step in 60..<130 { pair.step(step) }
    #expect(pair.layers.network == pair.network)
    // Leaves an update pending.
    pair.layers.step(entry: pair.problem.entries[0], coefficients: pair.draw(0).1)
    pair.layers.restore()
    #expect(kept.layers.network == kept.network)
    pair = kept
    for step in 60..<100 {
      pair.step(step)
      if step == 77 { pair.layers.flush() }
    }
    #expect(pair.layers.network == pair.network)
  }

  /// What was broken before must not come through a restore.
  @Test(arguments: [[100], [20, 30], [20, 30, 40]]) func goingBackFromInfinity(hiddenWidths: [Int])
    throws
  {
    var pair = try Pair(Self.square(), hiddenWidths)
    for step in 0..<20 { pair.step(step) }
    pair.layers.save()
    let violent = StepCoefficients(
      phase: .init(steps: nil, learningRate: 1e200, ridge: 0), convention: .figures)
    for _ in 0..<4 { pair.layers.step(entry: pair.problem.entries[1], coefficients: violent) }
    #expect(!pair.layers.squaredNorm.isFinite)
    pair.layers.restore()
    for step in 20..<60 { pair.step(step) }
    #expect(pair.layers.network == pair.network)
  }
}
