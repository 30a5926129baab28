import AbsorbingSets
import Chains
import DeepLinear
import Foundation
import Ladder

/// A counter-example to absorption as it is written to a file: all that is needed to go through it
/// again, to the bit.
///
/// JSON. Numbers are in the shortest decimal form that reads back to the same double. Rows and
/// columns are counted from 1.
public struct CounterExample: Equatable, Sendable {
  /// The study's name, the arm and what sets it apart.
  public let study: String
  /// The arm's index.
  public let arm: Int
  /// How the point came to be.
  public let kind: PointKind
  /// The chain that the point is from, or was pushed from.
  public let chain: Int
  /// t, the point's step.
  public let step: Int
  /// The observed entries.
  public let problem: CompletionProblem
  /// How eta and lambda enter a step.
  public let convention: Convention
  /// The set.
  public let set: AbsorbingSet
  /// theta_t.
  public let network: Network
  /// The word with the eta and lambda of each step.
  public let moves: [Move]

  /// The largest file that is read, in bytes.
  public static let largestFile = 1 << 28
  /// The latest step that is read.
  private static let latest = 1 << 60

  /// One step of SGD.
  public struct Move: Equatable, Sendable {
    /// The index of the entry that is drawn.
    public let entry: Int
    /// eta and lambda.
    public let phase: Schedule.Phase
  }

  /// The counter-example that an exit is.
  public init(_ exit: AuditExit, law: ChainLaw, set: AbsorbingSet, study: String, arm: Int) {
    (self.study, self.arm, self.set) = (study, arm, set)
    (kind, chain, step, network) = (
      exit.point.kind, Int(exit.point.chain), exit.point.step, exit.point.network
    )
    // The matrix behind the observed entries has no part in a move.
    problem = Self.observed(law.problem)
    convention = law.convention
    moves = exit.successor.word.enumerated().map { index, entry in
      let phase = law.schedule.phase(at: exit.point.step + index).phase
      return Move(
        entry: entry,
        phase: Schedule.Phase(steps: nil, learningRate: phase.learningRate, ridge: phase.ridge))
    }
  }

  /// The problem with nothing but its observed entries.
  private static func observed(_ problem: CompletionProblem) -> CompletionProblem {
    var table = [[Double?]](
      repeating: [Double?](repeating: nil, count: problem.columns), count: problem.rows)
    for entry in problem.entries { table[entry.row][entry.column] = entry.value }
    // What was a problem before is one still.
    return (try? CompletionProblem(observed: table)) ?? problem
  }

  /// Reads a counter-example from the text of a file.
  ///
  /// - Throws: `AuditError.counterExample` with a sentence on the first thing that is wrong with
  ///   it.
  public init(json: String) throws(AuditError) {
    let file: CounterExampleFile
    do {
      file = try JSONDecoder().decode(CounterExampleFile.self, from: Data(json.utf8))
    } catch {
      throw .counterExample(CounterExampleFile.sentence(error))
    }
    (study, arm, chain, step) = (file.study, file.arm, file.chain, file.step)
    guard (0...Self.latest).contains(step) else {
      throw .counterExample(
        "step: a whole number from 0 to \(Self.latest) is needed, found \(step)")
    }
    guard let kind = PointKind(rawValue: file.kind) else {
      throw .counterExample(
        "kind: expected one of \(PointKind.allCases.map(\.rawValue).joined(separator: "; ")), found '\(file.kind)'"
      )
    }
    guard let convention = Convention(rawValue: file.convention) else {
      throw .counterExample(
        "convention: expected one of \(Convention.allCases.map(\.rawValue).joined(separator: ", ")), found '\(file.convention)'"
      )
    }
    (self.kind, self.convention) = (kind, convention)
    problem = try file.completionProblem()
    set = try file.absorbingSet()
    network = try file.network(for: problem)
    moves = try file.schedule(for: problem)
  }

  /// Reads a counter-example from a file.
  ///
  /// - Throws: `AuditError.counterExample` where there is no such file, it is larger than
  ///   `largestFile`, not text, or no counter-example.
  public init(contentsOf file: String) throws(AuditError) {
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw .counterExample("the file cannot be opened")
    }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: Self.largestFile + 1) else {
      throw .counterExample("the file cannot be read")
    }
    guard data.count <= Self.largestFile else {
      throw .counterExample("the file is larger than \(Self.largestFile >> 20) MiB")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .counterExample("the file is not UTF-8 text")
    }
    try self.init(json: text)
  }

  /// The text of the file: keys in order, one a line.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(CounterExampleFile(self)), as: UTF8.self) + "\n"
  }
}
