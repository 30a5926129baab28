import Chains
import Ensemble
import Publishing

/// A kind of table that a study's results may have, `NAME.csv`: what it is about, its columns with
/// their words, and the rows that it makes of the chains.
///
/// A table is one file that conforms to this, and one line in `StudyTables.all`. A value of it
/// lives while one report is written. It is told of every chain and of every arm, in order, and may
/// count what it likes in between.
protocol StudyTable {
  /// What a row is made of.
  associatedtype Row

  /// The stem of its file's name.
  static var name: String { get }
  /// Its title in summary.md; nil for a table that is not shown there.
  static var title: String? { get }
  /// What a row is and when the file is there: the opening of its section on the page of columns.
  static var about: String { get }
  /// What the end of summary.md says of its columns, as items of a list.
  static var legend: String { get }
  /// Whether a picture is drawn of it.
  static var drawing: TableDrawing { get }

  /// Whether results of a plan have it.
  static func applies(to plan: EnsemblePlan) -> Bool
  /// Its columns.
  static func columns(of shape: TableShape) -> [StudyColumn<Row>]

  /// Begins the table of a plan.
  init(_ plan: EnsemblePlan)
  /// The rows of a chain.
  mutating func rows(of chain: CountedChain) throws -> [Row]
  /// The rows of an arm, once its chains are counted.
  mutating func rows(of arm: CountedArm) throws -> [Row]
  /// The rows that need all arms, once all are counted; nil where there is no such table after all.
  mutating func rows(of findings: StudyFindings) throws -> [Row]?
  /// Its picture, once all rows are written; nil where there is nothing to draw.
  func picture(of findings: StudyFindings) -> (any Picture)?
}

/// Every table that results of a study may have, in the order of summary.md and of the page of
/// columns.
enum StudyTables {
  /// The list. A new table is a line here.
  static var all: [any StudyTable.Type] {
    [
      SummaryTable.self,
      OutcomeTable.self,
      ArmPlateauTable.self,
      DirectionTable.self,
      RestingTable.self,
      TemperatureTable.self,
      BranchTable.self,
      ComparisonTable.self,
      PairTable.self,
      CheckTable.self,
      SurvivalTable.self,
      IncidenceTable.self,
      HazardTable.self,
      ChainTable.self,
      PassageTable.self,
      PathTable.self,
      OffshootTable.self,
    ]
  }

  /// Those that results of a plan have.
  static func of(_ plan: EnsemblePlan) -> [any StudyTable.Type] {
    all.filter { $0.applies(to: plan) }
  }
}

/// What the columns of tables depend on.
struct TableShape {
  /// The keys that the study sweeps.
  let sweptKeys: [String]
  /// The observables that points of a path have.
  let observables: [any ObservableKind.Type]
  /// How many singular values and layers they have.
  let points: ObservableShape

  init(_ plan: EnsemblePlan) {
    sweptKeys = plan.sweptKeys
    observables = Observables.named(plan.arms.flatMap(\.law.recording.observables))
    let shapes = plan.arms.map(\.law.shape)
    points = ObservableShape(
      singularValues: min(shapes.map(\.smallerDimension).max() ?? 1, SingularSpectrum.most),
      layers: shapes.map(\.depth).max() ?? 1)
  }

  private init(sweptKeys: [String], points: ObservableShape) {
    (self.sweptKeys, observables, self.points) = (sweptKeys, Observables.all, points)
  }

  /// That of a page which explains the tables of every study.
  static let general = TableShape(
    sweptKeys: ["KEY"], points: ObservableShape(singularValues: 1, layers: 1))
}

/// Whether a table has a picture, drawn from its file: NAME.gp, NAME.svg and NAME.png.
enum TableDrawing {
  /// It has none.
  case never
  /// Where there is something to draw.
  case sometimes
  /// Always.
  case always
}

/// A chain of an arm, as tables are told of it.
struct CountedChain {
  let arm: Arm
  /// The arm's index in its plan.
  let index: Int
  /// The chain's index in its arm.
  let chain: Int
  let outcome: ChainOutcome
}

/// All that a study's chains have come to.
struct StudyFindings {
  let study: Study
  let plan: EnsemblePlan
  /// What each arm came to.
  let records: [ArmRecord]
  /// Each arm beside the reference of its sweep point.
  let comparisons: [ArmComparison]
  /// The arms that share more than their start.
  let pairs: [ArmPair]
  /// What gradient descent said of the study before its chains ran; nil where nobody asked.
  let check: StudyCheck?
}

extension StudyTable {
  static var title: String? { nil }
  static var legend: String { "" }
  static var drawing: TableDrawing { .never }
  static func applies(to plan: EnsemblePlan) -> Bool { true }
  func rows(of chain: CountedChain) -> [Row] { [] }
  func rows(of arm: CountedArm) -> [Row] { [] }
  func rows(of findings: StudyFindings) -> [Row]? { [] }
  func picture(of findings: StudyFindings) -> (any Picture)? { nil }

  /// Its file.
  static var file: String { name + ".csv" }
  /// The files of its picture, if it can have one.
  static var pictureFiles: [String] {
    drawing == .never ? [] : [".gp", ".svg", ".png"].map { name + $0 }
  }

  /// The words of its columns.
  static func words(of shape: TableShape) -> [ColumnWords] { columns(of: shape).map(\.words) }

  /// The table without rows.
  static func header(of shape: TableShape) -> Table {
    Table(name, title: title ?? name, columns: words(of: shape).map(\.column))
  }

  /// The table of some rows.
  static func table(_ rows: [Row], of shape: TableShape) throws -> Table {
    let columns = columns(of: shape)
    var table = header(of: shape)
    for row in rows { table.append(try columns.map { try $0.cell(row) }) }
    return table
  }
}
