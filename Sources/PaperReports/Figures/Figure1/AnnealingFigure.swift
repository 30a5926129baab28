import Chains
import DeepLinear
import Ensemble
import Ladder
import Publishing
import Studies
import Survival

/// Figure 1: one path of the annealing schedule with its offshoots, beside the chance that an
/// offshoot succeeds and the law of the jump.
///
/// The path in the picture is that of the recorded chain whose jump is nearest to step 2000, where
/// the paper's is; the first of several.
struct AnnealingFigure: FigureReport {
  static let tables = ["figure", "figure-paths"]
  /// Where the paper's jump is.
  static let printedJump = 2000

  let study: Study
  let arm: Arm
  private(set) var jumps = JumpTimes()
  private(set) var branches: BranchTally
  private(set) var offshoots: OffshootLeads
  private(set) var path: RecordedPath?

  init(study: Study, plan: EnsemblePlan) throws(FigureError) {
    func needs(_ lacks: String) -> FigureError {
      .study(file: study.file, figure: .fig1, lacks: lacks)
    }
    guard plan.arms.count == 1 else { throw needs("one arm, without a sweep and with one rung") }
    let arm = plan.arms[0]
    guard arm.law.recording.offshoots != nil else { throw needs("offshoots in its schedule") }
    guard arm.law.recording.points != nil else {
      throw needs("points of paths: record: { every: ..., chains: ... }")
    }
    guard arm.law.problem.testErrorOfZeros.map({ $0 > 0 }) ?? false else {
      throw needs("a problem with missing entries and their true values, which are not all 0")
    }
    (self.study, self.arm) = (study, arm)
    branches = BranchTally(arm)
    offshoots = OffshootLeads(arm)
  }

  mutating func add(arm: Int, chain: Int, _ outcome: ChainOutcome) {
    jumps.add(outcome)
    branches.add(outcome)
    offshoots.add(outcome)
    guard outcome.kind == .entered, !outcome.record.points.isEmpty else { return }
    let distance = abs(outcome.time - Self.printedJump)
    if path.map({ distance < abs($0.jump - Self.printedJump) }) ?? true {
      path = RecordedPath(chain: chain, jump: outcome.time, record: outcome.record)
    }
  }

  func answer() throws -> FigureAnswer {
    let drawing = try AnnealingDrawing(self)
    return FigureAnswer(
      paragraphs: [
        "\(jumps.count) chains of \(study.name). A chain has jumped when it is in B_\(arm.law.event.rank), the event of the study. An offshoot succeeds when "
          + "it ends with a test error below \(TableText.csv(OffshootSuccess.below)) of that of zeros in the missing entries; one that diverges does not. "
          + "Lead: the steps from an offshoot's branch to the later jump of its chain."
      ], claims: try AnnealingClaims(self).all, rules: AnnealingClaims.rules,
      tables: drawing.tables, picture: drawing.picture)
  }
}

/// The record of a chain that jumped.
struct RecordedPath {
  /// The chain's index.
  let chain: Int
  /// The step of its jump.
  let jump: Int
  /// Its points and offshoots.
  let record: ChainRecord
}
