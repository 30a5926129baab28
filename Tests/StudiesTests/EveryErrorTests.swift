import Studies
import Testing

@Suite("Everything that is wrong with a study is said at once") struct EveryErrorTests {
  private func lines(_ changes: [Int: String], adding extra: [String] = []) -> [String] {
    (StudySample.refusal(of: StudySample.text(changes, adding: extra)) ?? "").split(separator: "\n")
      .map(String.init)
  }

  @Test("A line for each fault, in the order of the lines, in all parts of a study")
  func parts() {
    let found = lines([
      1: "study: Big", 3: "  two-by-two: { epsilon: 0 }",
      4: "network: { depth: 1, width: 0, init: { law: gauss } }",
      7: "  - { steps: 0, eta: -1, lambda: x }", 9: "horizon: never",
      10: "event: { rank: 1, alpha: -1, epsilon1: -2, epsilon2: 3, bound: 0 }",
      11: "dynamics: [sgdd, { langevin: { substeps: 0 } }]",
      12: "chains: 0", 13: "seed: -1",
    ])
    let keys = [
      "1: study", "3: problem.two-by-two.epsilon", "4: network.init.law", "4: network.depth",
      "4: network.width",
      "7: schedule.0.steps", "7: schedule.0.lambda", "9: horizon", "10: event.alpha",
      "10: event.epsilon1", "10: event.epsilon2",
      "10: event.bound", "11: dynamics.0", "11: dynamics.1.langevin.substeps", "12: chains",
      "13: seed",
    ]
    #expect(
      found.map { $0.split(separator: ":").dropFirst().prefix(2).joined(separator: ":") } == keys,
      "\(found)")
    #expect(found.allSatisfy { $0.hasPrefix("x.yaml:") })
  }

  @Test("Keys that are missing and keys that are unknown are all named, a misspelled one once")
  func keys() {
    #expect(
      lines([10: "event: { rank: 1, alfa: 0.03, epsilon1: 0.3, colour: red }", 12: "#"]).map {
        String($0.prefix(38))
      } == [
        "x.yaml:1: chains: missing; expected ho", "x.yaml:10: event.alfa: unknown key; di",
        "x.yaml:10: event.colour: unknown key (",
        "x.yaml:10: event.epsilon2: missing; ex", "x.yaml:10: event.bound: missing; expec",
      ])
  }

  @Test("Nothing is said of what follows from another fault")
  func consequences() {
    #expect(lines([9: "horizon: x"], adding: ["record: { every: 10, chains: 3 }"]).count == 1)
    #expect(lines([3: "  two-by-two: { epsilon: x }"]).count == 1)
    #expect(lines([4: "netwrk: { depth: 3, width: 4, init: { law: torch-linear } }"]).count == 1)
    #expect(lines([:], adding: ["sweep: { network.depth: [3, x], network.width: [y] }"]).count == 2)
    #expect(
      lines([9: "#"], adding: ["sweep: { horizon: 5 }"]).count == 1,
      "a sweep at fault may be what sets the horizon")
  }

  @Test(
    "A colon without a space, a key in the wrong column and a tab are told in words",
    arguments: [
      (
        [7: "  - { steps: 500, eta:0.03, lambda: 0.1 }"],
        "x.yaml:7: schedule.0.eta:0.03: unknown key; a colon needs a space behind it"
      ),
      (
        [8: "  - eta: 0.2", 9: "    lambda:0.1", 10: "horizon: 6000"],
        "line 9 has 'lambda:' without a space behind the colon"
      ),
      ([9: "horizon:6000"], "line 9 has 'horizon:' without a space behind the colon"),
      (
        [10: "event:", 11: "  rank: 1", 12: "   alpha: 0.03"],
        "line 12 is indented by 3, line 11 by 2; keys of one mapping begin in the same column"
      ),
      ([10: "event:", 11: "\trank: 1"], "line 11 is indented with a tab; use spaces"),
      (
        [4: "alpha: 0.03"],
        "x.yaml:4: alpha: unknown key; it belongs to 'event', so it is indented too far or not far enough"
      ),
      (
        [8: "  - eta: 0.2", 9: "    lambda: 0.1", 10: "    horizon: 6000"],
        "schedule.1.horizon: unknown key; it belongs to the top level"
      ),
    ] as [([Int: String], String)])
  func hints(_ changes: [Int: String], _ words: String) {
    let found = lines(changes)
    #expect(found.contains { $0.contains(words) }, "\(found)")
  }

  @Test("The values that differ between two plans are named with old and new")
  func differences() throws {
    let before = try StudySample.study().plan().identity
    func difference(_ changes: [Int: String], seed: UInt64? = nil, adding extra: [String] = [])
      throws -> String
    {
      PlanIdentity.differences(
        from: before, to: try StudySample.study(changes, adding: extra).plan(seed: seed).identity)
    }
    #expect(try difference([:], seed: 8) == "seed was 7 and is 8")
    #expect(try difference([9: "horizon: 6001"]) == "horizon was 6000 and is 6001")
    #expect(
      try difference([
        4: "network: { depth: 3, width: 4, init: { law: torch-linear } }", 5: "convention: main",
      ])
        == "init was normal(1/sqrt(width)) and is torch-linear, convention was figures and is main")
    #expect(try difference([11: "dynamics: [sgd, gd]"]) == "the number of arms was 1 and is 2")
    #expect(
      try difference([3: "  two-by-two: { epsilon: 0.5 }"]).hasPrefix(
        "problem was 2 x 2: 0,0=1.0 1,0=0.25 1,1=1.0 and is"))
    #expect(
      try difference([7: "  - { steps: 500, eta: 0.04, lambda: 0.1 }"])
        .contains("schedule was 500:0.03:0.1 rest:0.2:0.1 and is 500:0.04"))
    #expect(
      try difference([:], adding: ["record: { every: 100, chains: 2 }"]).contains(
        "every was not set and is 100"))
    let versions = PlanIdentity.differences(from: "rankfall chains 0\n", to: "rankfall chains 1\n")
    #expect(versions == "rankfall was chains 0 and is chains 1")
    #expect(
      PlanIdentity.differences(from: before, to: before)
        == "the chains are those of another version of rankfall")
  }
}
