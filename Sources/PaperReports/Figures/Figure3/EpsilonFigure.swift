import Chains
import DeepLinear
import Ensemble
import Ladder
import Publishing
import Studies
import Survival

/// Figure 3: the normalised test error after t0 noisy and some thousand quiet steps, over epsilon
/// and t0, for SGD and for gradient descent.
struct EpsilonFigure: FigureReport {
  static let tables = ["figure", "figure-success", "figure-cells"]
  /// The swept key.
  static let key = "problem.two-by-two.epsilon"

  /// What is kept of the chains of one arm.
  struct Side {
    let index: Int
    let arm: Arm
    let epsilon: Double
    /// By the branch.
    var cells: [EpsilonCell]
    /// Each branch against the next one: success, chain by chain. Of chains that are known at both.
    var successions: [PairCounts]
    /// Chains, and those of them with an end at every branch that is above the event's rank.
    var chains = 0
    var overestimating = 0
    /// Chains that have no end at some branch, as they or an offshoot diverged.
    var diverged = 0

    /// Whether the chains are gradient descent's.
    var isDescent: Bool { arm.law.rung == .gradientDescent }
  }

  let study: Study
  /// t0, ascending.
  let branches: [Int]
  /// The arms, by epsilon.
  private(set) var sides: [Side]
  /// The index of a branch, by its step.
  private let places: [Int: Int]

  init(study: Study, plan: EnsemblePlan) throws(FigureError) {
    func needs(_ lacks: String) -> FigureError {
      .study(file: study.file, figure: .fig3, lacks: lacks)
    }
    let branches = plan.arms.first?.law.recording.offshoots?.at ?? []
    guard !branches.isEmpty, plan.arms.allSatisfy({ $0.law.recording.offshoots?.at == branches })
    else {
      throw needs("offshoots in its schedule, at the same steps in all arms")
    }
    guard branches[0] == 0 else {
      throw needs("offshoots from step 0 on: the networks without a noise phase")
    }
    guard plan.arms.allSatisfy({ $0.law.problem.testErrorOfZeros.map { $0 > 0 } ?? false }) else {
      throw needs("a problem with missing entries and their true values, which are not all 0")
    }
    guard plan.arms.allSatisfy({ [.sgd, .gradientDescent].contains($0.law.rung) }) else {
      throw needs("the rungs sgd and gd alone")
    }
    var sides: [Side] = []
    for (index, arm) in plan.arms.enumerated() {
      guard arm.swept.count == 1, arm.swept[0].key == Self.key,
        let epsilon = Double(arm.swept[0].value), epsilon > 0
      else {
        throw needs("a sweep over \(Self.key) alone, above 0")
      }
      sides.append(
        Side(
          index: index, arm: arm, epsilon: epsilon, cells: branches.map(EpsilonCell.init),
          successions: branches.dropFirst().map { _ in PairCounts() }))
    }
    guard sides.contains(where: { !$0.isDescent }), sides.contains(where: \.isDescent) else {
      throw needs("chains of sgd and of gd")
    }
    (self.study, self.branches) = (study, branches)
    places = Dictionary(zip(branches, branches.indices), uniquingKeysWith: { first, _ in first })
    self.sides = sides.sorted { ($0.epsilon, $0.index) < ($1.epsilon, $1.index) }
  }

  /// The arms of SGD, or of gradient descent, by epsilon.
  func sides(ofDescent isDescent: Bool) -> [Side] { sides.filter { $0.isDescent == isDescent } }

  mutating func add(arm: Int, chain: Int, _ outcome: ChainOutcome) {
    guard let place = sides.firstIndex(where: { $0.index == arm }) else { return }
    let arm = sides[place].arm
    // Branches that a chain has not come to, because it diverged, have no offshoot: nothing settles
    // there.
    var offshoots = [ChainRecord.Offshoot?](repeating: nil, count: branches.count)
    for offshoot in outcome.record.offshoots {
      if let branch = places[offshoot.at] { offshoots[branch] = offshoot }
    }
    for (branch, offshoot) in offshoots.enumerated() {
      sides[place].cells[branch].add(offshoot, of: arm)
    }
    let isSuccess = offshoots.map { $0.map(arm.succeeds) ?? false }
    for index in sides[place].successions.indices {
      sides[place].successions[index].add(first: isSuccess[index], second: isSuccess[index + 1])
    }
    sides[place].chains += 1
    let ends = offshoots.compactMap { $0?.end }
    if ends.count < branches.count {
      sides[place].diverged += 1
    } else if ends.allSatisfy({ $0.rank > arm.law.event.rank }) {
      sides[place].overestimating += 1
    }
  }

  func answer() throws -> FigureAnswer {
    let drawing = try EpsilonDrawing(self)
    let chains = [false, true].map { isDescent in
      Set(sides(ofDescent: isDescent).map(\.chains)).sorted().map(String.init).joined(
        separator: " or ")
    }
    let quiet = sides[0].arm.law.recording.offshoots?.steps ?? 0
    return FigureAnswer(
      paragraphs: [
        "\(study.name): \(chains[0]) chains of sgd and \(chains[1]) of gd for each epsilon. t0 steps of the study's schedule, then \(quiet) quiet ones. A chain "
          + "recovers the rank-1 solution when it ends with a test error below \(TableText.csv(OffshootSuccess.below)) of that of zeros in the missing "
          + "entries; one that diverges does not. The numerical rank at the end, which is beside it, also tells where the ridge of the quiet phase keeps the "
          + "missing entry small at rank 1."
      ], claims: try EpsilonClaims(self).all, rules: EpsilonClaims.rules, tables: drawing.tables,
      picture: drawing.picture)
  }
}
