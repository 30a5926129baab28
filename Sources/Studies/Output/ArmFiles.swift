import Chains
import Ensemble
import Publishing
import Survival
import SurvivalReports

/// The files that have rows for every arm, written arm by arm, with what summaries and pictures need of each.
struct ArmFiles: ~Copyable {
  /// The files, as they are named.
  static let names = ["chains.csv", "survival.csv", "incidence.csv", "hazard.csv", "passages.csv"]

  private var chains: TextSink
  private var survival: TextSink
  private var incidence: TextSink
  private var hazard: TextSink
  private var passages: TextSink
  private var recorded: RecordFiles
  private(set) var records: [ArmRecord] = []
  private(set) var curves: [SurvivalPicture.Curve] = []
  private(set) var incidences = IncidenceFile(key: "arm", causes: OutcomeTally.causes)
  private(set) var hazards = HazardFile(key: "arm")
  private let ticks: [Double]
  private let isAlone: Bool
  /// The arms that another is compared with, or that are compared with another: their times are kept.
  private let compared: Set<Int>
  private var ranks: GaussianRank

  /// Opens the files in a stage.
  static func opened(in folder: Stage, plan: EnsemblePlan) throws(ReportError) -> ArmFiles {
    var chains = try folder.sink(names[0])
    try chains.write(ChainTable.header)
    var survival = try folder.sink(names[1])
    try survival.write(SurvivalTable.header)
    var incidence = try folder.sink(names[2])
    try incidence.write(IncidenceFile(key: "arm", causes: OutcomeTally.causes).header)
    var hazard = try folder.sink(names[3])
    try hazard.write(HazardFile(key: "arm").header)
    var passages = try folder.sink(names[4])
    try passages.write(PassageTable.header)
    return ArmFiles(chains, survival, incidence, hazard, passages, try RecordFiles(in: folder, plan: plan), plan)
  }

  private init(
    _ chains: consuming TextSink, _ survival: consuming TextSink, _ incidence: consuming TextSink, _ hazard: consuming TextSink,
    _ passages: consuming TextSink, _ recorded: consuming RecordFiles, _ plan: EnsemblePlan
  ) {
    self.chains = chains
    self.survival = survival
    self.incidence = incidence
    self.hazard = hazard
    self.passages = passages
    self.recorded = recorded
    ticks = AxisTicks.upTo(SurvivalPicture.end(of: plan.arms))
    isAlone = plan.arms.count == 1
    compared = Set(SweepPoint.compared(plan).flatMap(\.arms))
    ranks = GaussianRank(seed: plan.seed)
  }

  /// Writes the rows of one arm, whose outcomes `visit` hands out.
  mutating func add(_ arm: Arm, index: Int, outcomes: StudyReport.Outcomes) throws {
    var tally = OutcomeTally()
    var branches = BranchTally(arm)
    var (directions, resting, noise) = (DirectionTally(), RestingTally(), NoiseTally(arm))
    try outcomes(index) { chain, outcome in
      tally.add(outcome)
      try directions.add(outcome)
      resting.add(outcome)
      try noise?.add(outcome)
      branches.add(outcome)
      try chains.write(ChainTable.row(arm: index, chain: chain, outcome))
      try passages.write(PassageTable.row(arm, index: index, chain: chain, outcome))
      try recorded.write(arm, index: index, chain: chain, outcome)
    }
    let curve = try tally.curve()
    let summary = try ArmSummary(index: index, arm: arm, tally: tally, curve: curve)
    records.append(
      ArmRecord(
        summary: summary,
        directions: arm.law.follow > 0 ? try ArmDirections(directions) : nil,
        divergedAfter: try directions.divergedShare(), earliest: tally.earliestEntry, resting: resting,
        temperatures: try noise?.summary(ranks: &ranks) ?? [], times: compared.contains(index) ? tally : nil, branches: branches))
    let start = curves.last?.rows.upperBound ?? 0
    curves.append(SurvivalPicture.Curve(arm: arm, firstRow: start, estimate: curve, ticks: ticks))
    guard let curve, let estimate = try tally.incidence() else { return }
    for row in curve.rows() { try survival.write(SurvivalTable.row(arm: index, row)) }
    let name = ArmWords.name(arm)
    try incidences.write(String(index), estimate, to: &incidence) { isAlone ? $0 : "\(name): \($0)" }
    try hazards.write(String(index), curve.sample, plateau: summary.plateau, to: &hazard, curve: name)
  }

  /// Hands all rows to the disk.
  consuming func finish() throws(ReportError) {
    try chains.finish()
    try survival.finish()
    try incidence.finish()
    try hazard.finish()
    try passages.finish()
    try recorded.finish()
  }
}
