/// A pointwise bootstrap band of a Turnbull estimate.
public struct TurnbullBand: Equatable, Sendable {
  /// The times, ascending where they are the default.
  public let times: [Double]
  /// The interval for S at each time; nil when no replicate converged. An element is nil where S is
  /// 0, or 1, in all replicates: the bootstrap knows no spread there, which is not certainty.
  public let intervals: [ConfidenceInterval?]?
  /// The replicates that were drawn.
  public let replicates: Int
  /// Those that did not converge and were left out.
  public let failures: Int
}

extension TurnbullEstimate {
  /// Percentile intervals for S from samples of the observations with replacement, at the given
  /// times or, without, at the finite ends of the intervals that have mass.
  ///
  /// The limits are the quantiles, with R's default interpolation (type 7), of S in the replicates
  /// at (1 - level)/2 and (1 + level)/2. Where a replicate leaves S undefined, the lower limit
  /// takes its lower bound and the upper limit its upper bound, so the band errs to the wide side.
  ///
  /// Where observations share a grid of times, as in a log, this is the ordinary bootstrap, and
  /// sound. Where each has its own times, S is known at the rate n^(-1/3) only, and the bootstrap
  /// is not consistent: the band shows the size of the error, but its coverage is not the level.
  ///
  /// Cost: an estimate for each replicate, and 16 bytes for each replicate and time.
  ///
  /// Sources: Efron and Tibshirani (1993), chapter 13; Sen and Xu (2015), Computational Statistics
  /// & Data Analysis 81, 121-129.
  ///
  /// - Throws: `SurvivalError.time` when a time is negative, infinite or not a number.
  public func band(
    at chosen: [Double]? = nil, level: ConfidenceLevel = .standard, bootstrap: Bootstrap,
    analysis: UInt32
  ) throws(SurvivalError) -> TurnbullBand {
    let times = chosen ?? ends
    for (index, time) in times.enumerated() where !(time >= 0 && time.isFinite) {
      throw .time(time, observation: index)
    }
    let counts = sample.rows.map(\.count)
    let replicates = bootstrap.run(analysis: analysis) { draws -> [SurvivalBounds]? in
      let replicate = TurnbullEstimate(sample, counts: draws.resampled(counts: counts))
      return replicate.hasConverged ? times.compactMap { replicate.survival(at: $0) } : nil
    }
    let curves = replicates.compactMap { $0 }
    let failures = replicates.count - curves.count
    let intervals =
      curves.isEmpty
      ? nil
      : times.indices.map { place -> ConfidenceInterval? in
        let (lower, upper) = (
          Self.percentile(curves.map { $0[place].lower }, level.tail),
          Self.percentile(curves.map { $0[place].upper }, 1 - level.tail)
        )
        // Masses sum to 1 but for rounding.
        return upper < 1e-9 || lower > 1 - 1e-9
          ? nil : ConfidenceInterval(lower: lower, upper: upper, level: level)
      }
    return TurnbullBand(
      times: times, intervals: intervals, replicates: replicates.count, failures: failures)
  }

  /// The finite ends of the intervals that have mass, ascending and distinct.
  private var ends: [Double] {
    var ends: [Double] = []
    for row in rows {
      for end in [row.interval.lower, row.interval.upper] where end.isFinite && end != ends.last {
        ends.append(end)
      }
    }
    return ends
  }

  /// R's quantile of type 7 of at least one value.
  private static func percentile(_ values: [Double], _ probability: Double) -> Double {
    let sorted = values.sorted()
    let place = Double(sorted.count - 1) * probability
    let low = Int(place)
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
  }
}
