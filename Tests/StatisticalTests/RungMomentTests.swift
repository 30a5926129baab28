import Chains
import DeepLinear
import Dispatch
import Ladder
import RandomStreams
import TestKit
import Testing
import Threads

/// The mean and the covariance of one step of each rung, over a million draws, half of them at each
/// of two random points: every rung of the ladder.
///
/// Every entry of both is compared with the formula (docs/dynamics.md; g_k from `entryGradient`,
/// which is tested against derivatives) at
/// |z| < 5.5, with the standard error from the draws themselves: 18 x 90 comparisons, each false by chance with probability 4e-8, 6e-5 for
/// the family. The negative control is the same covariance with 5 % more in it.
@Suite struct RungMomentTests {
  /// A rung, and its covariance in one step.
  struct Case: CustomStringConvertible, Sendable {
    let rung: Rung
    let covariance: @Sendable (Point) -> [[Double]]
    var description: String { rung.name }
  }

  /// Sums over draws of the noise x = theta' - E theta': x_i, x_i x_j and (x_i x_j)^2 for j <= i.
  private struct Sums {
    var count = 0.0
    var first: [Double]
    var second: [Double]
    var fourth: [Double]

    init(size: Int) {
      first = .init(repeating: 0, count: size)
      second = .init(repeating: 0, count: size * (size + 1) / 2)
      fourth = second
    }

    mutating func add(_ x: [Double]) {
      count += 1
      var place = 0
      for i in x.indices {
        first[i] += x[i]
        for j in 0...i {
          let product = x[i] * x[j]
          second[place] += product
          fourth[place] += product * product
          place += 1
        }
      }
    }

    mutating func add(_ other: Sums) {
      count += other.count
      for i in first.indices { first[i] += other.first[i] }
      for i in second.indices {
        second[i] += other.second[i]
        fourth[i] += other.fourth[i]
      }
    }
  }

  /// A point of the weights, with what the formulas need there and at another point that stands for
  /// the minimum of gradient descent.
  struct Point: Sendable {
    let law: ChainLaw
    let network: Network
    let noise: MinimumNoise
    let learningRate: Double

    init(rung: Rung, index: UInt64) throws {
      var numbers = TestNumbers(100 + index)
      let base = try Laws.figure1()
      law = base.with(rung: rung)
      network = numbers.network([2, 2, 2, 2], std: 0.7)
      let minimum = numbers.network([2, 2, 2, 2], std: 0.7)
      noise = MinimumNoise(
        minimum: minimum, rank: 2, problem: law.problem, convention: law.convention)
      learningRate = 0.2
      frozen = Self.sigma(minimum, law)
      current = Self.sigma(network, law)
    }

    /// Sigma at the point, and at the other.
    let current: [[Double]]
    let frozen: [[Double]]

    /// The mean over the entries of c_data^2 grad A_k grad A_k^T, by differences in which a_k alone
    /// changes.
    var labels: [[Double]] {
      let gradients = law.problem.entries.map { entry in
        zip(
          network.entryGradient(of: entry.shifted(by: -1), convention: law.convention),
          network.entryGradient(of: entry, convention: law.convention)
        ).map { $0 - $1 }
      }
      return gradients[0].indices.map { i in
        gradients[0].indices.map { j in
          gradients.reduce(0) { $0 + $1[i] * $1[j] } / Double(gradients.count)
        }
      }
    }

    /// E theta' = (1 - c_reg eta lambda) theta - eta gbar.
    var expected: [Double] {
      let gradients = law.problem.entries.map {
        network.entryGradient(of: $0, convention: law.convention)
      }
      return network.weights.flatMap(\.elements).enumerated().map { index, weight in
        0.98 * weight - learningRate * gradients.reduce(0) { $0 + $1[index] }
          / Double(gradients.count)
      }
    }

    private static func sigma(_ network: Network, _ law: ChainLaw) -> [[Double]] {
      let gradients = law.problem.entries.map {
        network.entryGradient(of: $0, convention: law.convention)
      }
      let count = Double(gradients.count)
      let mean = gradients[0].indices.map { i in gradients.reduce(0) { $0 + $1[i] } / count }
      return mean.indices.map { i in
        mean.indices.map { j in
          gradients.reduce(0) { $0 + ($1[i] - mean[i]) * ($1[j] - mean[j]) } / count
        }
      }
    }

