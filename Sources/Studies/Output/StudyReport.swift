import Dynamics
import Ensemble
import Publishing
import Survival

/// Writes the results of a study: chains.csv, survival.csv with its picture, summary.csv and .md, and provenance.json.
///
/// Everything but provenance.json is the same to the byte for the same outcomes. Memory: 9 bytes a chain of one arm at a time,
/// and about as much again for each distinct time while its curve is estimated.
public struct StudyReport: Sendable {
  /// Hands out the outcomes of one arm: calls `visit` for each chain, in the order of their indices.
  public typealias Outcomes = (_ arm: Int, _ visit: (_ chain: Int, _ outcome: ChainOutcome) throws -> Void) throws -> Void

  /// The study.
  public let study: Study
  /// The plan that was run.
  public let plan: EnsemblePlan
  private let gnuplot: Gnuplot

  /// Makes a report on a plan of a study.
  public init(study: Study, plan: EnsemblePlan) {
    self.init(study: study, plan: plan, gnuplot: "gnuplot")
  }

  /// The SHA-256 of a plan's identity, as provenance.json has it.
  public static func identityDigest(of plan: EnsemblePlan) -> String { Provenance.sha256(plan.identity) }

  init(study: Study, plan: EnsemblePlan, gnuplot: String) {
    self.study = study
    self.plan = plan
    self.gnuplot = Gnuplot(name: gnuplot)
  }

  /// Writes all results to a folder, which is made where it is missing.
  ///
  /// Every file is complete before the first is put in its place, so a failure leaves earlier results as they were; except that when only the
  /// picture fails, the tables are put in place, pictures of earlier results are removed, and the error says so.
  ///
  /// - Returns: The summaries of the arms, in order.
  /// - Throws: `ReportError`, or what `outcomes` throws.
  @discardableResult
  public func write(to folder: String, run: RunFacts, outcomes: Outcomes) throws -> [ArmSummary] {
    let files = try StagedFolder(folder)
    var summaries: [ArmSummary] = []
    var curves: [SurvivalPicture.Curve] = []
    let ticks = AxisTicks.upTo(SurvivalPicture.end(of: plan.arms))
    try files.write("chains.csv") { chains in
      try chains.write(ChainTable.header)
      try files.write("survival.csv") { survival in
        try survival.write(SurvivalTable.header)
        for (index, arm) in plan.arms.enumerated() {
          var tally = OutcomeTally()
          try outcomes(index) { chain, outcome in
            tally.add(outcome)
            try chains.write(ChainTable.row(arm: index, chain: chain, outcome))
          }
          let curve = try tally.curve()
          summaries.append(try ArmSummary(index: index, arm: arm, tally: tally, curve: curve))
          let start = curves.last?.rows.upperBound ?? 0
          curves.append(SurvivalPicture.Curve(arm: arm, firstRow: start, estimate: curve, ticks: ticks))
          if let curve { for row in curve.rows() { try survival.write(SurvivalTable.row(arm: index, row)) } }
        }
      }
    }
    try files.write("summary.csv", text: SummaryTable(study: study).table(summaries).text(in: .csv))
    try files.write("summary.md", text: SummaryProse(study: study).markdown(summaries))
    let picture = SurvivalPicture(study: study, curves: curves).picture
    try files.write(picture.programFile, text: picture.program)
    try files.write("provenance.json", text: try Provenance(study: study, plan: plan, run: run).json())
    let tables = ["chains.csv", "survival.csv", picture.programFile, "summary.csv", "summary.md"]
    if let reason = gnuplot.draw(picture.programFile, in: files.staging) {
      try files.commit(tables + ["provenance.json"], removing: picture.files)
      throw ReportError.picture(files: picture.files, reason: reason)
    }
    try files.commit(tables + picture.files + ["provenance.json"])
    return summaries
  }
}
