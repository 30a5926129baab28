import DeepLinear
import TestKit
import Testing

/// figures(eta, lambda) = main(2 eta, lambda/4) = appendix(2 eta, lambda/2): the same steps, to the
/// bit.
@Suite struct ConventionTests {
  /// A network after 300 steps at (eta, lambda) under a convention.
  private func path(_ convention: Convention, eta: Double, lambda: Double) throws -> Network {
    let problem = try CompletionProblem.twoByTwo(epsilon: 0.25)
    let coefficients = StepCoefficients(
      phase: .init(steps: nil, learningRate: eta, ridge: lambda), convention: convention)
    var numbers = TestNumbers(5)
    var network = numbers.network([2, 3, 4, 2], std: 0.5)
    for _ in 0..<300 {
      network.step(entry: problem.entries[Int(numbers.next() % 3)], coefficients: coefficients)
    }
    return network
  }

  @Test func theThreeConventionsMeetWhereTheyShould() throws {
    let figures = try path(.figures, eta: 0.03, lambda: 0.1)
    #expect(try path(.main, eta: 0.06, lambda: 0.025) == figures)
    #expect(try path(.appendix, eta: 0.06, lambda: 0.05) == figures)
    // At the same numbers they are three systems.
    #expect(try path(.main, eta: 0.03, lambda: 0.1) != figures)
    #expect(try path(.appendix, eta: 0.03, lambda: 0.1) != figures)
    #expect(try path(.main, eta: 0.03, lambda: 0.1) != path(.appendix, eta: 0.03, lambda: 0.1))
  }

  @Test func theFactorsAreThePublishedOnes() {
    #expect(Convention.allCases.map(\.dataFactor) == [1, 1, 2])
    #expect(Convention.allCases.map(\.ridgeFactor) == [2, 1, 1])
    #expect(Convention.allCases.map(\.rawValue) == ["main", "appendix", "figures"])
  }

  @Test func theCoefficientsAreThoseOfTheFormula() {
    let phase = Schedule.Phase(steps: nil, learningRate: 0.25, ridge: 0.5)
    #expect(
      Convention.allCases.map { StepCoefficients(phase: phase, convention: $0).decay } == [
        0.75, 0.875, 0.875,
      ])
    #expect(
      Convention.allCases.map { StepCoefficients(phase: phase, convention: $0).pull } == [
        0.25, 0.25, 0.5,
      ])
  }

  @Test func equivalentsGiveTheSameCoefficientsToTheBit() {
    var numbers = TestNumbers(9)
    for _ in 0..<200 {
      let (eta, lambda) = (numbers.scale(-6, 1), numbers.scale(-6, 1))
      for from in Convention.allCases {
        let own = StepCoefficients(
          phase: .init(steps: nil, learningRate: eta, ridge: lambda), convention: from)
        for to in Convention.allCases {
          let there = from.equivalent(in: to, learningRate: eta, ridge: lambda)
          let other = StepCoefficients(
            phase: .init(steps: nil, learningRate: there.learningRate, ridge: there.ridge),
            convention: to)
          #expect(other == own, "\(from) in \(to) at \(eta), \(lambda)")
          let back = to.equivalent(in: from, learningRate: there.learningRate, ridge: there.ridge)
          #expect(back.learningRate == eta && back.ridge == lambda)
        }
      }
    }
    let main = Convention.figures.equivalent(in: .main, learningRate: 0.2, ridge: 0.1)
    #expect(main.learningRate == 0.4 && main.ridge == 0.025)
  }
}
