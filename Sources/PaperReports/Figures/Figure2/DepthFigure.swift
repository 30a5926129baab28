import Chains
import DeepLinear
import Ensemble
import Publishing
import Studies
import Survival

/// Figure 2: networks of depth 3 and 4 under one schedule, beside the law of their jumps.
///
/// The offshoots of the step where the schedule's last, quiet phase begins are that phase, and tell
/// of every chain what it comes to.
struct DepthFigure: FigureReport {
  static let tables = ["figure", "figure-paths"]
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
    /// Its offshoots.
    var branches: BranchTally
    /// Test errors at the end of the quiet phase, over that of zeros: the largest that counts as
    /// settled, and the smallest that does not.
    var margin: (settled: Double?, other: Double?) = (nil, nil)
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
    func needs(_ lacks: String) -> FigureError {
      .study(file: study.file, figure: .fig2, lacks: lacks)
    }
    let depths = plan.arms.map(\.law.shape.depth)
    guard depths.sorted() == Self.depths else {
      throw needs("two arms, one of depth 3 and one of depth 4")
    }
    let starts = plan.arms.map(\.law.schedule).map {
      $0.repeats ? nil : $0.phases.dropLast().reduce(0) { $0 + ($1.steps ?? 0) }
    }
    guard let deadline = starts[0], deadline > 0, starts[1] == deadline else {
      throw needs("a schedule of several phases, whose last begins at the same step at both depths")
    }
    guard plan.arms.allSatisfy({ $0.law.recording.offshoots?.at.contains(deadline) ?? false })
    else {
      throw needs("offshoots at step \(deadline), where the last phase begins")
    }
    guard plan.arms.allSatisfy({ $0.law.recording.points != nil }) else {
      throw needs("points of paths: record: { every: ..., chains: ... }")
    }
    guard plan.arms.allSatisfy({ $0.law.problem.testErrorOfZeros.map { $0 > 0 } ?? false }) else {
      throw needs("a problem with missing entries and their true values, which are not all 0")
    }
    self.study = study
    self.deadline = deadline
    sides = plan.arms.enumerated().map { Side(arm: $1, index: $0, branches: BranchTally($1)) }
      .sorted { $0.depth < $1.depth }
  }

  mutating func add(arm: Int, chain: Int, _ outcome: ChainOutcome) {
    guard let place = sides.firstIndex(where: { $0.index == arm }) else { return }
    sides[place].jumps.add(outcome)
    sides[place].branches.add(outcome)
    let quiet = outcome.record.offshoots.first { $0.at == deadline }
    let share = quiet?.end.flatMap(sides[place].arm.testShare)
    // A chain that diverged has not settled.
    let hasSettled = quiet.map(sides[place].arm.succeeds) ?? false
    sides[place].settled.add(first: outcome.hasFallen(by: deadline), second: hasSettled)
    if let share {
      if hasSettled {
        sides[place].margin.settled = max(sides[place].margin.settled ?? share, share)
      } else {
        sides[place].margin.other = min(sides[place].margin.other ?? share, share)
      }
    }
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
          + "quiet phase with a test error below \(TableText.csv(OffshootSuccess.below)) of that of zeros in them; one that diverges does not."
      ], claims: try DepthClaims(self).all, rules: DepthClaims.rules, tables: drawing.tables,
      picture: drawing.picture)
  }
}
