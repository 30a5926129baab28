import CGSL

/// Nelson-Aalen increments over the range in which a hazard can be smoothed.
struct HazardIncrements {
  /// The times of events, ascending, or the middles of their bins.
  private let times: [Double]
  /// d/n.
  private let increments: [Double]
  /// d/n^2.
  private let variances: [Double]
  /// By time, how many events have come up to it.
  private let counts: [Double]
  /// The first time at which anybody is at risk, or the first event.
  let start: Double
  /// From there to the last event with enough at risk.
  let length: Double

  private static let mostTimes = 2000

  /// The increments up to the last event at which at least `needed` are at risk; nil when there are
  /// none, or all at the start.
  ///
  /// - Parameter afterFirst: whether the range begins at the first event and holds what comes after
  ///   it. What comes after it goes by the same hazard, and a stretch before it in which nothing
  ///   happens is kept out of every estimate.
  init?(_ sample: RightCensoredSample, atRisk needed: Int, afterFirst: Bool = false) {
    var start = sample.entries.reduce(0, +) == sample.count ? sample.entryTimes[0] : 0
    var rows = sample.times.indices.filter { sample.events[$0] > 0 && sample.atRisk[$0] >= needed }
    if afterFirst, let first = rows.first {
      start = sample.times[first]
      rows.removeFirst()
    }
    guard let last = rows.last, sample.times[last] > start else { return nil }
    self.init(
      rows.map { row in
        let (events, atRisk) = (Double(sample.events[row]), Double(sample.atRisk[row]))
        return Row(
          time: sample.times[row], increment: events / atRisk, variance: events / atRisk / atRisk,
          events: events)
      }, start: start, length: sample.times[last] - start, mostTimes: Self.mostTimes)
  }

  /// A time with events: d/n, d/n^2 and d.
  private struct Row {
    let time: Double
    var increment = 0.0
    var variance = 0.0
    var events = 0.0
  }

  /// Rows, put in bins when there are more than `mostTimes`.
  private init(_ rows: [Row], start: Double, length: Double, mostTimes: Int) {
    (self.start, self.length) = (start, length)
    var rows = rows
    if rows.count > mostTimes {
      var bins = (0..<mostTimes).map {
        Row(time: start + length * ((Double($0) + 0.5) / Double(mostTimes)))
      }
      for row in rows {
        let bin = min(mostTimes - 1, Int((row.time - start) / length * Double(mostTimes)))
        bins[bin].increment += row.increment
        bins[bin].variance += row.variance
        bins[bin].events += row.events
      }
      rows = bins.filter { $0.events > 0 }
    }
    (times, increments, variances) = (rows.map(\.time), rows.map(\.increment), rows.map(\.variance))
    var total = 0.0
    counts = rows.map { row in
      total += row.events
      return total
    }
  }

  /// How many events there are.
  var events: Double { counts.last ?? 0 }

  /// The bandwidth at a time that takes in so many events on both sides together, or half of the
  /// range where that is less: narrow where events are dense and the hazard can be seen to change,
  /// wide where they are rare. It takes in four distinct times at least: many events at one time
  /// say nothing of the times between.
  func bandwidth(at time: Double, events: Double) -> Double {
    func isEnough(_ b: Double) -> Bool {
      let first = times.indices.bisected { times[$0] >= time - b }
      let end = times.indices.bisected { times[$0] > time + b }
      return end - first >= 4 && counts[end - 1] - (first > 0 ? counts[first - 1] : 0) >= events
    }
    var (low, high) = (0.0, length / 2)
    guard isEnough(high) else { return high }
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }

  /// The hazard and its variance at a time in the range; `bandwidth` is at most half of it.
  func smoothed(at time: Double, bandwidth: Double) -> (value: Double, variance: Double) {
    let kernel = BoundaryKernel(
      fromStart: (time - start) / bandwidth, toEnd: (start + length - time) / bandwidth)
    var (value, variance) = (0.0, 0.0)
    var index = times.indices.bisected { times[$0] >= time - bandwidth }
    while index < times.count, times[index] <= time + bandwidth {
      let weight = kernel((time - times[index]) / bandwidth)
      value += weight * increments[index]
      variance += weight * weight * variances[index]
      index += 1
    }
    return (value / bandwidth, variance / (bandwidth * bandwidth))
  }

  /// How many events a local bandwidth takes in: of eight numbers in even ratios from 20, or an
  /// 80th of all, to 50, or a tenth of all, the one with the least cross-validated integrated
  /// squared error
  ///
  ///     integral of h^2 - 2 sum over i != j of K((t_i - t_j)/b_i)/b_i (d_i/n_i) (d_j/n_j),   b_i = b(t_i).
  ///
  /// More than 1000 times are binned again for this. Source: Klein and Moeschberger (2003), section
  /// 6.2 (after Ramlau-Hansen); nearest neighbours after Mueller and Wang, Biometrics 50 (1994),
  /// doi:10.2307/2533197.
  func chosenEvents() -> Double {
    let rows = times.indices.map { index in
      Row(
        time: times[index], increment: increments[index], variance: variances[index],
        events: counts[index] - (index > 0 ? counts[index - 1] : 0))
    }
    let coarse = HazardIncrements(rows, start: start, length: length, mostTimes: 1000)
    let (fewest, most) = (max(20, events / 80), max(50, events / 10))
    let candidates = (0..<8).map { fewest * exp(Double($0) / 7 * log(most / fewest)) }
    let scores = candidates.map(coarse.score)
    return candidates.indices.min { scores[$0] < scores[$1] }.map { candidates[$0] } ?? events
  }

  private func score(_ events: Double) -> Double {
    let steps = 200
    let squares = (0...steps).map { index in
      let time = start + length * (Double(index) / Double(steps))
      let value = smoothed(at: time, bandwidth: bandwidth(at: time, events: events)).value
      return value * value * (index == 0 || index == steps ? 0.5 : 1)
    }
    var cross = 0.0
    for (index, time) in times.enumerated() where increments[index] > 0 {
      let b = bandwidth(at: time, events: events)
      let kernel = BoundaryKernel(fromStart: (time - start) / b, toEnd: (start + length - time) / b)
      let own = kernel(0) * increments[index] / b
      cross += (smoothed(at: time, bandwidth: b).value - own) * increments[index]
    }
    return squares.reduce(0, +) * length / Double(steps) - 2 * cross
  }
}
