import CGSL

/// Nelson-Aalen increments over the range in which a hazard can be smoothed.
struct HazardIncrements {
  /// The times of events, ascending, or the middles of their bins.
  private let times: [Double]
  /// d/n.
  private let increments: [Double]
  /// d/n^2.
  private let variances: [Double]
  /// The first time at which anybody is at risk.
  let start: Double
  /// From there to the last event with enough at risk.
  let length: Double

  private static let mostTimes = 2000

  /// The increments up to the last event at which at least `needed` are at risk; nil when there are none, or all at the start.
  init?(_ sample: RightCensoredSample, atRisk needed: Int) {
    let start = sample.entries.reduce(0, +) == sample.count ? sample.entryTimes[0] : 0
    let rows = sample.times.indices.filter { sample.events[$0] > 0 && sample.atRisk[$0] >= needed }
    guard let last = rows.last, sample.times[last] > start else { return nil }
    self.init(
      rows.map { row in
        let (events, atRisk) = (Double(sample.events[row]), Double(sample.atRisk[row]))
        return (sample.times[row], events / atRisk, events / atRisk / atRisk)
      }, start: start, length: sample.times[last] - start, mostTimes: Self.mostTimes)
  }

  /// Rows of time, d/n and d/n^2, put in bins when there are more than `mostTimes`.
  private init(_ rows: [(Double, Double, Double)], start: Double, length: Double, mostTimes: Int) {
    (self.start, self.length) = (start, length)
    guard rows.count > mostTimes else {
      (times, increments, variances) = (rows.map(\.0), rows.map(\.1), rows.map(\.2))
      return
    }
    var (sums, squares) = (Array(repeating: 0.0, count: mostTimes), Array(repeating: 0.0, count: mostTimes))
    for (time, increment, variance) in rows {
      let bin = min(mostTimes - 1, Int((time - start) / length * Double(mostTimes)))
      sums[bin] += increment
      squares[bin] += variance
    }
    times = (0..<mostTimes).map { start + length * ((Double($0) + 0.5) / Double(mostTimes)) }
    (increments, variances) = (sums, squares)
  }

  /// The hazard and its variance at a time in the range; `bandwidth` is at most half of it.
  func smoothed(at time: Double, bandwidth: Double) -> (value: Double, variance: Double) {
    let kernel = BoundaryKernel(fromStart: (time - start) / bandwidth, toEnd: (start + length - time) / bandwidth)
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

  /// The bandwidth, among 20 from a hundredth to a half of the range in even ratios, with the least cross-validated integrated squared error
  ///
  ///     integral of h^2 - 2/b sum over i != j of K((t_i - t_j)/b) (d_i/n_i) (d_j/n_j).
  ///
  /// More than 1000 times are binned again for this. Source: Klein and Moeschberger (2003), section 6.2 (after Ramlau-Hansen).
  func chosenBandwidth() -> Double {
    let coarse = HazardIncrements(
      times.indices.map { (times[$0], increments[$0], variances[$0]) }, start: start, length: length, mostTimes: 1000)
    let bandwidths = (0..<20).map { length / 100 * exp(Double($0) / 19 * log(50)) }
    let scores = bandwidths.map(coarse.score)
    return bandwidths.indices.min { scores[$0] < scores[$1] }.map { bandwidths[$0] } ?? length / 4
  }

  private func score(_ bandwidth: Double) -> Double {
    let steps = 200
    let squares = (0...steps).map { index in
      let value = smoothed(at: start + length * (Double(index) / Double(steps)), bandwidth: bandwidth).value
      return value * value * (index == 0 || index == steps ? 0.5 : 1)
    }
    var cross = 0.0
    for (index, time) in times.enumerated() where increments[index] > 0 {
      let kernel = BoundaryKernel(fromStart: (time - start) / bandwidth, toEnd: (start + length - time) / bandwidth)
      let own = kernel(0) * increments[index] / bandwidth
      cross += (smoothed(at: time, bandwidth: bandwidth).value - own) * increments[index]
    }
    return squares.reduce(0, +) * length / Double(steps) - 2 * cross
  }
}
