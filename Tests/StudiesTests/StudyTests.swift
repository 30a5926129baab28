import AbsorbingSets
import DeepLinear
import Foundation
import Studies
import Testing

@Suite("Studies that are right") struct StudyTests {
  @Test("Every key reaches the law")
  func decoded() throws {
    let study = try StudySample.study()
    #expect(
      study.name == "small" && study.chains == 5 && study.seed == 7 && study.sweptKeys.isEmpty)
    let arm = try #require(study.arms.first)
    #expect(study.arms.count == 1 && arm.dynamics == "sgd" && arm.swept.isEmpty)
    #expect(arm.law.problem == (try CompletionProblem.twoByTwo(epsilon: 0.25)))
    #expect(arm.law.shape.widths == [2, 4, 4, 2])
    #expect(arm.law.initialLaw == .normal(.inverseSquareRootOfWidth))
    #expect(arm.law.convention == .figures)
    #expect(
      arm.law.schedule
        == (try Schedule(phases: [
          .init(steps: 500, learningRate: 0.03, ridge: 0.1),
          .init(steps: nil, learningRate: 0.2, ridge: 0.1),
        ])))
    #expect(arm.law.horizon == 6000 && arm.law.follow == 200)
    #expect(
      arm.law.event
        == (try AbsorbingSet(rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3)))
  }

  private static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/studies"

  @Test("The studies that come with Rankfall are accepted, and named like their files")
  func shipped() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter {
      $0.hasSuffix(".yaml")
    }
    #expect(files.count >= 7)
    for file in files {
      #expect(try Study(contentsOf: Self.folder + "/" + file).name + ".yaml" == file)
    }
  }

  @Test(
    "Figure 1's are one arm at full width",
    arguments: ["fig1-annealing", "fig1-appendix", "fig1-main"])
  func figure1(_ name: String) throws {
    let study = try Study(contentsOf: Self.folder + "/\(name).yaml")
    #expect(
      study.arms.count == 1 && study.arms[0].law.horizon == 60_000
        && study.arms[0].law.shape.widths == [2, 100, 100, 2])
    #expect(
      study.arms[0].law.rung == .sgd && study.arms[0].law.judge == .state
        && study.arms[0].stream == 0)
  }

  @Test(
    "Hidden widths one by one, with or without a depth that agrees", arguments: ["", "depth: 4, "])
  func widths(_ depth: String) throws {
    let study = try StudySample.study([
      4: "network: { \(depth)widths: [5, 3, 7], init: { law: normal, std: 5e-1 } }"
    ])
    #expect(study.arms[0].law.shape.widths == [2, 5, 3, 7, 2])
    #expect(study.arms[0].law.initialLaw == .normal(.number(0.5)))
  }

  @Test("A mapping of phases and repeat makes a schedule periodic")
  func periodic() throws {
    let lines = [
      6: "schedule:\n  repeat: true\n  phases:", 8: "  - { steps: 20, eta: 0.2, lambda: 0.1 }",
    ]
    let schedule = try StudySample.study(lines).arms[0].law.schedule
    #expect(schedule.repeats && schedule.phases.map(\.steps) == [500, 20])
    #expect(try !StudySample.study([6: "schedule:\n  phases:"]).arms[0].law.schedule.repeats)
  }

  @Test("Without follow a chain stops at its entry, and the balance is spectral")
  func defaults() throws {
    let law = try StudySample.study([
      10: "event: { rank: 0, alpha: 1, epsilon1: 0, epsilon2: 0, bound: 3 }"
    ]).arms[0].law
    #expect(law.follow == 0 && law.event.balance == .spectral)
  }

  @Test(
    "A matrix in the study and in a CSV file beside it, with its true matrix, are the same problem")
  func matrices() throws {
    try withTemporaryFolder { (folder: String) throws in
      try "\u{FEFF}1,\r\n0.25,1\r\n".write(
        toFile: folder + "/m.csv", atomically: false, encoding: .utf8)
      try "1,4\n0.25,1\n".write(toFile: folder + "/t.csv", atomically: false, encoding: .utf8)
      func problem(_ lines: String) throws -> CompletionProblem {
        try Study(text: StudySample.text([3: lines]), file: folder + "/x.yaml").arms[0].law.problem
      }
      let family = try CompletionProblem.twoByTwo(epsilon: 0.25)
      #expect(
        try problem("  observed: [[1, null], [0.25, 1]]\n  truth: [[1, 4], [0.25, 1]]") == family)
      #expect(try problem("  observed: m.csv\n  truth: t.csv") == family)
      #expect(try problem("  observed: [[1, ~], [.25, 1]]\n  truth: t.csv") == family)
      #expect(try problem("  observed: m.csv").truth == nil)
    }
  }

  @Test("A byte-order mark, Windows line ends and comments with stars do not matter")
  func dressing() throws {
    let text =
      "\u{FEFF}# don't *shout* & whisper\n"
      + StudySample.text([9: "horizon: 6000   # *six* thousand"])
    try withTemporaryFolder { (folder: String) throws in
      let path = folder + "/x.yaml"
      try text.replacing("\n", with: "\r\n").write(toFile: path, atomically: false, encoding: .utf8)
      #expect(try Study(contentsOf: path).arms == (try StudySample.study().arms))
    }
  }

  @Test("The largest seed and the longest horizon are accepted")
  func extremes() throws {
    let study = try StudySample.study([
      9: "horizon: 281474976710656", 12: "chains: 10000000", 13: "seed: 18446744073709551615",
    ])
    #expect(
      study.seed == .max && study.chains == 10_000_000 && study.arms[0].law.horizon == 1 << 48)
  }
}
