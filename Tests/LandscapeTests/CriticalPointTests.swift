import DeepLinear
import TestKit
import Testing

@testable import Landscape

/// Known critical points, and what cannot be one.
@Suite struct CriticalPointTests {
  private func point(_ network: Network, _ loss: RegularisedLoss) throws -> CriticalPoint {
    try #require(CriticalPoint(NewtonSearch(loss: loss).critical(from: network), loss: loss))
  }

  @Test(arguments: [2, 3, 4]) func theOrigin(depth: Int) throws {
    let problem = try CompletionProblem.twoByTwo(epsilon: 0.25)
    let zero = Network(weights: [Matrix](repeating: Matrix(rows: 2, columns: 2), count: depth))
    for ridge in [0.01, 1.0] {
      let origin = try point(
        zero, RegularisedLoss(problem: problem, convention: .figures, ridge: ridge))
      // At depth 2 the data's gradient at 0, 2/3 of a matrix with s_1 = 1.13, is stronger than a
      // ridge below 0.755.
      #expect(origin.kind == (depth == 2 && ridge < 0.755 ? .strictSaddle : .minimum))
      #expect(origin.rank == 0 && origin.orbitDimension == 0 && origin.agreesWithTheorem == true)
      if depth > 2 { #expect(origin.smallestEigenvalues.allSatisfy { abs($0 - ridge) < 1e-15 }) }
    }
  }

  /// The smaller root of a scalar problem is a strict saddle: kappa (x^4 - a x) + mu = 0 at L = 3,
  /// with one negative eigenvalue.
  @Test func theSmallerRootOfAScalar() throws {
    let loss = RegularisedLoss(
      problem: try CompletionProblem(observed: [[1.5]]), convention: .appendix, ridge: 0.3)
    var (low, high) = (0.0, 0.5)
    for _ in 0..<100 {
      let x = (low + high) / 2
      if x * x * x * x - 1.5 * x + 0.3 > 0 { low = x } else { high = x }
    }
    let saddle = try point(
      Network(weights: [Matrix](repeating: Matrix(rows: 1, columns: 1, elements: [low]), count: 3)),
      loss)
    #expect(
      saddle.kind == .strictSaddle && saddle.negativeEigenvalues == 1
        && saddle.agreesWithTheorem == true)
    #expect(abs(saddle.singularValues[0] - low * low * low) < 1e-12)
    // Along (1, 1, 1)/sqrt 3 the curvature is 3 x^4 + 2 (x^3 - a) x + mu, and (1, 1, 1) is an
    // eigenvector.
    let along = 3 * low * low * low * low + 2 * (low * low * low - 1.5) * low + 0.3
    #expect(abs(saddle.smallestEigenvalues[0] - along) < 1e-12)
  }

  /// Of the identity every rank-1 projection serves alike: rotations of A make the minimum flat,
  /// and it is not called strict.
  @Test func aContinuumIsDegenerate() throws {
    let loss = RegularisedLoss(
      problem: try CompletionProblem(observed: [[1, 0], [0, 1]]), convention: .figures, ridge: 0.01)
    let half = try #require(
      SingularDecomposition(Matrix(rows: 2, columns: 2, elements: [0.5, 0.5, 0.5, 0.5])))
    let found = try point(Network(balanced: half, rank: 1, depth: 3, width: 2), loss)
    #expect(found.kind == .degenerate && found.agreesWithTheorem == nil)
  }

  @Test func noCriticalPoint() throws {
    let loss = RegularisedLoss(
      problem: try CompletionProblem.twoByTwo(epsilon: 0.25), convention: .figures, ridge: 0.1)
    var numbers = TestNumbers(1)
    let end = NewtonSearch(loss: loss).critical(from: numbers.network([2, 2, 2, 2]), most: 0)
    #expect(!end.isCritical && CriticalPoint(end, loss: loss) == nil)
  }

  @Test func refusals() throws {
    let problem = try CompletionProblem.twoByTwo(epsilon: 0.25)
    #expect(throws: LandscapeError.ridge(0)) {
      try Settings.of(problem, depth: 3, width: 2, convention: .main, ridge: 0)
    }
    for ridge in [Double.leastNonzeroMagnitude, 1e-251, 1e251, 1e307] {
      #expect(throws: LandscapeError.farRidge(ridge)) {
        try Settings.of(problem, depth: 3, width: 2, convention: .main, ridge: ridge)
      }
    }
    #expect("\(LandscapeError.farRidge(1e307))".contains("from 1e-250 to 1e+250, found 1e+307"))
    let wide = try CompletionProblem(
      observed: [[Double?]](repeating: [Double?](repeating: 1, count: 20), count: 20))
    #expect(throws: LandscapeError.weights(1200)) {
      try Settings.of(wide, depth: 3, width: 20, convention: .main)
    }
    #expect("\(LandscapeError.weights(1200))".contains("1200"))
  }

  /// The decomposition gives the matrix back, small values included.
  @Test func decompositions() throws {
    var numbers = TestNumbers(2)
    for shape in [(2, 2), (3, 5), (5, 3), (1, 4), (4, 1), (1, 1)] {
      let matrix = numbers.matrix(shape.0, shape.1)
      let found = try #require(SingularDecomposition(matrix))
      for (a, b) in zip(found.truncated(to: found.values.count).elements, matrix.elements) {
        #expect(abs(a - b) < 1e-14)
      }
      #expect(found.values == found.values.sorted(by: >))
      for depth in [2, 3, 5] {
        let network = Network(
          balanced: found, rank: found.values.count, depth: depth, width: found.values.count)
        for (a, b) in zip(network.product.elements, matrix.elements) { #expect(abs(a - b) < 1e-13) }
      }
    }
    #expect(SingularDecomposition(Matrix(rows: 1, columns: 2, elements: [.nan, 1])) == nil)
  }
}
