import Chains
import DeepLinear
import Dispatch
import Ladder
import RandomStreams
import TestKit
import Testing
import Threads

/// The additive rungs in a linear model, whose loss is quadratic: the covariance they come to
/// against the closed form.
///
/// With one layer each weight w_i moves by itself: an Euler-Maruyama step of size eta/m multiplies
/// its distance from the minimum by rho_i = 1 - (eta/m)(c_reg lambda + c_data/N), or 1 - (eta/m)
/// c_reg lambda where no entry is observed, and adds noise of covariance C. So
///
///     Cov(w_i, w_j) = C_ij / (1 - rho_i rho_j),    C = 2 (eta/m) T I  or  (eta^2/m) Sigma at the minimum.
///
/// 20 000 chains of 60 steps; every entry of the covariance and the mean at |z| < 5 (4 cases of 14
/// comparisons, family-wise error 3e-5). The negative control is the covariance that the SDE has,
/// without the step's own: 2 T / (curvature).
@Suite struct StationaryCovarianceTests {
  private static let chains = 20_000
  private static let schedule = Schedule.Phase(steps: nil, learningRate: 0.4, ridge: 0.5)

  private func law(_ rung: Rung) throws -> ChainLaw {
    let base = try Laws.figure1()
    return ChainLaw(
      motion: Motion(
        problem: base.problem, shape: base.shape, initialLaw: base.initialLaw, convention: .figures,
        schedule: try Schedule(phases: [Self.schedule]), rung: rung),
      watch: Watch(event: base.event, horizon: 200, follow: 0))
  }

  /// The minimum of the ridge: (c_data/N)(w - a) + c_reg lambda w = 0 at the observed places, 0
  /// elsewhere.
  private func minimum(_ law: ChainLaw) -> Network {
    var matrix = Matrix(rows: 2, columns: 2)
    for entry in law.problem.entries {
      matrix[entry.row, entry.column] = entry.value * (2.0 / 3) / (2.0 / 3 + 0.5)
    }
    return Network(weights: [matrix])
  }

  /// Mean and covariance of the last weights.
  private func sample(_ law: ChainLaw) -> (mean: [Double], covariance: [[Double]]) {
    let start = minimum(law)
    let noise = MinimumNoise(
      minimum: start, rank: 2, problem: law.problem, convention: law.convention)
    let found = Locked([[Double]](repeating: [], count: Self.chains))
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      var own: [[Double]] = []
      for chain in UInt32(0)..<UInt32(Self.chains / 2) {
        var walk = ReferenceWalk(
          law.motion, stream: RandomStream(seed: 23, index: UInt32(half)), chain: chain,
          network: start, step: 0, noise: noise)
        for _ in 0..<60 { walk.advance() }
        own.append(walk.network.weights[0].elements)
      }
      found.withLock {
        $0.replaceSubrange((half * own.count)..<((half + 1) * own.count), with: own)
      }
    }
    let draws = found.withLock { $0 }
    let count = Double(draws.count)
    let mean = (0..<4).map { i in draws.reduce(0) { $0 + $1[i] } / count }
    let covariance = (0..<4).map { i in
      (0..<4).map { j in
        draws.reduce(0) { $0 + ($1[i] - mean[i]) * ($1[j] - mean[j]) } / (count - 1)
      }
    }
    return (mean, covariance)
  }

  /// The largest |z| against a covariance, with the errors of a normal sample.
  private func largest(
    _ sample: (mean: [Double], covariance: [[Double]]), _ law: ChainLaw, _ expected: [[Double]]
  ) -> Double {
    let center = minimum(law).weights[0].elements
    let count = Double(Self.chains)
    var worst = 0.0
    for i in 0..<4 {
      if expected[i][i] > 0 {
        worst = max(worst, abs(sample.mean[i] - center[i]) / (expected[i][i] / count).squareRoot())
      }
      for j in 0...i {
        let variance = (expected[i][i] * expected[j][j] + expected[i][j] * expected[i][j]) / count
        let difference = abs(sample.covariance[i][j] - expected[i][j])
        worst = max(worst, difference < 1e-15 ? 0 : difference / max(variance, 1e-30).squareRoot())
      }
    }
    return worst
  }

  @Test(arguments: [
    Rung.langevin(.number(0.02), substeps: 1), .langevin(.number(0.02), substeps: 3),
    .gaussianFrozen(substeps: 1),
    .gaussianFrozen(substeps: 3),
  ])
  func theClosedForm(rung: Rung) throws {
    let law = try law(rung)
    let step = 0.4 / Double(rung.substeps)
    let curvatures = (0..<4).map { place in
      law.problem.entries.contains { 2 * $0.row + $0.column == place } ? 0.5 + 2.0 / 3 : 0.5
    }
    let start = minimum(law)
    let gradients = law.problem.entries.map { start.entryGradient(of: $0, convention: .figures) }
    let mean = (0..<4).map { i in gradients.reduce(0) { $0 + $1[i] } / 3 }
    func kick(_ i: Int, _ j: Int) -> Double {
      if rung.family == .kicked(.everyWeight) { return i == j ? 2 * step * 0.02 : 0 }
      return step * 0.4 * gradients.reduce(0) { $0 + ($1[i] - mean[i]) * ($1[j] - mean[j]) } / 3
    }
    let expected = (0..<4).map { i in
      (0..<4).map { j in kick(i, j) / (1 - (1 - step * curvatures[i]) * (1 - step * curvatures[j]))
      }
    }
    let continuous = (0..<4).map { i in
      (0..<4).map { j in kick(i, j) / (step * (curvatures[i] + curvatures[j])) }
    }
    let found = sample(law)
    let (z, control) = (largest(found, law, expected), largest(found, law, continuous))
    #expect(z < 5, "\(rung.name): z = \(z)")
    #expect(control > 5, "negative control of \(rung.name): z = \(control)")
  }
}
