/// For each observation a number in the place of min(T, tau) that is known even when the
/// observation is censored: its pseudo-value of the restricted mean R(tau),
///
///     P_i = n R - (n - 1) R_(-i),
///
/// where R_(-i) is the restricted mean of the others. They are treated like n independent numbers,
/// so that means of pairs, regressions and the like can be made of them. Without a censoring before
/// tau, P_i is min(T_i, tau) exactly. The mean of all P_i is R, but where `needsLastEvent`.
///
/// Nothing is estimated n times. With one observation fewer at risk until it leaves, S becomes L =
/// prod (1 - d/(n - 1)); the difference D = S - L comes without cancellation,
///
///     D_j = D_(j-1) (1 - d_j/n_j) + L_(j-1) d_j/(n_j (n_j - 1)),
///
/// and, with A_j = integral_{t_j}^tau S(t) dt / S(t_j), for an observation that leaves at t_j (e =
/// 1 with the event, 0 censored)
///
///     R - R_(-i) = integral_0^{t_j} D(t) dt + [D_(j-1) (1 - d_j/n_j) + L_(j-1) (d_j - e n_j)/(n_j (n_j - 1))] A_j.
///
/// Curves that end above 0 are drawn on flat to tau, R and R_(-i) alike. Censoring must be
/// independent of the times (as that by a common horizon is). Cost: one table of the times and a
/// bisection for each observation.
///
/// Sources: Andersen, Hansen and Klein (2004), doi:10.1007/s10985-004-4771-0; for the mean of the
/// P_i, Stute and Wang (1994), doi:10.1093/biomet/81.3.602.
public struct PseudoObservations: Equatable, Sendable {
  /// The restricted mean of all by the Kaplan-Meier estimate.
  public let mean: RestrictedMean
  /// P_i, in the order of the observations; P_1 = R when there is one observation alone.
  public let values: [Double]
  /// Whether the curve ends, before tau, in the event of the one observation then at risk, after a
  /// censoring. Without that one the others' curve ends above 0, so that its P_i hangs on how a
  /// curve is drawn on beyond its data, and is too low.
  public let needsLastEvent: Bool

  /// Finds the pseudo-values of min(time, horizon).
  ///
  /// - Throws: what `RightCensoredSample` throws, and `SurvivalError.horizon` when `horizon` is not
  ///   finite and positive.
  public init(times: [Double], observed: [Bool], horizon: Double) throws(SurvivalError) {
    let sample = try RightCensoredSample(times: times, observed: observed)
    mean = try KaplanMeierEstimate(sample).restrictedMean(to: horizon)
    needsLastEvent = Self.needsLastEvent(sample, horizon)
    let rows = sample.times.indices.prefix { sample.times[$0] < horizon }
    guard rows.contains(where: { sample.censored[$0] > 0 }) else {
      values = times.map { min($0, horizon) + 0 }
      return
    }
    let table = LeaveOneOutTable(sample, rows, horizon)
    let (all, others) = (mean.value, Double(sample.count - 1))
    values = times.indices.map { index in
      guard times[index] < horizon, let row = sample.lastRow(upTo: times[index]) else {
        return all + others * table.beyond
      }
      return all + others * (observed[index] ? table.events[row] : table.censored[row])
    }
  }

  /// The same for whole times, such as steps.
  ///
  /// - Throws: as for numbers with a fraction, and `SurvivalError.inexactTime` when a time is not a
  ///   `Double` exactly.
  public init(times: [Int], observed: [Bool], horizon: Double) throws(SurvivalError) {
    try self.init(times: try RightCensoredSample.exact(times), observed: observed, horizon: horizon)
  }

  private static func needsLastEvent(_ sample: RightCensoredSample, _ horizon: Double) -> Bool {
    guard let last = sample.times.indices.last, last > 0 else { return false }
    return sample.times[last] < horizon && sample.atRisk[last] == 1 && sample.events[last] == 1
      && sample.censored[last - 1] > 0
  }
}

/// R - R_(-i) by the row of the table at which an observation leaves.
private struct LeaveOneOutTable {
  /// For an observation that leaves with the event.
  private(set) var events: [Double] = []
  /// For one that is censored.
  private(set) var censored: [Double] = []
  /// For one that lasts until the horizon.
  private(set) var beyond = 0.0

  /// `rows` are those before the horizon.
  init(_ sample: RightCensoredSample, _ rows: Range<Int>, _ horizon: Double) {
    let areas = Self.areas(sample, rows, horizon)
    events.reserveCapacity(rows.count)
    censored.reserveCapacity(rows.count)
    // L, D and the integral of D.
    var (fewer, gap, integral, last) = (1.0, 0.0, 0.0, 0.0)
    for row in rows {
      let (atRisk, died) = (Double(sample.atRisk[row]), Double(sample.events[row]))
      integral += gap * (sample.times[row] - last)
      last = sample.times[row]
      let carried = gap * ((atRisk - died) / atRisk)
      guard atRisk > 1 else {
        // Nobody is at risk without this one, and the others' curve is drawn on at L.
        events.append(integral + (carried - fewer) * areas[row])
        censored.append(integral + carried * areas[row])
        break
      }
      let pairs = atRisk * (atRisk - 1)
      events.append(integral + (carried - fewer * ((atRisk - died) / pairs)) * areas[row])
      gap = carried + fewer * (died / pairs)
      censored.append(integral + gap * areas[row])
      fewer *= (atRisk - 1 - died) / (atRisk - 1)
    }
    beyond = integral + gap * (horizon - last)
  }

  /// A_j, from the last row to the first.
  private static func areas(_ sample: RightCensoredSample, _ rows: Range<Int>, _ horizon: Double)
    -> [Double]
  {
    var areas = Array(repeating: 0.0, count: rows.count)
    var (area, next) = (0.0, horizon)
    for row in rows.reversed() {
      area += next - sample.times[row]
      areas[row] = area
      next = sample.times[row]
      let atRisk = Double(sample.atRisk[row])
      area *= (atRisk - Double(sample.events[row])) / atRisk
    }
    return areas
  }
}
