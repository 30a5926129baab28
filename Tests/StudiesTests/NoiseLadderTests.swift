import Chains
import Ensemble
import Ladder
import Publishing
import Testing

@testable import Studies

@Suite("The noise ladder in a study") struct NoiseLadderTests {
  private func arms(_ dynamics: String, adding extra: [String] = []) throws -> [Arm] {
    try StudySample.study([11: "dynamics: \(dynamics)"], adding: extra).arms
  }

  @Test("Every way to write a rung means what it says")
  func rungs() throws {
    let written: [(String, Rung)] = [
      ("gd", .gradientDescent), ("sgd", .sgd), ("{ sgd: {} }", .sgd),
      ("sgd-shuffled", .sgdShuffled),
      ("{ sgd-batch: 4 }", .sgdBatch(4)), ("{ sgd-batch: { size: 1 } }", .sgdBatch(1)),
      ("{ sgd-batch: 4096 }", .sgdBatch(4096)),
      ("gaussian-matched", .gaussianMatched(substeps: 1)),
      ("{ gaussian-matched: { substeps: 4 } }", .gaussianMatched(substeps: 4)),
      ("gaussian-frozen", .gaussianFrozen(substeps: 1)),
      ("{ gaussian-frozen: { substeps: 4096 } }", .gaussianFrozen(substeps: 4096)),
      ("langevin", .langevin(.matched, substeps: 1)),
      ("{ langevin: { temperature: \"matched\" } }", .langevin(.matched, substeps: 1)),
      ("{ langevin: { temperature: 1e-3, substeps: 2 } }", .langevin(.number(0.001), substeps: 2)),
      ("{ langevin: { temperature: 0 } }", .langevin(.number(0), substeps: 1)),
    ]
    for (text, rung) in written {
      #expect(try arms("[\(text)]").map(\.law.rung) == [rung], "\(text)")
    }
  }

  @Test("Rungs that differ in a value are different arms, named by what they are")
  func names() throws {
    let listed = try arms(
      "[gd, sgd, { sgd-batch: 2 }, { sgd-batch: 3 }, langevin, { langevin: { temperature: 0.001 } }, "
        + "{ langevin: { temperature: 0.001, substeps: 16 } }, { gaussian-matched: { substeps: 4 } }]"
    )
    #expect(
      listed.map(\.dynamics) == [
        "gd", "sgd", "sgd-batch(2)", "sgd-batch(3)", "langevin(temperature: matched)",
        "langevin(temperature: 0.001)",
        "langevin(temperature: 0.001, substeps: 16)", "gaussian-matched(substeps: 4)",
      ])
    #expect(listed.allSatisfy { $0.dynamics == $0.law.rung.name })
  }

  @Test("Names are one cell of CSV, and stand in pictures to the letter")
  func cells() throws {
    let name = try arms("[{ langevin: { temperature: 0.001, substeps: 16 } }]")[0].dynamics
    let table = Table(
      "t", title: "t", columns: [.words("dynamics"), TableColumn("n")],
      rows: [[.text(name), .count(7)]])
    #expect(
      table.text(in: .csv) == "dynamics,n\n\"langevin(temperature: 0.001, substeps: 16)\",7\n")
    // Without a sign that gnuplot, Markdown or LaTeX reads otherwise.
    #expect(name.wholeMatch(of: /[a-z0-9.:,() \-]+/) != nil)
  }

  @Test("The rungs of one point share a stream, points do not")
  func streams() throws {
    let crossed = try arms("[sgd, gd, langevin]", adding: ["sweep: { network.depth: [3, 4] }"])
    #expect(crossed.map(\.stream) == [0, 0, 0, 1, 1, 1])
    #expect(crossed.map(\.law.shape.depth) == [3, 3, 3, 4, 4, 4])
    #expect(
      crossed.map(\.law.rung) == crossed.prefix(3).map(\.law.rung)
        + crossed.prefix(3).map(\.law.rung))
    #expect(
      try arms("[sgd]", adding: ["sweep: { network.depth: [3, 4, 5] }"]).map(\.stream) == [0, 1, 2])
  }

  @Test("A rung may have its own number of chains, the command line's stands for all")
  func chains() throws {
    let study = try StudySample.study([
      11: "dynamics: [sgd, { langevin: { chains: 2 } }, { sgd-batch: { size: 3, chains: 7 } }]"
    ])
    func counts(_ plan: EnsemblePlan) -> [Int] { plan.arms.indices.map(plan.chains(ofArm:)) }
    let plan = try study.plan()
    #expect(counts(plan) == [5, 2, 7] && plan.totalChains == 14)
    let other = try study.plan(chains: 9)
    #expect(
      counts(other) == [9, 9, 9] && other.totalChains == 27 && other.identity == plan.identity)
  }

  @Test("The event is judged by the state, or by gradient descent every so many steps")
  func judges() throws {
    func judge(_ extra: String) throws -> Watch.Judge {
      try StudySample.study([
        10: "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3\(extra) }"
      ]).arms[0].law
        .judge
    }
    #expect(try judge("") == .state)
    #expect(try judge(", quench: 32") == .quenched(every: 32))
    #expect(try judge(", quench: 96") == .quenched(every: 96))
    #expect(try judge(", quench: { every: 64 }") == .quenched(every: 64, looks: 1))
    #expect(try judge(", quench: { every: 96, looks: 10 }") == .quenched(every: 96, looks: 10))
    #expect(
      try judge(", cores: { every: 64, margin: 0.5, commitment: 100 }")
        == .cores(every: 64, margin: 0.5, commitment: 100))
    let swept = try StudySample.study(adding: ["sweep: { event.quench: [32, 64] }"])
    #expect(swept.arms.map(\.law.judge) == [.quenched(every: 32), .quenched(every: 64)])
  }

  @Test(
    "A study at the limits of the random numbers is accepted, one step further it is not",
    arguments: [0, 1])
  func limits(_ more: Int) throws {
    // Three entries: two normal numbers a step, one block of 2^44.
    let longest = (1 << 44) - 32 - 200
    let refusal = StudySample.refusal(
      of: StudySample.text([9: "horizon: \(longest + more)", 11: "dynamics: [gaussian-matched]"]))
    #expect((refusal != nil) == (more == 1), "\(refusal ?? "accepted")")
  }
}
