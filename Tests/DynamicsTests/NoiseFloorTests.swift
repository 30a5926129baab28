import AbsorbingSets
import DeepLinear
import Foundation
import TestKit
import Testing

@testable import Chains
@testable import Ladder

/// The approximate rank of pure noise, and the floor that additive noise leaves.
@Suite struct NoiseFloorTests {
  private let rank = ApproximateRank(alpha: 0.03)

  // By quadrature with 40 digits (mpmath), alpha = 0.03; both sides of v = alpha, where the formula
  // changes.
  @Test(
    "A single weight, by the closed form",
    arguments: [
      (1e-12, 6.6666666663333333333e-11), (1e-6, 0.000066663333333333333333),
      (1e-3, 0.063333333696098620201),
      (0.01, 0.38884301110903360124), (0.02999, 0.6024462710794441885),
      (0.03, 0.60250391380240160485),
      (0.03001, 0.60256153156920635908), (0.05, 0.68383047155874289939), (1, 0.9264521276738526521),
      (100, 0.99262961608084571041), (1e8, 0.99999262945814476945), (1e20, 0.99999999999262945814),
    ])
  func single(_ variance: Double, _ expected: Double) {
    let value = GaussianRank.single(variance: variance, alpha: 0.03)
    #expect(
      abs(value - expected) <= 2e-15 * max(1, expected / 1e-3)
        && abs(value - expected) <= 1e-13 * expected)
  }

  @Test("Draws agree with the closed form within their error", arguments: [1e-3, 0.01, 0.05, 1])
  func drawn(_ variance: Double) {
    var ranks = GaussianRank(seed: 11)
    let drawn = ranks.drawn(1, 1, variance, rank)
    #expect(drawn.standardError > 0 && drawn.standardError < 0.05)
    #expect(
      abs(drawn.value - GaussianRank.single(variance: variance, alpha: 0.03)) < 4
        * drawn.standardError)
    // Another variance is told apart.
    #expect(
      abs(drawn.value - GaussianRank.single(variance: 3 * variance, alpha: 0.03))
        > drawn.standardError)
  }

  // A column of n entries has s^2 = v chi^2_n: E f is 2 v n/alpha - v^2 n (n + 2)/alpha^2 where the
  // threshold is out of reach.
  @Test(
    "Below the threshold f_alpha is a parabola, and E a sum of moments",
    arguments: [(4, 1), (1, 4), (3, 3), (60, 2), (40, 30)])
  func moments(_ rows: Int, _ columns: Int) {
    var ranks = GaussianRank(seed: 5)
    let variance = 1e-5
    let result = ranks.expectation(rows: rows, columns: columns, variance: variance, rank: rank)
    let (n, m) = (Double(rows), Double(columns))
    // E tr W W^T = v n m; E tr (W W^T)^2 = v^2 n m (n + m + 1).
    let exact =
      2 * variance * n * m / 0.03 - variance * variance * n * m * (n + m + 1) / (0.03 * 0.03)
    #expect(
      abs(result.value - exact) < 4 * result.standardError && result.standardError < 0.05 * exact)
  }

  @Test("v -> 0 gives 2 v n m/alpha, v -> infinity the smaller side")
  func limits() {
    var ranks = GaussianRank(seed: 5)
    func value(_ variance: Double) -> Double {
      ranks.expectation(rows: 9, columns: 7, variance: variance, rank: rank).value
    }
    #expect(value(0) == 0)
    #expect(abs(value(1e-12) / (2e-12 * 63 / 0.03) - 1) < 0.05)
    #expect(abs(value(1e12) - 7) < 1e-5)
    #expect(value(.infinity) == 7 && value(1e300) == 7)
    #expect(
      zip([1e-4, 1e-3, 1e-2, 0.1], [1e-3, 1e-2, 0.1, 1]).allSatisfy { value($0) < value($1) })
  }

  @Test("A size is the same lying and standing, again and in another order; seeds differ")
  func addressed() {
    var (one, two, other) = (GaussianRank(seed: 3), GaussianRank(seed: 3), GaussianRank(seed: 4))
    let first = one.expectation(rows: 5, columns: 2, variance: 0.01, rank: rank)
    _ = two.expectation(rows: 6, columns: 6, variance: 1, rank: rank)
    #expect(two.expectation(rows: 2, columns: 5, variance: 0.01, rank: rank) == first)
    #expect(one.expectation(rows: 5, columns: 2, variance: 0.01, rank: rank) == first)
    #expect(other.expectation(rows: 5, columns: 2, variance: 0.01, rank: rank) != first)
  }

  // In the limit of large matrices the sum is proportional to the side.
  @Test("Large matrices are scaled, to within a part in a hundred")
  func scaled() {
    var ranks = GaussianRank(seed: 9)
    let variance = 0.03 / 200
    let large = ranks.expectation(rows: 160, columns: 160, variance: variance, rank: rank)
    let spectrum = SingularValues.squared(TestNumbers.matrixOf(160, seed: 21)) ?? []
    let direct = spectrum.reduce(0) { $0 + rank($1 * variance) }
    #expect(abs(large.value / direct - 1) < 0.01)
    let wide = ranks.expectation(rows: 10_000, columns: 1, variance: 1e-7, rank: rank)
    #expect(abs(wide.value - (2 * 1e-3 / 0.03 - 1e-6 / 9e-4)) < 4 * wide.standardError)
  }

  private func law(
    _ rung: Rung, depth: Int = 3, width: Int = 2,
    phases: [Schedule.Phase] = [Schedule.Phase(steps: nil, learningRate: 0.2, ridge: 0.1)]
  ) throws -> ChainLaw {
    let base = try Laws.figure1(depth: depth, width: width, follow: 20)
    return ChainLaw(
      motion: Motion(
        problem: base.problem, shape: base.shape, initialLaw: base.initialLaw,
        convention: base.convention,
        schedule: try Schedule(phases: phases), rung: rung),
      watch: Watch(event: base.event, horizon: base.horizon, follow: base.follow))
  }

  @Test("v is the stationary variance of the linearised noise, by iterating it", arguments: [1, 4])
  func variance(_ substeps: Int) throws {
    let law = try law(.langevin(.number(0.002), substeps: substeps))
    var ranks = GaussianRank(seed: 1)
    let floor = try #require(
      NoiseFloor(law: law, phase: law.noisiestPhase.phase, temperature: 0.002, ranks: &ranks))
    let (d, kick) = (1 - 0.2 * 0.1 / Double(substeps), 2 * 0.2 * 0.002 / Double(substeps))
    var v = 0.0
    for _ in 0..<20_000 { v = d * d * v + kick }
    #expect(abs(floor.variance / v - 1) < 1e-12)
    #expect(
      floor.expected.value == GaussianRank.single(variance: floor.variance, alpha: law.event.alpha))
    #expect(
      floor.allowed == law.event.epsilon2
        && floor.isAbove == (floor.expected.value > law.event.epsilon2))
  }

  @Test("The largest block decides: at width 20 the square one inside")
  func width() throws {
    let law = try law(.langevin(.matched, substeps: 1), width: 20)
    var (ranks, again) = (GaussianRank(seed: 1), GaussianRank(seed: 1))
    let floor = try #require(
      NoiseFloor(law: law, phase: law.noisiestPhase.phase, temperature: 1e-5, ranks: &ranks))
    let rank = ApproximateRank(alpha: law.event.alpha)
    #expect(
      floor.expected
        == again.expectation(rows: 19, columns: 19, variance: floor.variance, rank: rank))
  }

  @Test(
    "Noise that nothing damps piles up, none leaves nothing, and only langevin at depth 3 and more has a floor"
  )
  func edges() throws {
    var ranks = GaussianRank(seed: 1)
    func floor(
      _ rung: Rung, depth: Int = 3, eta: Double = 0.2, lambda: Double = 0.1,
      _ temperature: Double = 1
    ) throws
      -> NoiseFloor?
    {
      let law = try law(
        rung, depth: depth, phases: [Schedule.Phase(steps: nil, learningRate: eta, ridge: lambda)])
      return NoiseFloor(
        law: law, phase: law.noisiestPhase.phase, temperature: temperature, ranks: &ranks)
    }
    let langevin = Rung.langevin(.matched, substeps: 1)
    #expect(
      try floor(langevin, lambda: 0)?.variance == .infinity
        && floor(langevin, lambda: 0)?.expected.value == 1)
    #expect(try floor(langevin, lambda: 11)?.variance == .infinity)
    #expect(
      try floor(langevin, eta: 0)?.variance == 0
        && floor(langevin, lambda: 0, 0)?.expected.value == 0)
    #expect(try floor(langevin, depth: 2) == nil)
    for rung in [
      Rung.sgd, .gradientDescent, .gaussianMatched(substeps: 1), .gaussianFrozen(substeps: 1),
    ] {
      #expect(try floor(rung) == nil)
    }
  }

  @Test("The temperature is the given one, or eta tr Sigma/(2 P) in the phase with the largest eta")
  func temperature() throws {
    let phases = [
      Schedule.Phase(steps: 10, learningRate: 0.25, ridge: 0.1),
      Schedule.Phase(steps: nil, learningRate: 0.05, ridge: 0.001),
    ]
    let noise = MinimumNoise.Summary(trace: 6, rank: 2)
    // Three 2 x 2 layers: P = 12.
    #expect(
      try law(.langevin(.matched, substeps: 4), phases: phases).temperature(noise: noise) == 0.25
        * 6 / 24)
    #expect(
      try law(.gaussianFrozen(substeps: 1), phases: phases).temperature(noise: noise) == 0.25 * 6
        / 24)
    #expect(try law(.langevin(.number(0.5), substeps: 1)).temperature(noise: nil) == 0.5)
    #expect(try law(.langevin(.matched, substeps: 1)).temperature(noise: nil) == nil)
    #expect(try law(.sgd).temperature(noise: noise) == nil)
  }
}

extension TestNumbers {
  fileprivate static func matrixOf(_ side: Int, seed: UInt64) -> Matrix {
    var numbers = TestNumbers(seed)
    return numbers.matrix(side, side)
  }
}
