import Chains
import DeepLinear
import Ensemble
import Publishing
import Studies

/// Figure 4: a periodic schedule. Single paths, beside the halves in which chains jump and where
/// they settle.
struct PeriodicFigure: FigureReport {
  static let tables = ["figure", "figure-paths", "figure-halves"]
  /// The runs in the figure.
  static let runs = 5
  /// The most halves within the horizon: each is kept, and drawn.
  static let mostHalves = 10_000

  let study: Study
  let arm: Arm
  private(set) var tally: PeriodicTally
  /// The points of the first chains.
  private(set) var paths: [(chain: Int, points: [PathPoint])] = []

  init(study: Study, plan: EnsemblePlan) throws(FigureError) {
    func needs(_ lacks: String) -> FigureError {
      .study(file: study.file, figure: .fig4, lacks: lacks)
    }
    guard plan.arms.count == 1 else { throw needs("one arm, without a sweep and with one rung") }
    let law = plan.arms[0].law
    guard let halves = PeriodHalves(law.schedule) else {
      throw needs("a schedule of two phases that repeat, one with the larger eta")
    }
    guard halves.half(ofStep: max(law.horizon - 1, 0)) < Self.mostHalves else {
      throw needs("a horizon of at most \(Self.mostHalves) halves")
    }
    guard let offshoots = law.recording.offshoots,
      offshoots.at.allSatisfy({ halves.half(endingAt: $0) != nil })
    else {
      throw needs("offshoots at the ends of halves")
    }
    guard offshoots.at.contains(where: { halves.half(endingAt: $0).map(halves.isNoisy) ?? false })
    else {
      throw needs("offshoots at the ends of noisy halves")
    }
    guard offshoots.learningRate == halves.quiet.learningRate,
      offshoots.ridge == halves.quiet.ridge,
      offshoots.steps == halves.quiet.steps
    else { throw needs("offshoots with eta, lambda and steps of the quiet half") }
    guard law.recording.points != nil else {
      throw needs("points of paths: record: { every: ..., chains: ... }")
    }
    guard law.problem.testErrorOfZeros.map({ $0 > 0 }) ?? false else {
      throw needs("a problem with missing entries and their true values, which are not all 0")
    }
    (self.study, arm) = (study, plan.arms[0])
    tally = PeriodicTally(plan.arms[0], halves: halves)
  }

  mutating func add(arm: Int, chain: Int, _ outcome: ChainOutcome) {
    tally.add(outcome)
    if paths.count < Self.runs, !outcome.record.points.isEmpty {
      paths.append((chain, outcome.record.points))
    }
  }

  func answer() throws -> FigureAnswer {
    let drawing = try PeriodicDrawing(self)
    let threshold = TableText.csv(OffshootSuccess.below)
    return FigureAnswer(
      paragraphs: [
        "\(tally.chains) chains of \(study.name); \(tally.diverged) diverged on the way. A chain enters when it is in "
          + "B_\(arm.law.event.rank), the event of the study. It settles at a low test error in a quiet half that ends with one below \(threshold) of that of zeros in "
          + "the missing entry.",
        "A chain is committed from the first end of a half on from which a quiet phase leads it there. At the end of a noisy half that is the quiet half "
          + "which follows, at the end of a quiet half what would follow if it were quiet on: a jump that the quiet phase itself brings would show there.",
      ], claims: try PeriodicClaims(self).all, rules: PeriodicClaims.rules, tables: drawing.tables,
      picture: drawing.picture)
  }
}
