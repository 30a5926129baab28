import Chains
import Ensemble
import Publishing
import Studies

/// Writes what a figure comes to beside the results of its study.
public struct FigureFiles: Sendable {
  /// The figure.
  public let figure: PaperFigure
  /// Its study.
  public let study: Study
  /// What was run of it.
  public let plan: EnsemblePlan
  private let gnuplot: Gnuplot

  /// Makes the files' writer.
  public init(figure: PaperFigure, study: Study, plan: EnsemblePlan) {
    self.init(figure: figure, study: study, plan: plan, gnuplot: "gnuplot")
  }

  init(figure: PaperFigure, study: Study, plan: EnsemblePlan, gnuplot: String) {
    (self.figure, self.study, self.plan, self.gnuplot) = (
      figure, study, plan, Gnuplot(name: gnuplot)
    )
  }

  /// Every file that a figure can have beside the results of its study.
  public static var names: [String] {
    let tables = PaperFigure.allCases.flatMap { $0.kind.tables } + [VerdictTable.name]
    return Set(tables).sorted().map { $0 + ".csv" }
      + ["figure.gp", "figure.svg", "figure.png", VerdictTable.name + ".md"]
  }

  /// Whether the study has what the figure shows.
  ///
  /// - Throws: `FigureError` when it has not.
  public func check() throws(FigureError) { _ = try figure.report(study: study, plan: plan) }

  /// Reads all chains once, arm by arm, and writes the figure's tables, its picture and its
  /// verdicts to a folder.
  ///
  /// All files are the same to the byte for the same outcomes. They are moved into place when all
  /// are complete; when only the picture fails, the tables are put in place, an earlier picture is
  /// removed, and the error says so.
  ///
  /// - Returns: The claims.
  /// - Throws: `FigureError`, `ReportError`, `SurvivalError`, or what `outcomes` throws.
  @discardableResult
  public func write(to folder: ReportFolder, outcomes: StudyReport.Outcomes) throws -> [FigureClaim]
  {
    var report = try figure.report(study: study, plan: plan)
    for arm in plan.arms.indices {
      try outcomes(arm) { chain, outcome in try report.add(arm: arm, chain: chain, outcome) }
    }
    let answer = try report.answer()
    let document = VerdictTable.document(figure, answer)
    let page = ReportFile(VerdictTable.name + ".md", text: document.text(in: .markdown))
    try folder.write(
      (answer.tables + document.tables).map { ReportFile($0) } + [page], pictures: [answer.picture],
      with: gnuplot,
      .named(stale: []))
    return answer.claims
  }
}
