import CGSL

/// A band that holds the whole survival curve over a window of times with the probability of its
/// level: Hall and Wellner's.
///
/// With Greenwood's sum V(t), n the number of observations and a(t) = n V/(1 + n V), the deviation
/// sqrt(n) (estimate - S)/S over 1 + n V tends to a Brownian bridge at a(t). So with c the critical
/// value of the bridge over [a(from), a(to)] and r = c (1 + n V)/sqrt(n), the band is
///
///     plain:    S -+ r S            log:  S exp(-+ r)            log-log:  S^exp(-+ r / |log S|)
///
/// clipped to [0, 1]. The critical value is computed, not looked up. The level is reached in large
/// samples, on the log-log scale sooner than on the plain one. With late entries any n gives a
/// valid band in the limit; ours is the number of observations.
///
/// Sources: Hall and Wellner (1980), doi:10.1093/biomet/67.1.133; Borgan and Liestol (1990),
/// Scandinavian Journal of Statistics 17; Klein and Moeschberger, Survival Analysis (2nd ed.,
/// 2003), section 4.4, formulas 4.4.6 and 4.4.7 (with their table C.4).
public struct HallWellnerBand: Equatable, Sendable {
  /// The rows of the sample's table whose S holds in the window: the last one up to `start` (the
  /// first event if there is none) to the last up to `end`.
  public let rows: Range<Int>
  /// The window's first time.
  public let start: Double
  /// The window's last time, cut where S comes to 0.
  public let end: Double
  /// a(start), in [0, 1).
  public let startShare: Double
  /// a(end), in (0, 1).
  public let endShare: Double
  /// c.
  public let criticalValue: Double
  /// One interval for each of `rows`, each holding S.
  public let intervals: [ConfidenceInterval]
  /// The scale on which the band is symmetric.
  public let transform: IntervalTransform
}

extension KaplanMeierEstimate {
  /// The Hall-Wellner band over [start, end], or nil when no event leaves S strictly between 0 and
  /// 1 by the window's end: then nothing is known of the spread.
  ///
  /// The default window goes from the first event to the last one after which somebody is still at
  /// risk and S is above 0, as in the R package km.ci. A start before the first event has a(start)
  /// = 0, and the band begins with the first event; an end where S is 0, or after the last time,
  /// comes back to the last time at which S is above 0.
  ///
  /// Cost: about a millisecond for the critical value, a few exponentials a row.
  ///
  /// - Throws: `SurvivalError.window` when `start` or `end` is not a number, or `start` lies after
  ///   the window's end; `.numerical` when the search for the critical value fails.
  public func hallWellnerBand(
    from start: Double? = nil, to end: Double? = nil, transform: IntervalTransform = .logLog,
    level: ConfidenceLevel = .standard
  ) throws(SurvivalError) -> HallWellnerBand? {
    // Where 0 < S < 1; it begins with an event when it is not empty.
    let open =
      survival.indices.bisected {
        survival[$0] < 1
      }..<survival.indices.bisected { survival[$0] <= 0 }
    guard let lastEvent = open.last(where: { sample.events[$0] > 0 }) else { return nil }
    let firstTime = start ?? sample.times[open.lowerBound]
    let lastTime = end.map { min($0, sample.times[open.upperBound - 1]) } ?? sample.times[lastEvent]
    // A default start is not the caller's mistake: with an end before the first event there is no
    // band.
    guard firstTime <= lastTime || (start == nil && end?.isNaN == false) else {
      throw .window(from: firstTime, to: end ?? lastTime)
    }
    guard let lastRow = sample.lastRow(upTo: lastTime), open.contains(lastRow) else { return nil }
    let firstRow = sample.lastRow(upTo: firstTime).flatMap { open.contains($0) ? $0 : nil }
    let (startShare, endShare) = (firstRow.map(share) ?? 0, share(lastRow))
    let criticalValue = try BrownianBridge.criticalValue(level, from: startShare, to: endShare)
    let rows = (firstRow ?? open.lowerBound)..<(lastRow + 1)
    let count = Double(sample.count)
    return HallWellnerBand(
      rows: rows, start: firstTime, end: lastTime, startShare: startShare, endShare: endShare,
      criticalValue: criticalValue,
      intervals: rows.map { row in
        let radius = criticalValue * (1 + count * greenwoodSum[row]) / count.squareRoot()
        return transform.interval(about: survival[row], radius: radius, level: level)
      },
      transform: transform)
  }

  /// a at a row, n V/(1 + n V).
  private func share(_ row: Int) -> Double {
    let scaled = Double(sample.count) * greenwoodSum[row]
    return scaled / (1 + scaled)
  }
}
