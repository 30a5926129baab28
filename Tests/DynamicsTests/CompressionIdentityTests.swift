import AbsorbingSets
import DeepLinear
import RandomStreams
import TestKit
import Testing

@testable import Chains
@testable import Engines

/// What a compression keeps and what it says it drops.
@Suite struct CompressionIdentityTests {
  static let shapes = [
    [2, 100, 2], [2, 100, 100, 2], [2, 30, 50, 40, 2], [2, 40, 30, 5], [5, 40, 30, 2], [3, 20, 4],
    [4, 20, 25, 3], [1, 10, 10, 1],
    [3, 3, 3], [4, 3, 5, 3],
  ]

  private func distance(_ a: Matrix, _ b: Matrix) -> Double {
    zip(a.elements, b.elements).map { abs($0 - $1) }.max() ?? 0
  }

  /// For any network at all: the widths, the product, and ||W_l||^2 = ||W'_l||^2 + ||R_l||^2.
  @Test(arguments: shapes) func theProductIsKept(widths: [Int]) throws {
    var numbers = TestNumbers(UInt64(widths[0] * 10 + widths.count))
    for std in [1, 1e-3] {
      let network = numbers.network(widths, std: std)
      let compression = try #require(Compression(network))
      let d = min(widths[0], widths[widths.count - 1])
      #expect(
        compression.network.widths == [widths[0]] + widths.dropFirst().dropLast().map { _ in d } + [
          widths[widths.count - 1]
        ])
      let size = network.product.squaredNorm.squareRoot()
      #expect(distance(compression.network.product, network.product) <= 1e-13 * size, "\(widths)")
      for (layer, dropped) in compression.dropped.enumerated() {
        let (all, kept) = (
          network.weights[layer].squaredNorm, compression.network.weights[layer].squaredNorm
        )
        #expect(abs(all - kept - dropped * dropped) <= 1e-12 * all, "\(widths), layer \(layer + 1)")
      }
      // The smaller end loses nothing.
      #expect(
        (widths[0] <= widths[widths.count - 1]
          ? compression.dropped[0] : compression.dropped.last ?? 1) <= 1e-13 * std * 100)
    }
  }

  /// A small network hidden in a wide one comes out again: nothing dropped, the same singular
  /// values.
  @Test(arguments: shapes, [false, true]) func aHiddenNetworkIsFound(
    widths: [Int], isDeficient: Bool
  ) throws {
    var numbers = TestNumbers(UInt64(widths[0] * 10 + widths.count + 1))
    let d = min(widths[0], widths[widths.count - 1])
    let inner =
      [widths[0]] + widths.dropFirst().dropLast().map { _ in d } + [widths[widths.count - 1]]
    var small = numbers.network(inner)
    if isDeficient {
      // The same column twice in W_1 and the same row twice in W_L; with d = 1, zeros.
      for i in 0..<small.weights[0].rows {
        small.weights[0][i, widths[0] - 1] = d > 1 ? small.weights[0][i, 0] : 0
      }
      let top = small.weights.count - 1
      let lastRow = small.weights[top].rows - 1
      for j in 0..<small.weights[top].columns {
        small.weights[top][lastRow, j] = d > 1 ? small.weights[top][0, j] : 0
      }
    }
    var weights: [Matrix] = []
    var below = Matrix(rows: widths[0], columns: widths[0])
    for k in 0..<widths[0] { below[k, k] = 1 }
    for (layer, matrix) in small.weights.enumerated() {
      let isLast = layer == small.weights.count - 1
      let turn = numbers.orthogonal(widths[layer + 1])
      var basis = Matrix(rows: widths[layer + 1], columns: matrix.rows)
      for i in 0..<basis.rows {
        for j in 0..<basis.columns { basis[i, j] = isLast ? (i == j ? 1 : 0) : turn[i, j] }
      }
      weights.append(basis * matrix * below.transposed)
      below = basis
    }
    let compression = try #require(Compression(Network(weights: weights)))
    #expect(
      distance(compression.network.product, small.product) < 1e-12
        * (1 + small.product.squaredNorm.squareRoot()))
    for layer in small.weights.indices {
      guard !isDeficient else { continue }
      #expect(compression.dropped[layer] < 1e-12)
      let expected = try #require(SingularValues.squared(small.weights[layer]))
      let found = try #require(SingularValues.squared(compression.network.weights[layer]))
      for (a, b) in zip(found, expected) { #expect(abs(a - b) < 1e-12 * (1 + expected[0])) }
    }
  }

  @Test func theSpecialNetworks() throws {
    let zero = Network(weights: [
      Matrix(rows: 20, columns: 2), Matrix(rows: 20, columns: 20), Matrix(rows: 3, columns: 20),
    ])
    let compression = try #require(Compression(zero))
    #expect(
      compression.network.weights.allSatisfy { $0.squaredNorm == 0 }
        && compression.network.widths == [2, 2, 2, 3])
    #expect(
      compression.dropped == [0, 0, 0] && compression.relativeDrop(from: zero, alpha: 0.03) == 0)
    for bad in [Double.nan, .infinity] {
      var broken = zero
      broken.weights[1][7, 7] = bad
      #expect(Compression(broken) == nil)
    }
  }

  @Test func theBasisIsOrthonormalHoweverCloseTheColumns() {
    var numbers = TestNumbers(3)
    for closeness in [1, 1e-5, 1e-10, 1e-13, 0] {
      var matrix = numbers.matrix(30, 4)
      for i in 0..<30 {
        matrix[i, 1] = matrix[i, 0] * (1 + closeness * numbers.normal())
        matrix[i, 3] = closeness == 0 ? 0 : closeness * matrix[i, 3]
      }
      let basis = Compression.orthonormalBasis(of: matrix)
      let gram = basis.transposed * basis
      for i in 0..<4 {
        for k in 0..<4 {
          #expect(abs(gram[i, k] - (i == k ? 1 : 0)) < 1e-14, "closeness \(closeness)")
        }
      }
      #expect(distance(basis * (basis.transposed * matrix), matrix) < 1e-13)
    }
  }

  /// Both controls: compressed when the drop is below the tolerance the path stays; compressed too
  /// early it goes elsewhere.
  @Test func compressingTooEarlyChangesThePath() throws {
    let law = try Laws.figure1(width: 40)
    var numbers = TestNumbers(5)
    let entries = (0..<3_200).map { _ in law.problem.entries[Int(numbers.next() % 3)] }
    func step(_ network: inout Network, _ t: Int) {
      network.step(
        entry: entries[t],
        coefficients: StepCoefficients(
          phase: law.schedule.phase(at: t).phase, convention: law.convention))
    }
    var network = Network(
      shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: 1, index: 0), chain: 0)
    var (early, late): (Network?, Network?)
    var (worstEarly, worstLate) = (0.0, 0.0)
    for t in 0..<entries.count {
      if t == 64 { early = Compression(network)?.network }
      if late == nil, t % 32 == 0, let compression = Compression(network),
        compression.relativeDrop(from: network, alpha: 0.03) <= Compression.tolerance
      {
        late = compression.network
      }
      step(&network, t)
      if var moved = early {
        step(&moved, t)
        early = moved
        worstEarly = max(worstEarly, distance(moved.product, network.product))
      }
      if var moved = late {
        step(&moved, t)
        late = moved
        worstLate = max(worstLate, distance(moved.product, network.product))
      }
    }
    #expect(late != nil && worstLate < 1e-12, "\(worstLate)")
    #expect(worstEarly > 1e-4, "\(worstEarly)")
  }
}
