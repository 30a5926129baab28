import DeepLinear
import Foundation
import TestKit
import Testing

@testable import Landscape

/// Problems whose minima have closed forms: fully observed ones, where C_lambda falls apart into
/// one cost for each singular value.
///
/// With every entry observed, kappa = c_data/N and mu = c_reg lambda, a singular value s of A
/// belongs to one a of the data:
///
///     kappa (s - a) + mu s^(2/L - 1) = 0,
///
/// whose larger root is a minimum. At L = 3, with s = x^3: kappa (x^4 - a x) + mu = 0; both roots
/// meet where 4 x^3 = a, so at mu* = (3/4) kappa a (a/4)^(1/3).
@Suite struct ClosedFormTests {
  /// The larger root, by bisection between the cost's inflection and a.
  private func root(_ value: Double, kappa: Double, mu: Double, depth: Int) -> Double {
    func slope(_ s: Double) -> Double { kappa * (s - value) + mu * pow(s, 2 / Double(depth) - 1) }
    // slope is least where kappa = (1 - 2/L) mu s^(2/L - 2).
    let exponent = 2 / Double(depth) - 2
    var (low, high) = (
      depth == 2 ? 0 : pow(kappa / ((1 - 2 / Double(depth)) * mu), 1 / exponent), value
    )
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if slope(middle) < 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  @Test(arguments: [2, 3, 4, 5, 6]) func aScalar(depth: Int) throws {
    let problem = try CompletionProblem(observed: [[1.5]])
    for convention in Convention.allCases {
      let loss = RegularisedLoss(problem: problem, convention: convention, ridge: 0.1)
      let landscape = Landscape(
        try Settings.of(problem, depth: depth, width: 1, convention: convention), starts: 20,
        seed: 4)
      let expected = root(1.5, kappa: loss.dataWeight, mu: loss.ridgeWeight, depth: depth)
      let found = try #require(landscape.minima.last)
      #expect(abs(found.point.singularValues[0] - expected) < 1e-12)
      #expect(landscape.minima.map(\.point.rank) == (depth == 2 ? [1] : [0, 1]))
      #expect(landscape.minima.reduce(0) { $0 + $1.starts } == 20)
      // The fold: at depth L both roots meet where the slope's minimum is 0.
      guard depth == 3 else { continue }
      let branch = Continuation(range: 1e-3...100).branch(of: 1, in: landscape)
      let fold = 0.75 * loss.dataWeight * 1.5 * pow(1.5 / 4, 1.0 / 3) / convention.ridgeFactor
      guard case .fold(let ridge) = branch.upper else { Issue.record("no fold"); continue }
      #expect(abs(ridge / fold - 1) < 1e-6 && ridge <= fold)
      #expect(branch.lower == .goesOn(1e-3))
    }
  }

  @Test(arguments: [2, 3, 5]) func aFullMatrix(depth: Int) throws {
    var numbers = TestNumbers(9)
    let data = numbers.matrix(3, 3, singularValues: [2, 1.3, 0.8])
    let problem = try CompletionProblem(observed: (0..<3).map { data.row($0).map(Double?.some) })
    let landscape = Landscape(
      try Settings.of(problem, depth: depth, width: 3, convention: .figures, ridge: 0.01),
      starts: 16, seed: 2)
    let loss = landscape.setting.loss
    let full = try #require(landscape.minima.first { $0.point.rank == 3 })
    for (found, value) in zip(full.point.singularValues, [2, 1.3, 0.8]) {
      #expect(
        abs(found - root(value, kappa: loss.dataWeight, mu: loss.ridgeWeight, depth: depth)) < 1e-11
      )
    }
    #expect(full.point.testError == nil)
    // The best minimum of each lower rank keeps the largest values.
    if depth > 2 {
      let one = try #require(landscape.minima.first { $0.point.rank == 1 })
      #expect(abs(one.point.singularValues[0] - full.point.singularValues[0]) < 1e-11)
    }
  }

  /// The nuclear norm lowers every singular value of a full matrix by mu/kappa: soft thresholding.
  @Test func theConvexBaselineOfAFullMatrix() throws {
    var numbers = TestNumbers(10)
    let data = numbers.matrix(3, 4, singularValues: [2, 1.3, 0.1])
    let problem = try CompletionProblem(observed: (0..<3).map { data.row($0).map(Double?.some) })
    for convention in Convention.allCases {
      let loss = RegularisedLoss(problem: problem, convention: convention, ridge: 0.05)
      let convex = NuclearNormCompletion(loss)
      let lowered = loss.ridgeWeight / loss.dataWeight
      for (found, value) in zip(convex.singularValues, [2, 1.3, 0.1]) {
        #expect(abs(found - max(0, value - lowered)) < 1e-13)
      }
      #expect(convex.rank == 2 && convex.isOptimal && abs(convex.gap) < 1e-13)
    }
  }

  /// Of [[1, *], [eps, 1]] the convex solution fills in eps: the singular values are those of [[1,
  /// eps], [eps, 1]] lowered by mu/kappa as long as the observed entries move alike.
  @Test func theConvexBaselineFillsInTheSmallNumber() throws {
    let problem = try CompletionProblem.twoByTwo(epsilon: 0.25)
    let convex = NuclearNormCompletion(
      RegularisedLoss(problem: problem, convention: .figures, ridge: 0.1))
    #expect(abs(convex.matrix[0, 1] - 0.25) < 1e-12 && convex.isOptimal)
    #expect(
      abs(convex.singularValues[0] - 1.1) < 1e-12 && abs(convex.singularValues[1] - 0.6) < 1e-12)
    // Depth 2 finds the same: its loss has no other minimum.
    let landscape = Landscape(
      try Settings.of(problem, depth: 2, width: 2, convention: .figures), starts: 50, seed: 1)
    #expect(landscape.minima.count == 1 && landscape.minima[0].starts == 50)
    for (a, b) in zip(landscape.minima[0].point.product.elements, convex.matrix.elements) {
      #expect(abs(a - b) < 1e-11)
    }
    #expect(abs(landscape.minima[0].point.loss - convex.objective) < 1e-13)
  }
}
