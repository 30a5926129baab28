import Chains
import DeepLinear
import Studies
import Testing

@Suite("Sweeps") struct SweepTests {
  @Test("Swept keys are crossed, the first slowest")
  func crossed() throws {
    let study = try StudySample.study(adding: [
      "sweep: { problem.two-by-two.epsilon: [0.25, 1e-1], network.depth: [3, 4, 5] }"
    ])
    #expect(study.sweptKeys == ["problem.two-by-two.epsilon", "network.depth"])
    #expect(
      study.arms.map { $0.swept.map(\.value).joined(separator: " ") } == [
        "0.25 3", "0.25 4", "0.25 5", "1e-1 3", "1e-1 4", "1e-1 5",
      ])
    #expect(study.arms.map(\.law.shape.depth) == [3, 4, 5, 3, 4, 5])
    #expect(
      study.arms.map { $0.law.problem.entries[1].value } == [0.25, 0.25, 0.25, 0.1, 0.1, 0.1])
    #expect(study.arms.allSatisfy { $0.dynamics == "sgd" })
  }

  @Test(
    "Any key can be swept: words, list items, whole mappings, and keys that the study leaves out")
  func anything() throws {
    func laws(_ sweep: String, _ changes: [Int: String] = [:]) throws -> [ChainLaw] {
      try StudySample.study(changes, adding: ["sweep: { \(sweep) }"]).arms.map(\.law)
    }
    #expect(try laws("convention: [main, appendix]").map(\.convention) == [.main, .appendix])
    #expect(
      try laws("schedule.1.eta: [0.1, 0.3]").map { $0.schedule.phases[1].learningRate } == [
        0.1, 0.3,
      ])
    #expect(try laws("network.init: [{ law: torch-linear }]").map(\.initialLaw) == [.torchLinear])
    #expect(
      try laws("event.balance: [frobenius-squared]").map(\.event.balance) == [.frobeniusSquared])
    #expect(try laws("network.width: [2, 9]").map(\.shape.largestHiddenWidth) == [2, 9])
    #expect(
      try laws("problem: [{ observed: [[1, 2, null], [1, 1, 1]] }]").map(\.problem.columns) == [3])
    let periodic = [
      6: "schedule:\n  repeat: true\n  phases:", 8: "  - { steps: 2, eta: 0.2, lambda: 0.1 }",
    ]
    #expect(
      try laws("schedule.phases.0.eta: [0, 1]", periodic).map { $0.schedule.phases[0].learningRate }
        == [0, 1])
  }

  @Test("A swept value is shown as the study wrote it")
  func written() throws {
    let study = try StudySample.study(adding: [
      "sweep: { network.init: [{ law: normal, std: 1.50 }, {law: torch-linear}] }"
    ])
    #expect(
      study.arms.map { $0.swept[0].value } == ["{law: normal, std: 1.50}", "{law: torch-linear}"])
  }

  @Test("A list of points is taken as it stands, in its order and with the keys of the first")
  func listed() throws {
    let study = try StudySample.study(adding: [
      "sweep:", "  - { schedule.1.eta: 0.2, horizon: 6000 }",
      "  - { horizon: 12000, schedule.1.eta: 1e-1 }",
    ])
    #expect(study.sweptKeys == ["schedule.1.eta", "horizon"])
    #expect(
      study.arms.map { $0.swept.map { "\($0.key)=\($0.value)" } } == [
        ["schedule.1.eta=0.2", "horizon=6000"], ["schedule.1.eta=1e-1", "horizon=12000"],
      ])
    #expect(study.arms.map(\.law.horizon) == [6000, 12000])
    #expect(study.arms.map { $0.law.schedule.phases[1].learningRate } == [0.2, 0.1])
    #expect(study.arms.map(\.stream) == [0, 1])
  }

  @Test("A list of one key is the same as its axis")
  func oneKey() throws {
    let listed = try StudySample.study(adding: [
      "sweep: [{ network.depth: 3 }, { network.depth: 4 }]"
    ])
    let crossed = try StudySample.study(adding: ["sweep: { network.depth: [3, 4] }"])
    #expect(listed.arms == crossed.arms && listed.sweptKeys == crossed.sweptKeys)
  }

  @Test("Points may set whole mappings, and keys that the study leaves out")
  func mappings() throws {
    let study = try StudySample.study(adding: [
      "sweep:", "  - { network.init: { law: torch-linear }, event.quench: 32 }",
      "  - { network.init: { law: normal, std: 0.5 }, event.quench: 64 }",
    ])
    #expect(study.arms.map(\.law.initialLaw) == [.torchLinear, .normal(.number(0.5))])
    #expect(study.arms.map(\.law.judge) == [.quenched(every: 32), .quenched(every: 64)])
    #expect(study.arms[0].swept[0].value == "{law: torch-linear}")
  }
}
