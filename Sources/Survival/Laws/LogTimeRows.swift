import CGSL

/// Likelihood rows on the scale log t - centre, the centre being the log of the mean time, so that
/// numbers stay near 0 whatever the unit of time.
struct LogTimeRows {
  struct Point {
    let position: Double
    let count: Double
  }
  struct Interval {
    /// Minus infinity for a left-censored row.
    let lower: Double
    let upper: Double
    /// upper - lower, without cancellation.
    let width: Double
    let count: Double
  }

  let centre: Double
  let exact: [Point]
  let survival: [Point]
  let intervals: [Interval]
  let observations: Double
  /// sum count log t over the exact events, which turns densities of log t into densities of t.
  let jacobian: Double

  /// - Precondition: no exact event at time 0, and some time above 0.
  init(_ rows: LikelihoodRows) {
    let ends =
      rows.exact + rows.censored
      + rows.intervals.map { LikelihoodRows.Point(time: $0.upper, count: $0.count) }
    let most = ends.reduce(0) { max($0, $1.time) }
    let (total, weight) = ends.reduce((0.0, 0.0)) {
      ($0.0 + $1.count * ($1.time / most), $0.1 + $1.count)
    }
    let centre = log(most) + log(total / weight)
    self.centre = centre
    exact = rows.exact.map { Point(position: log($0.time) - centre, count: $0.count) }
    survival = rows.survivalTerms.filter { $0.time > 0 }.map {
      Point(position: log($0.time) - centre, count: $0.count)
    }
    intervals = rows.intervals.map { row in
      Interval(
        lower: log(row.lower) - centre, upper: log(row.upper) - centre,
        width: row.lower > 0 ? log1p((row.upper - row.lower) / row.lower) : .infinity,
        count: row.count)
    }
    observations = Double(rows.observations)
    jacobian = exact.reduce(0) { $0 + $1.count * ($1.position + centre) }
  }

  /// The mean and standard deviation of the positions of all observations' ends, the start of a
  /// search.
  var spread: (mean: Double, deviation: Double) {
    var (weight, sum, squares) = (0.0, 0.0, 0.0)
    func add(_ position: Double, _ count: Double) {
      weight += count
      sum += count * position
      squares += count * position * position
    }
    for row in exact { add(row.position, row.count) }
    for row in survival where row.count > 0 { add(row.position, row.count) }
    for row in intervals {
      add(row.width < 1 ? row.lower + row.width / 2 : row.upper - 0.5, row.count)
    }
    let mean = sum / weight
    return (mean, max(0, squares / weight - mean * mean).squareRoot())
  }
}
