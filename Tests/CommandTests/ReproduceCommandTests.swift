import Foundation
import Testing

@Suite struct ReproduceCommandTests {
  /// Figure 1 with narrow, few and short chains.
  private static let annealing = """
    study: fig1-annealing
    problem:
      two-by-two: { epsilon: 0.25 }
    network: { depth: 3, width: 2, init: { law: normal, std: 1/sqrt(width) } }
    convention: figures
    schedule:
      phases:
        - { steps: 500, eta: 0.03, lambda: 0.1 }
        - { eta: 0.2, lambda: 0.1 }
      offshoots: { at: [1000, 3000, 6000], steps: 500, eta: 0.02, lambda: 0.001 }
    horizon: 8000
    event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, follow: 200 }
    record: { every: 100, chains: 5 }
    dynamics: [sgd]
    chains: 4000
    seed: 7

    """

  private static let files: Set = [
    "figure.csv", "figure-paths.csv", "figure.gp", "figure.svg", "figure.png", "verdicts.csv",
    "verdicts.md",
  ]

  private static func inFolder(_ body: (Program) throws -> Void) throws {
    try Program.inFolder { program in
      try FileManager.default.createDirectory(
        atPath: program.folder + "/small", withIntermediateDirectories: true)
      try program.write("small/fig1-annealing.yaml", annealing)
      try body(program)
    }
  }

  @Test func aFigureIsRunDrawnAndJudged() throws {
    try Self.inFolder { program in
      let first = try program.run(
        "reproduce", "fig1", "--studies", "small", "--output", "r", "--chains", "20", "--threads",
        "2")
      #expect(first.status == 0 && first.complaint.isEmpty, "\(first)")
      let lines = first.output.split(separator: "\n")
      #expect(lines[0].hasPrefix("20 chains"))
      #expect(
        lines.dropFirst().dropLast().allSatisfy {
          $0.hasPrefix("fig1, holds") || $0.hasPrefix("fig1, does not")
            || $0.hasPrefix("fig1, undecided")
        })
      #expect(
        lines.last?.hasSuffix("r/fig1-annealing/figure.png and r/fig1-annealing/verdicts.md")
          == true)
      let made = try program.contents("r/fig1-annealing")
      #expect(
        Set(made.keys).isSuperset(
          of: Self.files.union(["summary.md", "paths.csv", "offshoots.csv", "branches.csv"])))
      #expect(
        try program.text("r/fig1-annealing/verdicts.csv").split(separator: "\n").count == lines
          .count - 1)

      // Again nothing is simulated, and the files are the same; at another number of threads as
      // well.
      let again = try program.run(
        "reproduce", "fig1", "--studies", "small", "--output", "r", "--chains", "20", "--quiet")
      #expect(again.status == 0 && again.output.isEmpty && again.complaint.isEmpty)
      #expect(
        try RunTests.comparable(program.contents("r/fig1-annealing")) == RunTests.comparable(made))
      let other = try program.run(
        "reproduce", "fig1", "--studies", "small", "--output", "s", "--chains", "20", "--threads",
        "1", "--quiet")
      #expect(other.status == 0)
      #expect(
        try RunTests.comparable(program.contents("s/fig1-annealing")) == RunTests.comparable(made))
    }
  }

  @Test func whatCannotBeDoneIsRefusedBeforeAnythingIsRun() throws {
    try Self.inFolder { program in
      let unknown = try program.run("reproduce", "fg1", "--studies", "small")
      #expect(
        unknown.status == 2
          && unknown.complaint.contains("unknown figure 'fg1'; did you mean 'fig1'?"), "\(unknown)")
      let missing = try program.run("reproduce", "fig2", "--studies", "small")
      #expect(
        missing.status == 2
          && missing.complaint.contains("small/fig2-depth.yaml: there is no such file"),
        "\(missing)")
      let all = try program.run("reproduce", "all", "--studies", "small")
      #expect(all.status == 2 && all.complaint.contains("there is no such file"))
      try program.write(
        "small/fig1-annealing.yaml",
        Self.annealing.replacing("record: { every: 100, chains: 5 }\n", with: ""))
      let lacking = try program.run("reproduce", "fig1", "--studies", "small")
      #expect(lacking.status == 2 && lacking.complaint.contains("fig1 needs points of paths"))
      let chains = try program.run("reproduce", "fig1", "--studies", "small", "--chains", "0")
      #expect(chains.status == 2)
      for result in [unknown, missing, all, lacking, chains] {
        #expect(result.complaint.split(separator: "\n").count == 1)
      }
      #expect(!FileManager.default.fileExists(atPath: program.folder + "/results"))
    }
  }
}
