import Ensemble
import Publishing

/// A table of a report while it is written: what it is told of chains and arms becomes lines of its
/// file.
protocol OpenTable: AnyObject {
  /// Writes the rows of a chain.
  func write(_ chain: CountedChain) throws
  /// Writes the rows of an arm.
  func write(_ arm: CountedArm) throws
  /// Writes the last rows and hands all to the disk.
  func finish(_ findings: StudyFindings) throws
  /// What readers see of it; nil for a table that summary.md does not show.
  var shown: Table? { get }
  /// Its picture, once it is finished.
  func picture(of findings: StudyFindings) -> (any Picture)?
}

extension StudyTable {
  /// Begins a table of a report.
  static func opened(_ plan: EnsemblePlan, in stage: Stage) -> any OpenTable {
    TableFile<Self>(plan, in: stage)
  }
}

/// The file of a table.
private final class TableFile<Kind: StudyTable>: OpenTable {
  private var kind: Kind
  private let columns: [StudyColumn<Kind.Row>]
  private let lines: CSVRows
  private let stage: Stage
  private var sink: TextSink?
  /// The rows that readers see.
  private var rows: [[Cell]] = []

  init(_ plan: EnsemblePlan, in stage: Stage) {
    (kind, columns) = (Kind(plan), Kind.columns(of: TableShape(plan)))
    lines = CSVRows(columns.map(\.words.column))
    self.stage = stage
  }

  func write(_ chain: CountedChain) throws { try write(try kind.rows(of: chain)) }

  func write(_ arm: CountedArm) throws { try write(try kind.rows(of: arm)) }

  func finish(_ findings: StudyFindings) throws {
    guard let last = try kind.rows(of: findings) else { return }
    try write(last)
    try open()
    try sink.take()?.finish()
  }

  var shown: Table? {
    Kind.title.map {
      Table(Kind.name, title: $0, columns: columns.map(\.words.column), rows: rows)
    }
  }

  func picture(of findings: StudyFindings) -> (any Picture)? { kind.picture(of: findings) }

  private func write(_ new: [Kind.Row]) throws {
    guard !new.isEmpty else { return }
    try open()
    for row in new {
      let cells = try columns.map { try $0.cell(row) }
      try sink?.write(lines.line(cells))
      if Kind.title != nil { rows.append(cells) }
    }
  }

  /// Opens the file when its first row comes, or at its end: a table that is not there has no file.
  private func open() throws {
    guard sink == nil else { return }
    sink = try stage.sink(Kind.file)
    try sink?.write(lines.header)
  }
}
