import DeepLinear
import TestKit
import Testing

@testable import AbsorbingSets

/// Propositions D.2 and D.3 and Theorem D.5 in steps: all N successors of random networks at the
/// largest learning rates that they cover.
@Suite struct TheoremStepTests {
  private static let widths = [2, 3, 3, 2]
  private static let values: [[Double?]] = [[1, nil], [-0.6, 0.8]]

  private func setting(ridge: Double) throws -> TheoremSetting {
    try TheoremSetting(
      depth: 3, size: 3, inputs: 2, outputs: 2, ridge: LogNumber(ridge), dataBound: .one)
  }

  /// The largest squared norm of a layer, and the largest balance error, of all successors at a
  /// learning rate.
  private func worst(of network: Network, learningRate: Double, ridge: Double) throws -> (
    norm: Double, imbalance: Double
  ) {
    var (norm, imbalance) = (0.0, 0.0)
    for next in try successors(of: network, learningRate: learningRate, ridge: ridge) {
      norm = max(norm, next.weights.map(\.squaredNorm).max() ?? 0)
      imbalance = max(imbalance, try Self.imbalance(next))
    }
    return (norm, imbalance)
  }

  /// All N networks that a step may lead to.
  private func successors(of network: Network, learningRate: Double, ridge: Double) throws
    -> [Network]
  {
    let phase = Schedule.Phase(steps: nil, learningRate: learningRate, ridge: ridge)
    return try CompletionProblem(observed: Self.values).entries.map { entry in
      var next = network
      next.step(entry: entry, coefficients: StepCoefficients(phase: phase, convention: .appendix))
      return next
    }
  }

  private static func imbalance(_ network: Network) throws -> Double {
    try zip(network.weights, network.weights.dropFirst()).reduce(0) { worst, layers in
      var difference = layers.0 * layers.0.transposed
      let above = layers.1.transposed * layers.1
      for index in difference.elements.indices {
        difference.elements[index] -= above.elements[index]
      }
      return max(worst, try #require(SingularValues.values(difference)?.first))
    }
  }

  /// Networks with every ||W_l||_F^2 <= C: some on the edge in all layers, some of rank 1, some
  /// small.
  private func bounded(by bound: Double, count: Int, seed: UInt64) -> [Network] {
    var numbers = TestNumbers(seed)
    return (0..<count).map { index in
      let weights = zip(Self.widths, Self.widths.dropFirst()).map { columns, rows in
        var matrix = numbers.matrix(rows, columns)
        if index % 3 == 1 { matrix = numbers.matrix(rows, 1) * numbers.matrix(1, columns) }
        let share = index % 2 == 0 ? 1 : numbers.uniform(0, 1)
        let factor = (bound * share / matrix.squaredNorm).squareRoot()
        return Matrix(rows: rows, columns: columns, elements: matrix.elements.map { $0 * factor })
      }
      return Network(weights: weights)
    }
  }

  @Test(arguments: [0.2, 0.5, 2])
  func normsStayBounded(ridge: Double) throws {
    let setting = try setting(ridge: ridge)
    let bound = setting.smallestBound
    let rate = setting.largestNormStep(bound: bound).value
    var violations = 0
    for network in bounded(by: bound.value, count: 3000, seed: 5) {
      let norm = try worst(of: network, learningRate: rate, ridge: ridge).norm
      #expect(norm <= bound.value * (1 + 1e-12))
      let far = max(100 * rate, 1 / ridge)
      if try worst(of: network, learningRate: far, ridge: ridge).norm > bound.value {
        violations += 1
      }
    }
    #expect(
      violations > 0, "a far larger learning rate breaks the bound, or this test shows nothing")
  }

  @Test(arguments: [0.2, 0.5, 2], [1e-6, 1e-2])
  func balanceStays(ridge: Double, epsilon: Double) throws {
    let setting = try setting(ridge: ridge)
    var numbers = TestNumbers(11)
    let bound = setting.smallestBound.value
    let rate = setting.largestBalanceStep(
      bound: setting.smallestBound, epsilon1: LogNumber(epsilon)
    ).value
    var (edge, violations) = (0, 0)
    for _ in 0..<2000 {
      let norm = bound.squareRoot() * numbers.uniform(0.2, 0.99)
      let (first, second) = (numbers.uniform(0.5, 1), numbers.uniform(0, 0.5))
      let scale = norm / (first * first + second * second).squareRoot()
      // The balance error of relative changes s is about 4 s times the squared singular value.
      let spread = numbers.uniform(0, 0.4) * epsilon / (scale * scale)
      let network = Networks.balanced(
        Self.widths, singularValues: [scale * first, scale * second], spread: min(spread, 0.05),
        from: &numbers)
      let start = try Self.imbalance(network)
      guard start <= epsilon, network.weights.allSatisfy({ $0.squaredNorm <= bound }) else {
        continue
      }
      if start > epsilon / 2 { edge += 1 }
      let imbalance = try worst(of: network, learningRate: rate, ridge: ridge).imbalance
      #expect(imbalance <= epsilon * (1 + 1e-9))
      if try worst(of: network, learningRate: 1e6 * rate, ridge: ridge).imbalance > epsilon {
        violations += 1
      }
    }
    #expect(
      edge > 50 && violations > 0,
      "\(edge) near the edge, \(violations) violations at a million times the learning rate")
  }

  /// Theorem D.5: at the upper edge of the approximate rank every successor has less of it. The
  /// ridge is strong and the network small, so that the constants are within reach: alpha = 1/16,
  /// eps1 = 2.6e-10, eta = 2.3e-5.
  @Test(arguments: [0, 1])
  func rankSumsFallAtTheirEdge(rank: Int) throws {
    let setting = try TheoremSetting(
      depth: 3, size: 2, inputs: 2, outputs: 2, ridge: LogNumber(0.5), dataBound: .one)
    let closed = ClosedSet(setting, rank: rank, epsilon2: 0.4)
    let (bound, alpha) = (closed.bound.value, closed.alpha.value)
    let count = ApproximateRank(alpha: alpha)
    var numbers = TestNumbers(17)
    func rankSum(_ network: Network) throws -> Double {
      try network.weights.map {
        try #require(SingularValues.squared($0)).reduce(0) { $0 + count($1) }
      }.max() ?? 0
    }
    var violations = 0
    for _ in 0..<2000 {
      // Rank 0: two small values share eps2. Rank 1: one large value counts 1, and a small one has
      // all of eps2.
      let share = rank == 0 ? numbers.uniform(0, 1) : 1
      let small = count.inverse(0.4 * share)
      let other =
        rank == 0 ? count.inverse(0.4 * (1 - share)) : numbers.uniform(alpha, bound - small)
      let network = Networks.balanced(
        [2, 2, 2, 2], singularValues: [other.squareRoot(), small.squareRoot()], spread: 1e-11,
        from: &numbers)
      let start = try rankSum(network)
      #expect(
        abs(start - Double(rank) - 0.4) < 1e-9
          && network.weights.allSatisfy { $0.squaredNorm <= bound })
      #expect(LogNumber(try Self.imbalance(network)) <= closed.epsilon1)
      let rate = closed.limits[2].value.value
      for next in try successors(of: network, learningRate: rate, ridge: 0.5) {
        #expect(try rankSum(next) < start)
      }
      for next in try successors(of: network, learningRate: rate, ridge: 0)
      where try rankSum(next) > start { violations += 1 }
    }
    #expect(
      violations > 100, "without a ridge the data raise the rank sum, or this test shows nothing")
  }
}
