import AbsorbingSets
import DeepLinear
import Foundation

/// The layout of a counter-example's file.
struct CounterExampleFile: Codable {
  struct Problem: Codable {
    let rows: Int
    let columns: Int
    let entries: [Entry]
  }

  struct Entry: Codable {
    let row: Int
    let column: Int
    let value: Double
  }

  struct Event: Codable {
    let rank: Int
    let alpha: Double
    let epsilon1: Double
    let epsilon2: Double
    let bound: Double
    let balance: String
  }

  struct Move: Codable {
    let row: Int
    let column: Int
    let eta: Double
    let lambda: Double
  }

  let study: String
  let arm: Int
  let kind: String
  let chain: Int
  let step: Int
  let problem: Problem
  let convention: String
  let event: Event
  let moves: [Move]
  /// W_1 ... W_L, each row by row.
  let weights: [[[Double]]]

  init(_ example: CounterExample) {
    (study, arm, kind, chain, step) = (
      example.study, example.arm, example.kind.rawValue, example.chain, example.step
    )
    let problem = example.problem
    self.problem = Problem(
      rows: problem.rows, columns: problem.columns,
      entries: problem.entries.map {
        Entry(row: $0.row + 1, column: $0.column + 1, value: $0.value)
      })
    convention = example.convention.rawValue
    let set = example.set
    event = Event(
      rank: set.rank, alpha: set.alpha, epsilon1: set.epsilon1, epsilon2: set.epsilon2,
      bound: set.bound,
      balance: set.balance.rawValue)
    moves = example.moves.map { move in
      let entry = problem.entries[move.entry]
      return Move(
        row: entry.row + 1, column: entry.column + 1, eta: move.phase.learningRate,
        lambda: move.phase.ridge)
    }
    weights = example.network.weights.map { matrix in (0..<matrix.rows).map(matrix.row) }
  }

  func completionProblem() throws(AuditError) -> CompletionProblem {
    let sizes = 1...CompletionProblem.largestDimension
    guard sizes.contains(problem.rows), sizes.contains(problem.columns) else {
      throw .counterExample(
        "problem: rows and columns from 1 to \(CompletionProblem.largestDimension) are needed, found \(problem.rows) x \(problem.columns)"
      )
    }
    var table = [[Double?]](
      repeating: [Double?](repeating: nil, count: problem.columns), count: problem.rows)
    for entry in problem.entries {
      guard (1...problem.rows).contains(entry.row), (1...problem.columns).contains(entry.column)
      else {
        throw .counterExample(
          "problem: there is no row \(entry.row), column \(entry.column) to observe")
      }
      guard table[entry.row - 1][entry.column - 1] == nil else {
        throw .counterExample("problem: row \(entry.row), column \(entry.column) is observed twice")
      }
      table[entry.row - 1][entry.column - 1] = entry.value
    }
    do {
      return try CompletionProblem(observed: table)
    } catch {
      throw .counterExample("problem: \(error)")
    }
  }

  func absorbingSet() throws(AuditError) -> AbsorbingSet {
    guard let norm = AbsorbingSet.BalanceNorm(rawValue: event.balance) else {
      throw .counterExample(
        "event: balance is one of \(AbsorbingSet.BalanceNorm.allCases.map(\.rawValue).joined(separator: ", ")), found '\(event.balance)'"
      )
    }
    do {
      return try AbsorbingSet(
        rank: event.rank, alpha: event.alpha, epsilon1: event.epsilon1, epsilon2: event.epsilon2,
        bound: event.bound, balance: norm)
    } catch {
      throw .counterExample("event: \(error)")
    }
  }

  func network(for problem: CompletionProblem) throws(AuditError) -> Network {
    guard weights.count >= 2 else {
      throw .counterExample("weights: two layers or more are needed, found \(weights.count)")
    }
    var matrices: [Matrix] = []
    var columns = problem.columns
    for (index, rows) in weights.enumerated() {
      guard !rows.isEmpty, rows.allSatisfy({ $0.count == columns }) else {
        throw .counterExample("weights: layer \(index + 1) needs rows of \(columns) numbers each")
      }
      guard rows.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
        throw .counterExample("weights: layer \(index + 1) holds a number that is not finite")
      }
      matrices.append(Matrix(rows: rows.count, columns: columns, elements: rows.flatMap { $0 }))
      columns = rows.count
    }
    guard columns == problem.rows else {
      throw .counterExample(
        "weights: the last layer has \(columns) rows where the problem has \(problem.rows)")
    }
    return Network(weights: matrices)
  }

  func schedule(for problem: CompletionProblem) throws(AuditError) -> [CounterExample.Move] {
    guard !moves.isEmpty else {
      throw .counterExample("moves: there is none; a counter-example has at least one")
    }
    var result: [CounterExample.Move] = []
    for (index, move) in moves.enumerated() {
      guard
        let entry = problem.entries.firstIndex(where: {
          ($0.row + 1, $0.column + 1) == (move.row, move.column)
        })
      else {
        throw .counterExample(
          "moves: move \(index + 1) draws row \(move.row), column \(move.column), which is not observed"
        )
      }
      let phase = Schedule.Phase(steps: nil, learningRate: move.eta, ridge: move.lambda)
      guard (try? Schedule(phases: [phase])) != nil else {
        throw .counterExample(
          "moves: move \(index + 1) has eta = \(move.eta) and lambda = \(move.lambda); finite numbers from 0 up are needed"
        )
      }
      result.append(CounterExample.Move(entry: entry, phase: phase))
    }
    return result
  }

  /// What a person can do about a file that does not decode.
  static func sentence(_ error: any Error) -> String {
    func place(_ path: [any CodingKey], _ last: (any CodingKey)? = nil) -> String {
      let keys = (path + (last.map { [$0] } ?? [])).map {
        $0.intValue.map { "[\($0)]" } ?? $0.stringValue
      }
      return keys.isEmpty ? "the file" : keys.joined(separator: ".")
    }
    switch error as? DecodingError {
    case .keyNotFound(let key, let context): return "\(place(context.codingPath, key)) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(place(context.codingPath)) holds something else than is needed there"
    // Foundation does not tell a broken text from a number that does not fit.
    default: return "this is not JSON, or a number in it is out of range or not whole"
    }
  }
}
