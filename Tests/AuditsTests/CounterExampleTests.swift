import AbsorbingSets
import Audits
import Chains
import DeepLinear
import Foundation
import RandomStreams
import TestKit
import Testing

/// Counter-examples go to a file and back to the bit.
@Suite struct CounterExampleTests {
  private func examples() throws -> [CounterExample] {
    let law = try Laws.figure1(width: 2, alpha: 0.1, epsilon2: 0.5)
    let plan = try AuditPlan(
      problem: law.problem, chains: 6, pointsPerChain: 8, window: 500, depth: 4, horizon: 20_000)
    let result = Audit(law: law, stream: RandomStream(seed: 2305, index: 0), plan: plan).result(
      law.event)
    return result.groups.compactMap(\.shortest).map {
      CounterExample($0, law: law, set: result.set, study: "fig1", arm: 0)
    }
  }

  @Test func aFileIsReadBackToTheBitAndConfirmed() throws {
    let all = try examples()
    #expect(all.count > 3)
    for example in all {
      let read = try CounterExample(json: try example.json())
      #expect(read == example)
      let replay = CounterExampleReplay(read)
      #expect(replay.isConfirmed && replay.points.count == example.moves.count + 1)
      #expect(replay.points.dropLast().allSatisfy { $0.reading.level != nil })
      #expect(
        replay.points.map(\.step) == Array(example.step...(example.step + example.moves.count)))
    }
  }

  /// Doubles whose shortest decimal forms are long, small, and large.
  @Test func awkwardNumbersSurvive() throws {
    var text = try #require(try examples().first).json()
    let example = try CounterExample(json: text)
    var numbers = TestNumbers(31)
    let weights = example.network.weights.map { matrix in
      Matrix(
        rows: matrix.rows, columns: matrix.columns,
        elements: matrix.elements.map { _ in numbers.normal() * numbers.scale(-300, 10) })
    }
    let old = try #require(text.range(of: "\"weights\""))
    let rows = weights.map { m in
      "[" + (0..<m.rows).map { "\(m.row($0))" }.joined(separator: ",") + "]"
    }
    text = text[..<old.lowerBound] + "\"weights\": [" + rows.joined(separator: ",") + "]}"
    let read = try CounterExample(json: text)
    #expect(read.network == Network(weights: weights))
    #expect(try CounterExample(json: try read.json()) == read)
  }

  @Test func anInnocentPointIsNotConfirmed() throws {
    let text = try #require(try examples().first).json()
    let wide = text.replacingOccurrences(of: "\"epsilon1\" : 0.3", with: "\"epsilon1\" : 1e9")
      .replacingOccurrences(of: "\"bound\" : 3", with: "\"bound\" : 1e9").replacingOccurrences(
        of: "\"alpha\" : 0.1", with: "\"alpha\" : 1e9")
    let replay = CounterExampleReplay(try CounterExample(json: wide))
    #expect(wide != text && !replay.isConfirmed)
  }

  @Test(arguments: [
    ("{", "this is not JSON"), ("[]", "the file holds something else"), ("{}", "is missing"),
    ("\"rank\" : 1|\"rank\" : -1", "event: rank = -1"),
    ("\"rank\" : 1|\"rank\" : 1.5", "not whole"),
    ("\"convention\" : \"figures\"|\"convention\" : \"best\"", "convention: expected one of main"),
    ("\"balance\" : \"spectral\"|\"balance\" : \"none\"", "event: balance is one of"),
    ("\"eta\" : |\"eta\" : -", "finite numbers from 0 up"),
    ("\"rows\" : 2|\"rows\" : 0", "rows and columns from 1"),
    ("\"rows\" : 2|\"rows\" : 1", "there is no row 2"),
    ("\"rows\" : 2|\"rows\" : 3", "the last layer has 2 rows where the problem has 3"),
    ("\"alpha\" : 0.1|\"alpha\" : 1e999", "out of range"),
    ("\"weights\"|\"heights\"", "weights is missing"),
    ("\"step\" : |\"step\" : -", "step: a whole number"),
    ("\"kind\" : \"|\"kind\" : \"un", "kind: expected one of visited"),
    ("\"columns\" : 2|\"columns\" : 3", "layer 1 needs rows of 3"),
  ])
  func aFileThatIsNoneIsRefused(change: String, sentence: String) throws {
    let parts = change.components(separatedBy: "|")
    let text = try #require(try examples().first).json()
    let bad = parts.count == 1 ? change : text.replacingOccurrences(of: parts[0], with: parts[1])
    #expect(bad != text)
    do {
      _ = try CounterExample(json: bad)
      Issue.record("\(change) was read")
    } catch {
      #expect(error.description.contains(sentence), "\(error)")
    }
  }
}
