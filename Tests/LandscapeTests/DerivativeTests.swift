import DeepLinear
import TestKit
import Testing

@testable import Landscape

/// Gradient and Hessian against central differences of what they are derivatives of.
@Suite struct DerivativeTests {
  static let shapes = [
    [2, 2, 2], [2, 2, 2, 2], [3, 2, 4, 2], [4, 3, 3, 3, 3], [1, 1, 1], [3, 1, 1, 1, 1, 2],
  ]

  private func loss(_ widths: [Int], _ convention: Convention) throws -> RegularisedLoss {
    var numbers = TestNumbers(UInt64(widths.count))
    let table = (0..<(widths.last ?? 1)).map { i in
      (0..<widths[0]).map { j in (i + 2 * j) % 3 == 2 ? nil : Double?(numbers.normal()) }
    }
    return RegularisedLoss(
      problem: try CompletionProblem(observed: table), convention: convention, ridge: 0.07)
  }

  @Test(arguments: shapes) func gradientIsThatOfTheLoss(widths: [Int]) throws {
    for convention in Convention.allCases {
      let loss = try loss(widths, convention)
      var numbers = TestNumbers(3)
      let network = numbers.network(widths)
      let gradient = loss.gradient(at: network)
      for place in gradient.indices {
        var unit = [Double](repeating: 0, count: gradient.count)
        unit[place] = 1
        let step = 1e-5
        let difference =
          loss.value(at: network.moved(along: unit, by: step))
          - loss.value(at: network.moved(along: unit, by: -step))
        #expect(
          abs(difference / (2 * step) - gradient[place]) < 1e-8 * (1 + abs(gradient[place])),
          "\(widths), \(convention)")
      }
    }
  }

  @Test(arguments: shapes) func hessianIsThatOfTheGradient(widths: [Int]) throws {
    for convention in Convention.allCases {
      let loss = try loss(widths, convention)
      var numbers = TestNumbers(4)
      let network = numbers.network(widths)
      let hessian = loss.hessian(at: network)
      #expect(hessian == hessian.transposed)
      for place in 0..<hessian.rows {
        var unit = [Double](repeating: 0, count: hessian.rows)
        unit[place] = 1
        let step = 1e-5
        let (above, below) = (
          loss.gradient(at: network.moved(along: unit, by: step)),
          loss.gradient(at: network.moved(along: unit, by: -step))
        )
        for other in 0..<hessian.rows {
          let difference = (above[other] - below[other]) / (2 * step)
          #expect(
            abs(difference - hessian[place, other]) < 1e-8 * (1 + abs(difference)),
            "\(widths), \(place), \(other)")
        }
      }
    }
  }

  /// The gradient is what a step of gradient descent moves along: the mean of the N entries' steps.
  @Test func theDriftOfAStepIsTheGradient() throws {
    for convention in Convention.allCases {
      let loss = try loss([3, 2, 4, 2], convention)
      var numbers = TestNumbers(5)
      let network = numbers.network([3, 2, 4, 2])
      let phase = Schedule.Phase(steps: nil, learningRate: 0.01, ridge: loss.ridge)
      var mean = [Double](repeating: 0, count: network.parameterCount)
      for entry in loss.problem.entries {
        var moved = network
        moved.step(
          entry: entry, coefficients: StepCoefficients(phase: phase, convention: convention))
        for (place, pair) in zip(moved.flat, network.flat).enumerated() {
          mean[place] += (pair.0 - pair.1) / Double(loss.problem.entries.count)
        }
      }
      for (move, slope) in zip(mean, loss.gradient(at: network)) {
        #expect(abs(move + 0.01 * slope) < 1e-14)
      }
    }
  }

  /// At a critical point the Hessian is 0 along the orbit, whose dimension is known.
  @Test(arguments: [2, 3, 4, 6]) func theOrbitIsFlat(depth: Int) throws {
    let problem = try CompletionProblem(observed: [
      [1, nil, 0.5], [0.25, 1, nil], [nil, 0.3, 0.8],
    ])
    let loss = RegularisedLoss(problem: problem, convention: .figures, ridge: 0.01)
    for rank in 1...3 {
      let start = try #require(
        SingularDecomposition(
          Matrix(rows: 3, columns: 3, elements: [1, 0.2, 0.5, 0.25, 1, 0.1, 0.2, 0.3, 0.8])))
      let network = Network(balanced: start, rank: rank, depth: depth, width: 3)
      #expect(
        RotationOrbit(network).basis.count
          == Settings.orbitDimension(rank: rank, width: 3, depth: depth))
      // At depth 2 networks of lower rank end at saddles, to which a descent comes slowly.
      let search = NewtonSearch(loss: loss)
      let end = search.critical(from: search.minimum(from: network).network)
      #expect(end.isCritical)
      let (hessian, orbit) = (loss.hessian(at: end.network), RotationOrbit(end.network))
      for tangent in orbit.basis {
        for row in 0..<hessian.rows {
          let product = zip(hessian.row(row), tangent).reduce(0) { $0 + $1.0 * $1.1 }
          #expect(abs(product) < 1e-11)
        }
      }
    }
  }
}
