import Testing

@testable import Survival

@Suite("Bootstrap")
struct BootstrapTests {
  @Test("The answers are the same bits for any number of threads", arguments: [1, 2, 3, 7, 50])
  func threads(count: Int) throws {
    func answers(_ threads: Int) throws -> [Double] {
      try Bootstrap(replicates: 41, seed: 7, threads: threads).run(analysis: 3) { draws in
        (0..<11).reduce(0.0) { sum, _ in sum + draws.uniform() * Double(1 + draws.index(below: 5)) }
      }
    }
    #expect(try answers(count) == answers(1))
    #expect(Set(try answers(count)).count == 41)
  }

  @Test("Analyses and seeds have draws of their own")
  func analyses() throws {
    func first(_ seed: UInt64, _ analysis: UInt32) throws -> Double {
      try Bootstrap(replicates: 1, seed: seed).run(analysis: analysis) { $0.uniform() }[0]
    }
    #expect(try Set([first(1, 0), first(1, 1), first(2, 0), first(2, 1)]).count == 4)
  }

  @Test("Uniform draws and indices have their means and ranges")
  func laws() throws {
    // 100 000 draws: five standard errors are 0.0046 for the uniform mean and for each share of
    // ten.
    let draws = try Bootstrap(replicates: 100, seed: 11).run(analysis: 0) { draws in
      (0..<1000).map { _ in (draws.uniform(), draws.index(below: 10)) }
    }.flatMap { $0 }
    #expect(abs(draws.reduce(0) { $0 + $1.0 } / 100_000 - 0.5) < 0.0046)
    for index in 0..<10 {
      #expect(abs(Double(draws.filter { $0.1 == index }.count) / 100_000 - 0.1) < 0.0048)
    }
  }

  @Test("Impossible numbers of replicates are refused")
  func refusals() {
    #expect(throws: SurvivalError.replicates(0)) { try Bootstrap(replicates: 0, seed: 1) }
    #expect(throws: SurvivalError.replicates(1_000_001)) {
      try Bootstrap(replicates: 1_000_001, seed: 1)
    }
  }
}
