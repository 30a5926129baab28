import Testing

@testable import Survival

@Suite("Late entries, through the curve and all that rests on it")
struct DelayedEntryTests {
  /// The samples of curves-samples.csv, all with late entries, by name.
  static func estimates() throws -> [String: KaplanMeierEstimate] {
    try Dictionary(grouping: Fixture("curves-samples").rows) { try $0.text("set") }.mapValues {
      rows in
      KaplanMeierEstimate(
        try RightCensoredSample(
          times: rows.map { try $0.required("time") },
          observed: rows.map { try $0.count("event") == 1 },
          entries: rows.map { try $0.required("start") }))
    }
  }

  @Test(
    "Risk sets, survival, standard errors and intervals agree with survfit(Surv(start, stop, event))"
  )
  func curves() throws {
    let estimates = try Self.estimates()
    var compared: [String: Int] = [:]
    for expected in try Fixture("curves-late").rows {
      let name = try expected.text("set")
      let estimate = try #require(estimates[name])
      let time = try expected.required("time")
      let row = try #require(estimate.lastRow(upTo: time))
      let found = estimate.rows()[row]
      let (atRisk, events, censored) = (
        try expected.count("at_risk"), try expected.count("events"), try expected.count("censored")
      )
      let survival = try expected.required("survival")
      let counts = [found.atRisk, found.events, found.censored]
      #expect(found.time == time && counts == [atRisk, events, censored], "\(name) \(time)")
      #expect(agree(found.survival, survival, 1e-10), "\(name) \(time): \(found)")
      let standardError = survival > 0 ? survival * (try expected.required("std_error_log")) : nil
      #expect(agree(found.standardError, standardError, 1e-10), "\(name) \(time): \(found)")
      for (transform, column) in [
        (IntervalTransform.plain, "plain"), (.log, "log"), (.logLog, "loglog"),
      ]
      where survival > 0 && survival < 1 {
        let interval = estimate.interval(row: row, transform)
        #expect(
          agree(interval?.lower, try expected.required(column + "_lower"), 1e-10),
          "\(name) \(time) \(transform)")
        #expect(
          agree(interval?.upper, try expected.required(column + "_upper"), 1e-10),
          "\(name) \(time) \(transform)")
      }
      compared[name, default: 0] += 1
    }
    #expect(Set(compared.keys) == Set(estimates.keys) && compared.values.reduce(0, +) > 250)
  }

  @Test("Quantiles and restricted means agree")
  func summaries() throws {
    let estimates = try Self.estimates()
    var departures: Set<String> = []
    for expected in try Fixture("curves-quantiles").rows {
      let estimate = try #require(estimates[try expected.text("set")])
      let found = try estimate.quantile(
        try expected.required("probability"), try expected.transform(), level: try expected.level())
      #expect(agree(found.value, try expected.number("value"), 1e-10), "\(expected) \(found)")
      #expect(agree(found.upper, try expected.number("upper"), 1e-10), "\(expected) \(found)")
      if agree(found.lower, try expected.number("lower"), 1e-10) { continue }
      // With small risk sets at first, the log-log lower bound comes down to 1 - p, rises and comes
      // down again. The set of times whose interval holds 1 - p begins with the first descent; R's
      // `quantile` interpolates over sorted bounds and takes a later one.
      let (first, later) = (try #require(found.lower), try expected.required("lower"))
      let rows = [first, later].compactMap { estimate.lastRow(upTo: $0) }
      let bounds = rows.compactMap { estimate.interval(row: $0, .logLog)?.lower }
      #expect(
        first < later && bounds.count == 2 && bounds[0] < bounds[1]
          && bounds[1] <= 1 - found.probability, "\(expected) \(found)")
      departures.insert(try expected.text("set"))
    }
    #expect(departures == ["late", "heart-2"])
    for expected in try Fixture("curves-means").rows {
      let estimate = try #require(estimates[try expected.text("set")])
      let found = try estimate.restrictedMean(to: try expected.required("horizon"))
      #expect(agree(found.value, try expected.required("value"), 1e-10), "\(expected) \(found)")
      #expect(
        agree(found.standardError, try expected.required("std_error"), 1e-10),
        "\(expected) \(found)")
    }
  }

  @Test("A landmark's curve is the whole curve over its value there")
  func conditional() throws {
    for (name, set) in try Dataset.all() {
      let sample = try #require(try set.sample())
      let whole = KaplanMeierEstimate(sample)
      let time = sample.times[sample.times.count / 3]
      guard let here = whole.survival(at: time), here > 0, time < sample.lastTime else { continue }
      let after = KaplanMeierEstimate(try sample.landmark(at: time))
      for row in after.sample.times.indices {
        let expected = try #require(whole.survival(at: after.sample.times[row]))
        #expect(agree(after.survival[row] * here, expected, 1e-12), "\(name) row \(row)")
      }
    }
  }

  @Test(
    "Splitting observations into a censored part and a late one changes nothing where there are events"
  )
  func splitting() throws {
    for (name, set) in try Dataset.all() where set.times.allSatisfy({ $0 > 0 }) {
      let whole = try #require(try set.sample())
      var (entries, times, observed) = (set.entries, set.times, set.observed)
      for row in set.times.indices where row % 3 != 0 {
        // At the middle of the stretch, or at the set's own first time, where others end.
        let cut = row % 3 == 1 ? (set.entries[row] + set.times[row]) / 2 : whole.times[0]
        guard set.entries[row] < cut, cut < set.times[row] else { continue }
        entries.append(cut)
        times.append(set.times[row])
        observed.append(set.observed[row])
        times[row] = cut
        observed[row] = false
      }
      let split = KaplanMeierEstimate(
        try RightCensoredSample(times: times, observed: observed, entries: entries))
      let estimate = KaplanMeierEstimate(whole)
      let (hazard, splitHazard) = (NelsonAalenEstimate(whole), NelsonAalenEstimate(split.sample))
      #expect(split.sample.count > whole.count && split.sample.eventCount == whole.eventCount)
      #expect(agree(split.sample.exposure, whole.exposure, 1e-12), "\(name)")
      for row in whole.times.indices {
        let other = try #require(split.lastRow(upTo: whole.times[row]))
        #expect(split.sample.times[other] == whole.times[row])
        guard whole.events[row] > 0 else { continue }
        #expect(
          split.sample.events[other] == whole.events[row]
            && split.sample.atRisk[other] == whole.atRisk[row], "\(name) row \(row)")
        // The same factors in the same order, and factors of 1: the same bits.
        #expect(
          split.survival[other] == estimate.survival[row]
            && split.standardError(row: other) == estimate.standardError(row: row))
        #expect(
          splitHazard.cumulativeHazard[other] == hazard.cumulativeHazard[row]
            && splitHazard.variance[other] == hazard.variance[row]
        )
      }
      #expect(
        split.median() == estimate.median() || split.median().upper != estimate.median().upper,
        "\(name)")
      #expect(split.median().value == estimate.median().value, "\(name)")
    }
  }

  @Test(
    "A risk set of one that has its event takes S to 0 for good; the estimate says so, and a landmark begins again"
  )
  func shrinking() throws {
    let estimate = try #require(try Self.estimates()["shrinking"])
    #expect(estimate.fallsToZeroEarly)
    let zero = try #require(estimate.lastRow(upTo: 2))
    #expect(estimate.sample.atRisk[zero] == 1 && estimate.survival[zero...].allSatisfy { $0 == 0 })
    for row in estimate.survival.indices where row >= zero {
      #expect(estimate.interval(row: row) == nil && estimate.standardError(row: row) == nil)
    }
    #expect(estimate.survival(at: 100) == 0)
    #expect(estimate.median().upper == nil)
    let mean = try estimate.restrictedMean(to: 50)
    #expect(mean.value == 2 && mean.standardError == 0 && !mean.isExtrapolated)
    let after = KaplanMeierEstimate(try estimate.sample.landmark(at: 2))
    #expect(after.survival.first == 0.75 && !after.fallsToZeroEarly)
    let later = KaplanMeierEstimate(try estimate.sample.landmark(at: 6))
    #expect(!later.fallsToZeroEarly && (later.survival.last ?? 0) > 0)
    let hazard = NelsonAalenEstimate(estimate.sample)
    #expect(
      hazard.cumulativeHazard.allSatisfy(\.isFinite) && hazard.variance.allSatisfy(\.isFinite))
    let all = try Self.estimates()
    for name in ["heart", "steps-800"] { #expect(all[name]?.fallsToZeroEarly == false) }
    let closed = KaplanMeierEstimate(
      try RightCensoredSample(times: [1, 2], observed: [true, true]))
    #expect(closed.survival.last == 0 && !closed.fallsToZeroEarly)
  }
}
