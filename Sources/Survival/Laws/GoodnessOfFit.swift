import CGSL

/// Whether data could come from a fitted law: a Cramer-von Mises test by parametric bootstrap.
///
/// The statistic is n integral (F_n - F)^2 dF up to the last time, F the fitted law and F_n = 1 - S
/// the Kaplan-Meier estimate (both given survival up to the first entry, when all enter late).
/// Since F was fitted to the same data, the statistic's law is neither the tabled one nor free of
/// F: it is found by drawing samples from the fitted law (`LawReplicates`), fitting the family to
/// each of them anew, and taking the statistic from each. With B replicates
///
///     p = (1 + number of replicates at or above the data's statistic) / (B + 1);
///
/// a replicate that cannot be fitted counts as one of them, and in `failures`.
///
/// Times that are all whole numbers, such as steps, are taken as rounded up. A law fitted to them
/// as they are is about half a step late, which many observations show, so like is compared with
/// like: replicates are drawn from the family's fit to the steps as intervals, (t - 1, t], rounded
/// up, and fitted as they are, as the data were. (5000 and 20 000 exponential times of mean 5, 20
/// and 50, rounded up: p was at most 5 % in 3 to 8 % of samples.)
///
/// Interval data must come from inspections common to all (each row's interval lies between
/// neighbours among all ends seen, nobody enters late, and no event is exact); replicates are
/// inspected at those ends, and the statistic is summed over them.
///
/// Cost: B fits without intervals and B sorts of n draws.
///
/// Sources: Stute, Gonzalez Manteiga and Presedo Quindimil (1993), doi:10.1007/BF02613687; Davison
/// and Hinkley, Bootstrap Methods and their Application (1997), sections 4.2 and 4.4.
public struct GoodnessOfFit: Equatable, Sendable {
  /// The statistic.
  public let statistic: Double
  /// The share of replicates at least as far from their own fits.
  public let pValue: Double
  /// B.
  public let replicates: Int
  /// Replicates that could not be fitted.
  public let failures: Int
  /// Whether no replicate was as far from its fit as the data: p is the least that so many
  /// replicates can show, 1/(B + 1).
  public var isAtFloor: Bool { pValue <= 1 / Double(replicates + 1) }

  /// Tests a fit against the sample it was fitted to; nil when there is no law to test
  /// (`LawFit.isUsable`).
  ///
  /// - Parameter analysis: a number of its own for each use of one bootstrap seed.
  public init?(
    _ fit: LawFit, _ sample: RightCensoredSample, bootstrap: Bootstrap, analysis: UInt32 = 0
  ) {
    self.init(fit, sample, inspections: nil, bootstrap, analysis)
  }

  /// Tests a fit to interval-censored times; nil as above, and when the inspections were not common
  /// to all.
  public init?(
    _ fit: LawFit, _ sample: IntervalCensoredSample, bootstrap: Bootstrap, analysis: UInt32 = 0
  ) {
    if sample.rows.allSatisfy({ $0.lower == $0.upper || $0.upper == .infinity }) {
      guard let plain = sample.endsAsSeen else { return nil }
      self.init(fit, plain, inspections: nil, bootstrap, analysis)
    } else {
      guard let inspections = sample.commonInspections, let plain = sample.endsAsSeen else {
        return nil
      }
      self.init(fit, plain, inspections: inspections, bootstrap, analysis)
    }
  }

