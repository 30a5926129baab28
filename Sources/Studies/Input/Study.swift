import Chains
import DeepLinear
import Ensemble
import Ladder

/// A study: the arms that a study file asks for, checked, with the numbers that apply to all of
/// them.
public struct Study: Equatable, Sendable {
  /// The file that it was read from, as it was named.
  public let file: String
  /// The file's text.
  public let text: String
  /// The study's name, which names the folder of its results.
  public let name: String
  /// The swept keys in the study's order.
  public let sweptKeys: [String]
  /// The arms: the sweep's points, each with every rung of `dynamics`. Those of one point share a
  /// stream of random numbers.
  public let arms: [Arm]
  /// How many chains each arm is to have whose rung does not say.
  public let chains: Int
  /// The seed of every random number.
  public let seed: UInt64
  /// The matrices that it reads from files of their own, in its order.
  public let matrices: [MatrixFile]

  /// What is possible in the study and seldom meant, a sentence each: said before it runs, and in
  /// its report.
  public var warnings: [String] {
    var problems: [CompletionProblem] = []
    for arm in arms where !problems.contains(arm.law.problem) { problems.append(arm.law.problem) }
    var sentences: [String] = []
    for warning in problems.flatMap(\.warnings).map(\.description)
    where !sentences.contains(warning) {
      sentences.append(warning)
    }
    return sentences
  }

  /// The largest study file, in bytes.
  public static let largestFile = 1 << 20
  /// The longest horizon, phase or follow-up, in steps.
  public static let longest = 1 << 48
  /// The most chains an arm may have.
  public static let mostChains = 10_000_000

  static let keys = [
    "study", "problem", "network", "convention", "schedule", "horizon", "event", "record",
    "dynamics", "chains", "seed", "sweep",
  ]

  /// What stands for standard input where a file is named, and what messages call it.
  static let standardInput = (word: "-", name: "standard input")

  /// Reads a study file; `-` is standard input.
  ///
  /// - Throws: `StudyError` with everything that is wrong with it.
  public init(contentsOf file: String) throws(StudyError) {
    let name = file == Self.standardInput.word ? Self.standardInput.name : file
    let text: String
    do throws(TextFile.Failure) {
      let limit = Self.largestFile
      let isInput = file == Self.standardInput.word
      text =
        isInput ? try TextFile.standardInput(limit: limit) : try TextFile.read(file, limit: limit)
    } catch {
      throw StudyError(file: name, line: nil, key: nil, message: error.message)
    }
    try self.init(text: text, file: name)
  }

  /// Reads a study from its text.
  ///
  /// - Parameters:
  ///   - text: YAML.
  ///   - file: The name for messages; paths in the study are relative to its folder.
  ///   - matrices: Texts that stand for the files of matrices, by the names that the study has for
  ///     them.
  /// - Throws: `StudyError` with everything that is wrong with it.
  public init(text: String, file: String, matrices: [String: String] = [:]) throws(StudyError) {
    let (node, faults) = (try StudyNode(yaml: text, file: file), StudyFaults())
    let tree = StudyPlace(file: file, node: node, path: "", faults: faults)
    let root = try StudyFields(tree, known: Self.keys)
    let name = faults.attempt { try root.required("study", "a name for the study").studyName() }
    let chains = root.required("chains", "how many chains each arm is to have").whole(
      in: 1...Self.mostChains)
    let seed = root.required("seed", "a whole number from 0 to 2^64-1").whole(in: 0...UInt64.max)
    let rungs = faults.attempt {
      try root.required("dynamics", "a list of rungs such as [sgd, langevin]").rungs()
    }
    let sweep = faults.attempt { try root["sweep"].map { try Sweep($0) } ?? Sweep.none }
    let points = sweep.flatMap { sweep in faults.attempt { try sweep.points(in: node, file: file) }
    }
    if let points, let rungs, points.count * rungs.count > Sweep.mostArms {
      throw tree.refusal(
        "the sweep and the dynamics make \(points.count * rungs.count) arms; at most \(Sweep.mostArms) are possible"
      )
    }
    var arms: [Arm] = []
    var decoder = LawDecoder(files: MatrixFiles(given: matrices))
    for (stream, point) in (points ?? []).enumerated() {
      let place = StudyPlace(file: file, node: point.root, path: "", faults: faults)
      let laws = faults.attempt { try decoder.laws(in: place, rungs: rungs ?? []) }
      let swept = point.values.map { Arm.SweptValue(key: $0.key, value: $0.value) }
      for (listed, law) in zip(rungs ?? [], laws ?? []) {
        arms.append(
          Arm(
            dynamics: law.rung.name, swept: swept, law: law, stream: UInt32(stream),
            chains: listed.chains))
      }
    }
    if points == nil {
      let unswept = StudyFaults()
      _ = unswept.attempt {
        try decoder.laws(
          in: StudyPlace(file: file, node: node, path: "", faults: unswept), rungs: rungs ?? [])
      }
      faults.noteAll(of: unswept)
    }
    guard let name, let sweep, faults.isEmpty else {
      throw faults.error ?? tree.refusal("the study cannot be read")
    }
    (self.file, self.text, self.name, self.chains, self.seed, self.arms) = (
      file, text, name, chains, seed, arms
    )
    (sweptKeys, self.matrices) = (sweep.keys, decoder.files.files)
  }
}

extension StudyPlace {
  /// A name that is safe as a folder's name on any file system.
  fileprivate func studyName() throws(StudyError) -> String {
    let name = try text("a name for the study")
    guard name.wholeMatch(of: /[a-z0-9_\-][a-z0-9_.\-]{0,63}/) != nil else {
      throw refusal(
        "expected 1 to 64 of the characters a-z, 0-9, '-', '_' and '.', without a leading dot, found '\(name.prefix(80))'"
      )
    }
    return name
  }
}