    func scaled(_ matrix: [[Double]], by factor: Double) -> [[Double]] {
      matrix.map { $0.map { factor * learningRate * learningRate * $0 } }
    }
    func isotropic(_ variance: Double) -> [[Double]] {
      current.indices.map { i in current.indices.map { i == $0 ? variance : 0 } }
    }
  }

  static let cases = [
    Case(rung: .gradientDescent) { $0.isotropic(0) },
    Case(rung: .sgd) { $0.scaled($0.current, by: 1) },
    Case(rung: .sgdBatch(4)) { $0.scaled($0.current, by: 0.25) },
    Case(rung: .sgdShuffled) { $0.scaled($0.current, by: 1) },
    Case(rung: .labelNoise(std: 0.3)) { point in
      let labels = point.scaled(point.labels, by: 0.09)
      return zip(point.scaled(point.current, by: 1), labels).map { zip($0, $1).map(+) }
    },
    Case(rung: .gaussianMatched(substeps: 1)) { $0.scaled($0.current, by: 1) },
    Case(rung: .gaussianFrozen(substeps: 1)) { $0.scaled($0.frozen, by: 1) },
    Case(rung: .langevin(.number(0.003), substeps: 1)) {
      $0.isotropic(2 * $0.learningRate * 0.003)
    },
    Case(rung: .langevin(.matched, substeps: 1)) { point in
      // T = eta tr Sigma / (2 P), so 2 eta T = eta^2 tr Sigma / P.
      let trace = point.frozen.indices.reduce(0) { $0 + point.frozen[$1][$1] }
      return point.isotropic(point.learningRate * point.learningRate * trace / 12)
    },
  ]

  @Test func everyRungOfTheLadderHasACase() {
    for kind in Rung.ladder {
      #expect(Self.cases.contains { $0.rung.word == kind.word }, "\(kind.word)")
    }
  }

  /// The noise of step 1000, in the phase of eta = 0.2, for 2 x 250 000 chains.
  private func sums(at point: Point) -> Sums {
    let expected = point.expected
    let total = Locked(Sums(size: expected.count))
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      var sums = Sums(size: expected.count)
      for chain in 0..<UInt32(250_000) {
        var walk = ReferenceWalk(
          point.law.motion, stream: RandomStream(seed: 17, index: UInt32(half)), chain: chain,
          network: point.network, step: 1_000,
          noise: point.noise)
        walk.advance()
        sums.add(zip(walk.network.weights.flatMap(\.elements), expected).map { $0 - $1 })
      }
      total.withLock { $0.add(sums) }
    }
    return total.withLock { $0 }
  }

  /// The largest |z| of the means, and of the covariances against `covariance`; a spread below
  /// rounding counts as none.
  private func largest(_ sums: Sums, _ covariance: [[Double]]) -> (mean: Double, covariance: Double)
  {
    func z(_ difference: Double, _ variance: Double) -> Double {
      abs(difference) < 1e-13 ? 0 : abs(difference) / max(variance / sums.count, 1e-40).squareRoot()
    }
    var (mean, worst) = (0.0, 0.0)
    var place = 0
    for i in covariance.indices {
      mean = max(mean, z(sums.first[i] / sums.count, covariance[i][i]))
      for j in 0...i {
        let (second, fourth) = (sums.second[place] / sums.count, sums.fourth[place] / sums.count)
        worst = max(worst, z(second - covariance[i][j], fourth - second * second))
        place += 1
      }
    }
    return (mean, worst)
  }

  @Test(arguments: cases) func meanAndCovarianceOfOneStep(_ given: Case) throws {
    for index in UInt64(0)..<2 {
      let point = try Point(rung: given.rung, index: index)
      let sums = sums(at: point)
      let found = largest(sums, given.covariance(point))
      #expect(found.mean < 5.5 && found.covariance < 5.5, "\(given), point \(index): \(found)")
      guard given.rung != .gradientDescent else { continue }
      let control = largest(sums, given.covariance(point).map { $0.map { 1.05 * $0 } })
      #expect(control.covariance > 5.5, "negative control of \(given): \(control)")
    }
  }
}