  private init?(
    _ fit: LawFit, _ sample: RightCensoredSample, inspections: [Double]?, _ bootstrap: Bootstrap,
    _ analysis: UInt32
  ) {
    guard fit.isUsable, let law = fit.law else { return nil }
    let design = LawReplicates(sample, inspections: inspections)
    let statistic = Self.distance(law, sample, inspections)
    guard statistic.isFinite else { return nil }
    let beforeRounding =
      design.isWhole
      ? try? LawFit(fit.family, LikelihoodRows(steps: sample), level: fit.level, intervals: false)
      : nil
    let source = beforeRounding.flatMap { $0.isUsable ? $0.law : nil } ?? law
    let found = bootstrap.run(analysis: analysis) { draws -> Double? in
      guard let replicate = design.draw(source, &draws) else { return nil }
      let rows =
        inspections.map { LikelihoodRows(replicate, seenAt: $0) } ?? LikelihoodRows(replicate)
      guard let again = try? LawFit(fit.family, rows, level: fit.level, intervals: false),
        again.isUsable, let law = again.law
      else { return nil }
      let distance = Self.distance(law, replicate, inspections)
      return distance.isFinite ? distance : nil
    }
    let beyond = found.reduce(0) { $0 + ($1.map { $0 >= statistic } ?? true ? 1 : 0) }
    self.statistic = statistic
    (replicates, failures) = (bootstrap.replicates, found.reduce(0) { $0 + ($1 == nil ? 1 : 0) })
    pValue = Double(1 + beyond) / Double(bootstrap.replicates + 1)
  }

  /// The statistic.
  private static func distance(
    _ law: any SurvivalLaw, _ sample: RightCensoredSample, _ inspections: [Double]?
  ) -> Double {
    let lateEntries = sample.entries.reduce(0, +)
    let start = lateEntries == sample.count ? law.logSurvival(at: sample.entryTimes[0]) : 0
    var (sum, before, share, survival) = (0.0, 0.0, 0.0, 1.0)
    for (row, time) in sample.times.enumerated() {
      let next = -expm1(law.logSurvival(at: time) - start)
      if inspections == nil {
        // F_n stays at `share` while F goes from `before` to `next`.
        let (low, high) = (before - share, next - share)
        sum += (high * high * high - low * low * low) / 3
      }
      survival *= Double(sample.atRisk[row] - sample.events[row]) / Double(sample.atRisk[row])
      share = 1 - survival
      if inspections != nil { sum += (share - next) * (share - next) * (next - before) }
      before = next
    }
    return Double(sample.count) * sum
  }
}

extension IntervalCensoredSample {
  /// All ends seen, when every interval lies between neighbours among them, no event is exact and
  /// nobody enters late; else nil.
  var commonInspections: [Double]? {
    guard !isTruncated else { return nil }
    let ends = Set(rows.flatMap { $0.upper < .infinity ? [$0.lower, $0.upper] : [$0.lower] })
      .sorted()
    let isCommon = rows.allSatisfy {
      $0.upper == .infinity
        || ($0.lower < $0.upper && ends.first(atLeast: $0.lower.nextUp) == $0.upper)
    }
    return isCommon ? ends.filter { $0 > 0 } : nil
  }

  /// Events at their upper ends, censorings at their lower ones.
  var endsAsSeen: RightCensoredSample? {
    let all = rows.flatMap { Array(repeating: $0, count: $0.count) }
    return try? RightCensoredSample(
      times: all.map { $0.upper < .infinity ? $0.upper : $0.lower },
      observed: all.map { $0.upper < .infinity },
      entries: isTruncated ? all.map(\.entry) : nil)
  }
}

extension LikelihoodRows {
  /// The rows of a sample in whole times, each event in the step that ends at its time; those at
  /// time 0 are exact.
  init(steps sample: RightCensoredSample) {
    self.init(sample)
    intervals = exact.filter { $0.time > 0 }.map {
      Interval(lower: $0.time - 1, upper: $0.time, count: $0.count)
    }
    exact.removeAll { $0.time > 0 }
  }

  /// The rows of a sample whose events were seen at inspections: each lies between its inspection
  /// and the one before.
  init(_ sample: RightCensoredSample, seenAt inspections: [Double]) {
    self.init(sample)
    let before = Dictionary(uniqueKeysWithValues: zip(inspections, [0] + inspections))
    intervals = exact.map { Interval(lower: before[$0.time] ?? 0, upper: $0.time, count: $0.count) }
    exact = []
  }
}
