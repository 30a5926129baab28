import DeepLinear
import Dynamics
import Ensemble
import Publishing
import Studies
import Survival

/// Figure 2: networks of depth 3 and 4 under one schedule, beside the law of their jumps.
///
/// The schedule's last, quiet phase begins where the study's offshoots branch off; these are the same as that phase, and tell for every chain what
/// it would have come to.
struct DepthFigure: FigureReport {
  /// The depths in the figure.
  static let depths = [3, 4]
  /// The networks of each depth in the figure.
  static let runs = 5

  /// What is kept of the chains of one depth.
  struct Side {
    let arm: Arm
    let index: Int
    var jumps = JumpTimes()
    /// Jumped by the end of the noise, against succeeded after the quiet phase.
    var settled = PairCounts()
    /// The points of the first chains.
    var paths: [(chain: Int, points: [PathPoint])] = []

    /// L.
    var depth: Int { arm.law.shape.depth }
  }

  let study: Study
  /// The first step of the quiet phase.
  let deadline: Int
  private(set) var sides: [Side]

  init(study: Study, plan: EnsemblePlan) throws(FigureError) {
    func needs(_ lacks: String) -> FigureError { .study(file: study.file, figure: .fig2, lacks: lacks) }
    let depths = plan.arms.map(\.law.shape.depth)
    guard depths.sorted() == Self.depths else { throw needs("two arms, one of depth 3 and one of depth 4") }
    let branches = plan.arms.map { $0.law.recording.offshoots?.at ?? [] }
    guard branches[0].count == 1, branches[0] == branches[1] else {
      throw needs("offshoots at one step, where the quiet phase begins, the same at both depths")
    }
    guard plan.arms.allSatisfy({ $0.law.recording.points != nil }) else {
      throw needs("points of paths: record: { every: ..., chains: ... }")
    }
    guard plan.arms.allSatisfy({ $0.law.problem.testErrorOfZeros.map { $0 > 0 } ?? false }) else {
      throw needs("a problem with missing entries and their true values, which are not all 0")
    }
    self.study = study
    deadline = branches[0][0]
    sides = plan.arms.enumerated().map { Side(arm: $1, index: $0) }.sorted { $0.depth < $1.depth }
  }

  mutating func add(arm: Int, chain: Int, _ outcome: ChainOutcome) {
    guard let place = sides.firstIndex(where: { $0.index == arm }) else { return }
    let share = outcome.record.offshoots.first?.end.flatMap(sides[place].arm.testShare)
    sides[place].jumps.add(outcome)
    // A chain that diverged has not succeeded.
    sides[place].settled.add(
      first: outcome.hasFallen(by: deadline), second: share.map { $0 < BranchTally.successBelow } ?? false)
    if sides[place].paths.count < Self.runs, !outcome.record.points.isEmpty {
      sides[place].paths.append((chain, outcome.record.points))
    }
  }

  func answer() throws -> FigureAnswer {
    let drawing = try DepthDrawing(self)
    let counts = sides.map { "\($0.jumps.count) of depth \($0.depth)" }.joined(separator: " and ")
    return FigureAnswer(
      paragraphs: [
        "\(counts): the chains of \(study.name). A chain has jumped when it is in the B_1 of the study's event. It settles on the missing entries when it ends the "
          + "quiet phase with a test error below \(TableText.csv(BranchTally.successBelow)) of that of zeros in them; one that diverges does not."
      ], claims: try DepthClaims(self).all, rules: DepthClaims.rules, tables: drawing.tables, picture: drawing.picture)
  }
}
