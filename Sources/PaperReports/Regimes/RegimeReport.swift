import Chains
import Ensemble
import Publishing
import Studies

/// Writes which outcome rules where over a study's grid of learning rates and ridges:
/// `regimes.csv`, `regimes.md` and the map `regimes.gp`, `regimes.svg`, `regimes.png`.
///
/// Memory: 9 bytes a chain of one arm at a time, and some hundred bytes an arm. The files are the
/// same to the byte for the same outcomes.
public struct RegimeReport: Sendable {
  /// The study.
  public let study: Study
  /// The plan that was run.
  public let plan: EnsemblePlan
  /// Its files.
  public static let names = ["csv", "md", "gp", "svg", "png"].map { "regimes." + $0 }
  private let grid: RegimeGrid
  private let gnuplot: Gnuplot

  /// Makes a report on a plan of a study.
  ///
  /// - Throws: `StudyError` where the study sweeps no grid of a learning rate and a ridge, or does
  ///   not follow chains after their entry.
  public init(study: Study, plan: EnsemblePlan) throws(StudyError) {
    try self.init(study: study, plan: plan, gnuplot: Gnuplot())
  }

  init(study: Study, plan: EnsemblePlan, gnuplot: Gnuplot) throws(StudyError) {
    self.study = study
    self.plan = plan
    self.gnuplot = gnuplot
    grid = try RegimeGrid(study)
  }

  /// Writes the files into a folder; all are complete before the first is put in its place.
  ///
  /// - Throws: `ReportError` (when only the picture fails, the tables are put in place), or what
  ///   `outcomes` throws.
  public func write(to folder: ReportFolder, outcomes: StudyReport.Outcomes) throws {
    var cells: [RegimeCell?] = []
    for index in plan.arms.indices {
      var tally = RegimeTally()
      try outcomes(index) { _, outcome in tally.add(outcome) }
      cells.append(try tally.cell())
    }
    let table = RegimeTable(grid: grid, cells: cells)
    let picture = RegimePicture(study: study, grid: grid, table: table.table).picture
    let page = RegimeProse(study: study, table: table).document.text(in: .markdown)
    try folder.write(
      [
        ReportFile("regimes.csv", text: table.table.text(in: .csv)),
        ReportFile("regimes.md", text: page),
      ], pictures: [picture],
      with: gnuplot, .named(stale: []))
  }
}
