import CGSL

/// Samples like a given one, drawn from a law: as many observations, the same late entries,
/// censoring times from the Kaplan-Meier estimate of the censoring law (a common horizon gives
/// itself; where that estimate stays above 0, the rest is not censored), and for interval data the
/// same inspections. Of a sample in whole times, such as steps, they are in whole times too,
/// rounded up: an event within a step is seen at its end.
struct LawReplicates: Sendable {
  /// Entry times and how many enter; those at 0 first.
  private let entries: [(time: Double, count: Int)]
  /// The times of censoring and the share not censored by each of them.
  private let censoringTimes: [Double]
  private let uncensored: [Double]
  /// The inspections: events are seen at the first one after them. Nil when events are seen
  /// exactly.
  let inspections: [Double]?
  /// Whether times are rounded up to whole numbers.
  let isWhole: Bool

  init(_ sample: RightCensoredSample, inspections: [Double]? = nil) {
    let late = zip(sample.entryTimes, sample.entries).map { (time: $0, count: $1) }
    entries = [(time: 0.0, count: sample.count - late.reduce(0) { $0 + $1.count })] + late
    var (times, shares, share): ([Double], [Double], Double) = ([], [], 1)
    for (row, censored) in sample.censored.enumerated() where censored > 0 {
      // Events come before censorings at the same time, so they are no longer at risk of censoring.
      let atRisk = Double(sample.atRisk[row] - sample.events[row])
      share *= (atRisk - Double(censored)) / atRisk
      times.append(sample.times[row])
      shares.append(share)
    }
    (censoringTimes, uncensored, self.inspections) = (times, shares, inspections)
    isWhole = inspections == nil && sample.isWhole
  }

  /// A sample, events at their times or at the inspections that show them; nil when the law has no
  /// end in it.
  func draw(_ law: any SurvivalLaw, _ draws: inout BootstrapDraws) -> RightCensoredSample? {
    var (times, observed, starts): ([Double], [Bool], [Double]) = ([], [], [])
    for (entry, count) in entries where count > 0 {
      let start = law.logSurvival(at: entry)
      let share = uncensoredShare(at: entry)
      for _ in 0..<count {
        var time = law.time(atLogSurvival: start + log(draws.uniform()))
        if let inspections { time = inspections.first(atLeast: time) ?? .infinity }
        if isWhole { time.round(.up) }
        let end = censoringTime(share * draws.uniform())
        guard min(time, end) < .infinity, min(time, end) > entry else { return nil }
        times.append(min(time, end))
        observed.append(time <= end)
        starts.append(entry)
      }
    }
    return try? RightCensoredSample(
      times: times, observed: observed, entries: entries.count > 1 ? starts : nil)
  }

  private func uncensoredShare(at time: Double) -> Double {
    let row = censoringTimes.indices.bisected { censoringTimes[$0] > time }
    return row == 0 ? 1 : uncensored[row - 1]
  }

  /// The first time at which the share falls below a level.
  private func censoringTime(_ level: Double) -> Double {
    let row = uncensored.indices.bisected { uncensored[$0] < level }
    return row < uncensored.count ? censoringTimes[row] : .infinity
  }
}

extension RightCensoredSample {
  /// Whether all times and entries are whole numbers, as steps are, and steps can be told apart at
  /// their size.
  var isWhole: Bool {
    lastTime < 0x1p52 && times.allSatisfy { $0 == $0.rounded() }
      && entryTimes.allSatisfy { $0 == $0.rounded() }
  }
}

extension [Double] {
  /// The first element that is at least `value`, of an ascending array.
  func first(atLeast value: Double) -> Double? {
    let index = indices.bisected { self[$0] >= value }
    return index < count ? self[index] : nil
  }
}
