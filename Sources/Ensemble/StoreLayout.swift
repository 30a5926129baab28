import GRDB

/// The tables of a store, and how a file becomes the store of a plan.
enum StoreLayout {
  /// The layout's version, kept in the database's own header.
  static let version = 5

  /// Why a file cannot be the store of a plan.
  enum Refusal: Error {
    /// It is no store of this layout.
    case notAStore(reason: String)
    /// It holds another plan, of this name.
    case anotherStudy(String, identity: String)
  }

  /// Throws `Refusal` when a database is of another layout.
  static func check(_ database: Database) throws {
    let layout = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard layout == version else { throw Refusal.notAStore(reason: "layout \(layout)") }
  }

  /// Makes the tables in an empty database; in one that holds a plan of the same identity, notes
  /// how many chains are wanted now.
  ///
  /// - Throws: `Refusal` for any other database, which is left as it was.
  static func prepare(
    _ database: Database, plan: EnsemblePlan, studyText: String,
    files: [(name: String, text: String)]
  ) throws {
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    if tables == 0, try Int.fetchOne(database, sql: "PRAGMA user_version") == 0 {
      try create(database, plan: plan, studyText: studyText)
      try keep(files, in: database)
      return
    }
    try check(database)
    guard let row = try Row.fetchOne(database, sql: "SELECT name, identity FROM study") else {
      throw Refusal.notAStore(reason: "no study in it")
    }
    guard row["identity"] == plan.identity else {
      throw Refusal.anotherStudy(row["name"], identity: row["identity"])
    }
    try database.execute(sql: "UPDATE study SET text = ?", arguments: [studyText])
    try keep(files, in: database)
    for index in plan.arms.indices {
      try database.execute(
        sql: "UPDATE arms SET chains = ? WHERE arm = ?",
        arguments: [plan.chains(ofArm: index), index])
    }
  }

  /// Keeps the files that the study reads beside its own.
  private static func keep(_ files: [(name: String, text: String)], in database: Database) throws {
    try database.execute(sql: "DELETE FROM files")
    for file in files {
      try database.execute(
        sql: "INSERT INTO files (name, text) VALUES (?, ?)", arguments: [file.name, file.text])
    }
  }

  private static func create(_ database: Database, plan: EnsemblePlan, studyText: String) throws {
    try database.execute(
      sql: """
        CREATE TABLE study (name TEXT NOT NULL, identity TEXT NOT NULL, seed INTEGER NOT NULL, text TEXT NOT NULL);
        CREATE TABLE arms (arm INTEGER PRIMARY KEY, stream INTEGER NOT NULL, chains INTEGER NOT NULL, dynamics TEXT NOT NULL,
          convention TEXT NOT NULL, swept TEXT NOT NULL);
        CREATE TABLE chains (arm INTEGER NOT NULL, chain INTEGER NOT NULL, \(OutcomeCoding.declarations),
          PRIMARY KEY (arm, chain)) STRICT, WITHOUT ROWID;
        CREATE TABLE running (arm INTEGER NOT NULL, chain INTEGER NOT NULL, step INTEGER NOT NULL, widths TEXT NOT NULL,
          watch TEXT NOT NULL, weights BLOB NOT NULL, record TEXT, PRIMARY KEY (arm, chain)) STRICT, WITHOUT ROWID;
        CREATE TABLE files (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
        CREATE TABLE sessions (number INTEGER PRIMARY KEY, facts TEXT NOT NULL) STRICT;
        PRAGMA user_version = \(version);
        """)
    try database.execute(
      sql: "INSERT INTO study (name, identity, seed, text) VALUES (?, ?, ?, ?)",
      arguments: [plan.name, plan.identity, Int64(bitPattern: plan.seed), studyText])
    for (index, arm) in plan.arms.enumerated() {
      let swept = arm.swept.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
      try database.execute(
        sql:
          "INSERT INTO arms (arm, stream, chains, dynamics, convention, swept) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          index, Int(arm.stream), plan.chains(ofArm: index), arm.dynamics,
          arm.law.convention.rawValue, swept,
        ])
    }
  }
}
