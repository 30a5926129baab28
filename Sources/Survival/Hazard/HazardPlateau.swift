/// Where a hazard becomes flat, and its rate from there on: the burn-in of a jump time and the rate after it.
///
/// Candidates for the onset are 0, the first event, and the times by which 1/40, 2/40, ..., 30/40 of the events have come. The onset is the first
/// candidate beyond which flatness (`HazardFlatness`) is not rejected at `threshold`; one without at least ten events beyond it does not count. When
/// none is left there is no plateau, and `onset` is nil. The rate is events over exposure beyond the onset, with the exact Poisson interval.
public struct HazardPlateau: Equatable, Sendable {
  /// The test at the onset; nil when no plateau was found.
  public let flatness: HazardFlatness?
  /// The rate beyond the onset; nil as above.
  public let rate: PoissonRate?
  /// The onset; nil as above.
  public var onset: Double? { flatness?.onset }

  /// Below this p-value of flatness a candidate is left behind.
  public static let threshold = 0.2

  /// Finds the plateau of a sample.
  public init(_ sample: RightCensoredSample, level: ConfidenceLevel = .standard, threshold: Double = Self.threshold, notch: Int = 0) throws(SurvivalError) {
    let moments = HazardMoments(sample)
    let candidates = Self.candidates(sample)
    let tests = candidates.map(moments.flatness)
    guard var index = tests.firstIndex(where: { $0.events >= 10 && ($0.pValue ?? 0) >= threshold }) else {
      (flatness, rate) = (nil, nil)
      return
    }
    if index > 1, index + notch < tests.count, tests[index + notch].events >= 10 { index += notch }
    let found = tests[index]
    flatness = found
    rate = try PoissonRate(events: found.events, exposure: found.exposure, level: level)
  }

  private static func candidates(_ sample: RightCensoredSample) -> [Double] {
    let rows = sample.times.indices.filter { sample.events[$0] > 0 }
    guard let first = rows.first else { return [0] }
    let total = sample.eventCount
    var (times, seen, next) = ([0, sample.times[first]], 0, 1)
    for row in rows where next <= 30 {
      seen += sample.events[row]
      if seen * 40 >= next * total, sample.times[row] > times[times.count - 1] { times.append(sample.times[row]) }
      while seen * 40 >= next * total { next += 1 }
    }
    return times
  }
}
