import Chains
import Foundation
import GRDB

/// The ensemble's database: the study, its arms, one row a chain, and the states of chains under
/// way.
///
/// Written in whole transactions, so a run that is killed at any moment loses at most what came
/// after its last checkpoint; and as a chain is a pure function of its address, what is lost comes
/// out the same when it is run again.
public final class EnsembleStore: Sendable {
  /// What is wrong with a database.
  public enum Failure: Error, CustomStringConvertible {
    /// The file holds the chains of another study, or of this one under another seed or other
    /// values.
    ///
    /// `identity` is that of the plan that the file belongs to.
    case anotherStudy(path: String, found: String, identity: String)
    /// The file is no database of this program, or of another version of its layout.
    case notAStore(path: String, reason: String)
    /// The file cannot be opened, read or written.
    case database(path: String, reason: String)
    /// There is no room for more of the file, or the disk fails; what was written before is kept.
    case unwritten(path: String, reason: String)

    /// One sentence for a person.
    public var description: String {
      switch self {
      case .anotherStudy(let path, let found, _):
        "\(path) holds results of another study or seed ('\(found)'); give another --output, or move that folder away"
      case .notAStore(let path, let reason):
        "\(path) is not an ensemble of this version of rankfall (\(reason)); move it away, or give another --output"
      case .database(let path, let reason): "\(path): \(reason)"
      case .unwritten(let path, let reason):
        "\(path): no more could be written (\(reason)); the chains that were stored before are kept, and the same command goes on from "
          + "them when that is mended"
      }
    }
  }

  /// A chain's row.
  public struct Row: Equatable, Sendable {
    /// The arm's index.
    public let arm: Int
    /// The chain's index.
    public let chain: Int
    /// How it ended.
    public let outcome: ChainOutcome
  }

  /// The file.
  public let path: String
  private let queue: DatabaseQueue

