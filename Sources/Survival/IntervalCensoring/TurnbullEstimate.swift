/// Turnbull's estimate of a survival function from interval-censored times: the masses on the
/// innermost intervals that make the data most likely.
///
///     maximize sum_i w_i log P_i,      P_i = sum of the masses p_j in the interval of observation i,      p_j >= 0, sum p_j = 1
///
/// The masses are best where, with D_j = sum of w_i/P_i over the observations whose interval holds
/// innermost interval j, every D_j <= n. `gap` = max D_j - n is what remains: the log-likelihood of
/// these masses is at most that much below the best. The best masses are unique: log is strictly
/// concave, so the P_i are, and as each innermost interval is the last of some observation's, the
/// P_i give the p_j one by one.
///
/// S is not defined inside an innermost interval that has mass; there the data give bounds. Exact
/// and right-censored data give Kaplan and Meier's estimate. Late entries are refused: with them
/// the likelihood may have no maximum, or one at masses that the data do not determine.
///
/// Method: EM steps, which raise the likelihood from anywhere, in turn with Newton steps, which end
/// it (`TurnbullStep`). Cost: O(n log n) for a sort, and for each of usually 2 to 20 rounds O(n)
/// times the rounds of conjugate gradients, or a banded elimination. A log on a grid is instant;
/// 10^5 distinct random intervals take 0.1 to 4 s. Equal windows that slide by a small step over
/// long ranges are the worst case: hundreds of rounds.
///
/// Sources: Turnbull (1974), doi:10.1080/01621459.1974.10480146, and (1976),
/// doi:10.1111/j.2517-6161.1976.tb01597.x; Gentleman and Geyer (1994), doi:10.1093/biomet/81.3.618,
/// for the conditions.
public struct TurnbullEstimate: Equatable, Sendable {
  /// The data.
  public let sample: IntervalCensoredSample
  /// Where mass can be, ascending and disjoint.
  public let intervals: [InnermostInterval]
  /// p_j, the mass of each innermost interval; those that the best masses do not use are 0.
  public let masses: [Double]
  /// The rounds that were taken.
  public let rounds: Int
  /// How far the log-likelihood can be below its maximum.
  public let gap: Double
  /// Whether `gap` came down to 1e-9 n. If not, what is given is the best that `mostRounds` found.
  public let hasConverged: Bool
  /// S just after each interval, from masses after it or before it, whichever are fewer.
  let survival: [Double]

  /// The most rounds that are taken.
  public static let mostRounds = 1000

  /// Estimates the survival function of a sample.
  ///
  /// - Throws: `SurvivalError.truncated` when any observation enters late.
  public init(_ sample: IntervalCensoredSample) throws(SurvivalError) {
    guard !sample.isTruncated else { throw .truncated("Turnbull's estimate") }
    self.init(sample, counts: sample.rows.map(\.count))
  }

  /// The estimate when the rows of a sample without late entries have other counts, as in a
  /// bootstrap.
  init(_ sample: IntervalCensoredSample, counts: [Int]) {
    let runs = IntervalRuns(sample.rows, counts: counts)
    var state = TurnbullMasses(runs)
    let goal = 1e-9 * runs.count
    var rounds = 0
    var last = Double.infinity
    // The masses are off by the root of the gap, so rounds go on beyond the goal for as long as
    // they gain much.
    while rounds < Self.mostRounds,
      state.gap > goal || state.gap > 1e-13 * runs.count && state.gap < last / 2
    {
      last = state.gap
      rounds += 1
      state.improve()
      if let masses = TurnbullStep(state).masses() { state.set(masses) }
    }
    self.sample = sample
    intervals = runs.intervals
    masses = state.masses
    self.rounds = rounds
    gap = max(state.gap, 0)
    hasConverged = state.gap <= goal
    var after = [Double](repeating: 0, count: masses.count)
    for index in masses.indices.dropLast().reversed() {
      after[index] = min(after[index + 1] + masses[index + 1], 1)
    }
    survival = after
  }
}
