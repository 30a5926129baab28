import AbsorbingSets
import Chains
import DeepLinear
import TestKit
import Testing

@testable import Ensemble

@Suite struct ChainStateCodingTests {
  private func coded(_ state: ChainState) throws -> ChainState {
    let coding = try ChainStateCoding(state)
    return try ChainStateCoding.state(
      chain: Int(state.chain), step: state.step, widths: coding.widths, watch: coding.watch,
      weights: coding.weights)
  }

  @Test func everyBitOfEveryWeightIsKept() throws {
    var numbers = TestNumbers(1)
    for widths in [[2, 2, 2], [2, 7, 3], [1, 1, 1, 1, 1], [5, 20, 30, 2]] {
      var network = numbers.network(widths)
      let special: [Double] = [
        -0.0, .nan, .signalingNaN, Double(nan: 0x1234, signaling: false), .infinity, -.infinity,
        .leastNonzeroMagnitude,
        .greatestFiniteMagnitude, 1 + .ulpOfOne, 0.1,
      ]
      for index in special.indices {
        let layer = index % network.weights.count
        network.weights[layer].elements[(index / 2) % network.weights[layer].elements.count] =
          special[index]
      }
      var watch = PassageWatch(rank: 2, horizon: 1 << 48, follow: 7)
      watch.observe(level: 1, step: 3)
      watch.observe(level: nil, step: 4)
      let state = ChainState(chain: .max, step: 32 << 40, network: network, watch: watch)
      let found = try coded(state)
      #expect(
        found.chain == .max && found.step == 32 << 40 && found.watch == watch
          && found.network.widths == widths)
      for (a, b) in zip(found.network.weights, network.weights) {
        #expect(a.elements.map(\.bitPattern) == b.elements.map(\.bitPattern))
      }
    }
  }

  @Test func theLayoutIsLittleEndianLayerByLayer() throws {
    let network = Network(weights: [
      Matrix(rows: 1, columns: 2, elements: [1, -2]), Matrix(rows: 1, columns: 1, elements: [0.5]),
    ])
    let coding = try ChainStateCoding(
      ChainState(
        chain: 0, step: 0, network: network, watch: PassageWatch(rank: 0, horizon: 1, follow: 0)))
    #expect(coding.widths == "2 1 1")
    #expect(
      [UInt8](coding.weights) == [
        0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0xE0, 0x3F,
      ])
  }
}