  /// Opens the store of a plan, making it where there is none.
  ///
  /// - Throws: `Failure`, also when the file belongs to a plan of another identity.
  ///
  /// - Parameter files: The files that the study reads beside its own, by the names that it has for
  ///   them.
  public init(
    path: String, plan: EnsemblePlan, studyText: String, files: [(name: String, text: String)] = []
  ) throws {
    self.path = path
    queue = try Self.opened(path) {
      var configuration = Configuration()
      configuration.busyMode = .timeout(5)
      return try DatabaseQueue(path: path, configuration: configuration)
    }
    try Self.guarding(path) {
      try queue.write { database in
        try StoreLayout.prepare(database, plan: plan, studyText: studyText, files: files)
      }
      // Only now: the mode is kept in the file, and a file that is refused is left as it was.
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL")
        try database.execute(sql: "PRAGMA synchronous = NORMAL")
      }
    }
  }

  /// Opens a store that exists, to read it.
  public init(reading path: String) throws {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure.database(path: path, reason: "there is no such file; run the study first")
    }
    queue = try Self.opened(path) { try DatabaseQueue(path: path) }
    try Self.guarding(path) { try queue.read { try StoreLayout.check($0) } }
  }

  /// Closes the file, as one file without a log beside it: it can then be copied, and read where
  /// nothing can be written.
  ///
  /// The store is not to be used afterwards.
  public func close() throws {
    // Another run that has the file open keeps the log; it will do this in its turn.
    try? queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    try Self.guarding(path) { try queue.close() }
  }

  /// The study's text as it was when the store was made.
  public func studyText() throws -> String {
    try Self.guarding(path) {
      try queue.read { try String.fetchOne($0, sql: "SELECT text FROM study") ?? "" }
    }
  }

  /// The files that the study reads beside its own, as they were when the store was last opened for
  /// its plan.
  public func files() throws -> [String: String] {
    try Self.guarding(path) {
      try queue.read { database in
        let rows = try SQLRow.fetchAll(database, sql: "SELECT name, text FROM files")
        return Dictionary(
          uniqueKeysWithValues: rows.map { ($0["name"] as String, $0["text"] as String) })
      }
    }
  }

  /// Notes a run into this store, in words of the caller's own.
  public func note(session: String) throws {
    try Self.guarding(path) {
      try queue.write {
        try $0.execute(sql: "INSERT INTO sessions (facts) VALUES (?)", arguments: [session])
      }
    }
  }

  /// The runs that were noted, in order.
  public func sessions() throws -> [String] {
    try Self.guarding(path) {
      try queue.read { database in
        return try String.fetchAll(database, sql: "SELECT facts FROM sessions ORDER BY number")
      }
    }
  }

  /// Whether no chain is done.
  public func isEmpty() throws -> Bool {
    try Self.guarding(path) {
      try queue.read { try Int.fetchOne($0, sql: "SELECT 1 FROM chains LIMIT 1") == nil }
    }
  }

  /// How many chains an arm was to have when the store was last opened for its plan; nil where
  /// there is no such arm.
  public func chains(ofArm arm: Int) throws -> Int? {
    try Self.guarding(path) {
      try queue.read {
        try Int.fetchOne($0, sql: "SELECT chains FROM arms WHERE arm = ?", arguments: [arm])
      }
    }
  }

  /// The seed that the store's chains were drawn with.
  public func seed() throws -> UInt64 {
    try Self.guarding(path) {
      try queue.read {
        UInt64(bitPattern: try Int64.fetchOne($0, sql: "SELECT seed FROM study") ?? 0)
      }
    }
  }

  /// The identity of the plan that the store was made for.
  public func identity() throws -> String {
    try Self.guarding(path) {
      try queue.read { try String.fetchOne($0, sql: "SELECT identity FROM study") ?? "" }
    }
  }

  /// How one chain ended; `nil` when it is not done.
  public func outcome(arm: Int, chain: Int) throws -> ChainOutcome? {
    var result: ChainOutcome?
    try forEachOutcome(arm: arm, from: chain, below: chain + 1) { result = $0.outcome }
    return result
  }

  /// Which of the first `count` chains of an arm are done.
  func finishedChains(arm: Int, below count: Int) throws -> IndexSet {
    try Self.guarding(path) {
      try queue.read { database in
        let rows = try Int.fetchCursor(
          database, sql: "SELECT chain FROM chains WHERE arm = ? AND chain < ? ORDER BY chain",
          arguments: [arm, count])
        var result = IndexSet()
        while let chain = try rows.next() { result.insert(chain) }
        return result
      }
    }
  }

  /// How many of the first `count` chains of an arm have entered.
  func entries(arm: Int, below count: Int) throws -> Int {
    try Self.guarding(path) {
      try queue.read { database in
        try Int.fetchOne(
          database, sql: "SELECT count(*) FROM chains WHERE arm = ? AND chain < ? AND outcome = ?",
          arguments: [arm, count, ChainOutcome.Kind.entered.rawValue]) ?? 0
      }
    }
  }

  /// The states that the last checkpoint of an arm's chains left.
  func runningStates(arm: Int, below count: Int) throws -> [ChainState] {
    try Self.guarding(path) {
      try queue.read { database in
        try SQLRow.fetchAll(
          database,
          sql:
            "SELECT chain, step, widths, watch, weights, record FROM running WHERE arm = ? AND chain < ? ORDER BY chain",
          arguments: [arm, count]
        ).map { row in
          try ChainStateCoding.state(
            chain: row["chain"], step: row["step"], widths: row["widths"], watch: row["watch"],
            weights: row["weights"],
            record: row["record"])
        }
      }
    }
  }

  /// Writes a checkpoint in one transaction: chains that are over, and the states of those under
  /// way.
  func checkpoint(
    arm: Int, finished: [(chain: UInt32, outcome: ChainOutcome)], running: [ChainState]
  ) throws {
    try Self.guarding(path) {
      try queue.write { database in
        let insert = try database.cachedStatement(
          sql:
            "INSERT OR REPLACE INTO chains (arm, chain, \(OutcomeCoding.columns)) VALUES (\(OutcomeCoding.places))"
        )
        let remove = try database.cachedStatement(
          sql: "DELETE FROM running WHERE arm = ? AND chain = ?")
        for (chain, outcome) in finished {
          try insert.execute(
            arguments: StatementArguments([arm, Int(chain)] + OutcomeCoding.values(outcome)))
          try remove.execute(arguments: [arm, Int(chain)])
        }
        let keep = try database.cachedStatement(
          sql:
            "INSERT OR REPLACE INTO running (arm, chain, step, widths, watch, weights, record) VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        for state in running {
          let coded = try ChainStateCoding(state)
          try keep.execute(arguments: [
            arm, Int(state.chain), state.step, coded.widths, coded.watch, coded.weights,
            coded.record,
          ])
        }
      }
    }
  }

  /// Calls `body` with the rows of an arm's chains `first` ..< `count`, in order, one at a time.
  public func forEachOutcome(
    arm: Int, from first: Int = 0, below count: Int, _ body: (Row) throws -> Void
  ) throws {
    try Self.guarding(path) {
      try queue.read { database in
        let rows = try SQLRow.fetchCursor(
          database,
          sql: """
            SELECT chain, \(OutcomeCoding.columns) FROM chains WHERE arm = ? AND chain >= ? AND chain < ? ORDER BY chain
            """, arguments: [arm, first, count])
        while let row = try rows.next() {
          guard let outcome = OutcomeCoding.outcome(row) else {
            throw StoreLayout.Refusal.notAStore(reason: "an unknown outcome, or a damaged record")
          }
          try body(Row(arm: arm, chain: row["chain"], outcome: outcome))
        }
      }
    }
  }

  private typealias SQLRow = GRDB.Row

  private static func opened(_ path: String, _ open: () throws -> DatabaseQueue) throws
    -> DatabaseQueue
  {
    try guarding(path, open)
  }

  /// Turns the database's errors and refusals into sentences.
  private static func guarding<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch StoreLayout.Refusal.notAStore(let reason) {
      throw Failure.notAStore(path: path, reason: reason)
    } catch StoreLayout.Refusal.anotherStudy(let name, let identity) {
      throw Failure.anotherStudy(path: path, found: name, identity: identity)
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_NOTADB, .SQLITE_CORRUPT:
        throw Failure.notAStore(path: path, reason: error.message ?? "damaged")
      case .SQLITE_FULL: throw Failure.unwritten(path: path, reason: "the disk is full")
      case .SQLITE_IOERR:
        throw Failure.unwritten(
          path: path, reason: "the disk is full or failing: \(error.message ?? "no reason given")")
      case .SQLITE_BUSY:
        throw Failure.database(path: path, reason: "another run is using this folder")
      case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
        throw Failure.database(
          path: path, reason: "cannot be written (\(error.message ?? "no reason given"))")
      default: throw Failure.database(path: path, reason: error.message ?? "\(error.resultCode)")
      }
    }
  }
}
