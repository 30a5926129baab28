import Studies
import Testing

@Suite("The identity of a plan") struct IdentityTests {
  private func identity(_ changes: [Int: String] = [:], adding extra: [String] = []) throws
    -> String
  {
    try StudySample.study(changes, adding: extra).plan().identity
  }

  @Test("It spells the law out")
  func spelled() throws {
    #expect(
      try identity() == """
        rankfall chains 1
        seed 7
        problem 0 2 x 2: 0,0=1.0 1,0=0.25 1,1=1.0
        arm 0 dynamics sgd problem 0 widths 2,4,4,2 init normal(1/sqrt(width)) convention figures \
        schedule 500:0.03:0.1 rest:0.2:0.1 horizon 6000 event rank=1 alpha=0.03 epsilon1=0.3 epsilon2=0.1 bound=3.0 \
        balance=spectral follow 200

        """)
  }

  @Test("Writing the same study otherwise does not change it")
  func invariant() throws {
    let reference = try identity()
    let same: [[Int: String]] = [
      [1: "# a comment\nstudy: other"], [12: "chains: 9"],
      [5: "seed: 7", 13: "convention: figures"],
      [9: "horizon: +6000 # the same"], [7: "  - { lambda: 1e-1, eta: 3.0e-2, steps: 500 }"],
      [8: "  - { steps: 100, eta: 0.2, lambda: 0.1 }"], [3: "  observed: [[1, null], [0.25, 1]]"],
      [3: "  observed: [[1, null], [0.25, 1]]\n  truth: [[1, 9], [0.25, 1]]"],
      [4: "network: { widths: [4, 4], init: { std: \"1/sqrt(width)\", law: normal } }"],
      [
        10:
          "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, follow: 200, balance: spectral }"
      ],
      [11: "dynamics: [{ sgd: { chains: 3 } }]"],
    ]
    for changes in same { #expect(try identity(changes) == reference, "\(changes)") }
  }

  @Test("Whatever changes the chains changes it")
  func sensitive() throws {
    let dynamics = [
      "gd", "sgd-shuffled", "{ sgd-batch: 1 }", "{ sgd-batch: 2 }", "gaussian-matched",
      "{ gaussian-matched: { substeps: 2 } }",
      "gaussian-frozen", "{ gaussian-frozen: { substeps: 2 } }", "langevin",
      "{ langevin: { substeps: 2 } }",
      "{ langevin: { temperature: 0.001 } }",
      "{ langevin: { temperature: 0.0010000000000000002 } }",
      "{ langevin: { temperature: 0.001, substeps: 2 } }", "{ langevin: { temperature: 0 } }",
      "sgd, gd", "gd, sgd",
    ]
    let changes: [[Int: String]] =
      [
        [:], [13: "seed: 8"], [3: "  two-by-two: { epsilon: 0.2500000000000001 }"],
        [5: "convention: main"], [9: "horizon: 6001"],
        [4: "network: { depth: 3, width: 5, init: { law: normal, std: 1/sqrt(width) } }"],
        [4: "network: { depth: 4, width: 4, init: { law: normal, std: 1/sqrt(width) } }"],
        [4: "network: { depth: 3, width: 4, init: { law: normal, std: 0.5 } }"],
        [4: "network: { depth: 3, width: 4, init: { law: torch-linear } }"],
        [7: "  - { steps: 501, eta: 0.03, lambda: 0.1 }"],
        [
          6: "schedule:\n  repeat: true\n  phases:", 8: "  - { steps: 100, eta: 0.2, lambda: 0.1 }",
        ],
        [
          10: "event: { rank: 0, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, follow: 200 }"
        ],
        [
          10: "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, follow: 201 }"
        ],
        [
          10:
            "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, balance: frobenius-squared, follow: 200 }"
        ],
        [
          10:
            "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, follow: 200, quench: 32 }"
        ],
        [
          10:
            "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, follow: 200, quench: 64 }"
        ],
        [
          10:
            "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, follow: 200, quench: { every: 64, looks: 2 } }"
        ],
      ] + dynamics.map { [11: "dynamics: [\($0)]"] }
    #expect(Set(try changes.map { try identity($0) }).count == changes.count)
  }

  @Test("The command line's chains and seed take the study's place")
  func overrides() throws {
    let study = try StudySample.study()
    let plan = try study.plan(chains: 9, seed: 11)
    #expect(plan.chains == 9 && plan.seed == 11 && plan.name == "small" && plan.arms == study.arms)
    #expect(plan.identity == (try identity([13: "seed: 11"])))
    #expect(try study.plan().chains == 5)
  }

  @Test("Arms that share a problem spell it once")
  func shared() throws {
    let text = try identity(adding: [
      "sweep: { horizon: [10, 20], problem.two-by-two.epsilon: [0.5, 0.25] }"
    ])
    let lines = text.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("problem") }.count == 2)
    #expect(
      lines.filter { $0.hasPrefix("arm") }.map { $0.contains("problem 0") } == [
        true, false, true, false,
      ])
  }

  @Test("Rungs, judges and streams are spelled where they are not those of plain SGD")
  func ladder() throws {
    let changes = [
      10: "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, quench: 96 }",
      11: "dynamics: [sgd, { langevin: { temperature: 1e-3, substeps: 2, chains: 3 } }]",
    ]
    let text = try identity(changes, adding: ["sweep: { network.depth: [3, 4] }"])
    let arms = text.split(separator: "\n").filter { $0.hasPrefix("arm") }
    #expect(
      arms.map { $0.split(separator: " problem")[0] } == [
        "arm 0 dynamics sgd", "arm 1 stream 0 dynamics langevin(temperature: 0.001, substeps: 2)",
        "arm 2 stream 1 dynamics sgd",
        "arm 3 stream 1 dynamics langevin(temperature: 0.001, substeps: 2)",
      ])
    #expect(arms.allSatisfy { $0.hasSuffix(" follow 0 quench 96 1") })
  }

  @Test("How a rung is written does not matter, only what it is")
  func spelling() throws {
    func of(_ dynamics: String) throws -> String { try identity([11: "dynamics: [\(dynamics)]"]) }
    #expect(
      try of("langevin") == of("{ langevin: { temperature: matched, substeps: 1, chains: 8 } }"))
    #expect(try of("{ sgd-batch: 4 }") == of("{ sgd-batch: { size: 4 } }"))
    #expect(
      try of("{ langevin: { temperature: 1e-3 } }") == of("{ langevin: { temperature: 0.001 } }"))
  }

  @Test("Listed points are the same chains as crossed ones")
  func points() throws {
    #expect(
      try identity(adding: ["sweep: [{ horizon: 10 }, { horizon: 20 }]"])
        == identity(adding: ["sweep: { horizon: [10, 20] }"]))
    #expect(
      try identity(adding: ["sweep: [{ horizon: 20 }, { horizon: 10 }]"])
        != identity(adding: ["sweep: { horizon: [10, 20] }"]))
  }
}
