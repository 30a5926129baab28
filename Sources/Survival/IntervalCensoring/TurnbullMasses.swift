/// Masses on the innermost intervals, with what the likelihood says about them: sum_i w_i log P_i,
/// where P_i is the mass of run i.
struct TurnbullMasses {
  let runs: IntervalRuns
  /// The masses, which sum to 1.
  private(set) var masses: [Double]
  /// P_i.
  private(set) var probabilities: [Double] = []
  /// D_j = sum of w_i/P_i over the runs that hold interval j: the derivative by mass j. The masses
  /// are best when D_j <= n everywhere; then D_j = n wherever there is mass.
  private(set) var gradient: [Double] = []

  /// max D_j - n, which is never less than what the log-likelihood of the best masses is above that
  /// of these: as log is concave, the difference is at most sum_j q_j (D_j - p_j D_j) for any
  /// masses q.
  var gap: Double { (gradient.max() ?? 0) - runs.count }

  /// Starts from few masses: every run holds at least one, and no two can be spared. On exact times
  /// each has one.
  init(_ runs: IntervalRuns) {
    self.runs = runs
    masses = Array(repeating: 0, count: runs.intervals.count)
    // For each end, the latest start of the runs that end there; a run without a mass gets one at
    // its end.
    var latest = [Int](repeating: -1, count: runs.intervals.count + 1)
    for run in runs.first.indices {
      latest[Int(runs.end[run])] = max(latest[Int(runs.end[run])], Int(runs.first[run]))
    }
    var chosen = -1
    var number = 0.0
    for end in 1...runs.intervals.count where latest[end] > chosen {
      chosen = end - 1
      masses[chosen] = 1
      number += 1
    }
    for index in masses.indices { masses[index] /= number }
    evaluate()
  }

  mutating func set(_ masses: [Double]) {
    self.masses = masses
    evaluate()
  }

  /// One step of the EM algorithm, which never lowers the likelihood, in the form of Turnbull
  /// (1974): events that are known to an interval are spread over it by the present masses, and the
  /// Kaplan-Meier estimate of the result, right-censored observations being left as they are, is
  /// the new estimate. Without interval-censored observations that is the answer at once.
  mutating func improve() {
    let last = masses.count
    var events = [Double](repeating: 0, count: last + 1)
    var censored = [Double](repeating: 0, count: last + 1)
    for run in probabilities.indices {
      let (first, end) = (Int(runs.first[run]), Int(runs.end[run]))
      if end == last {
        censored[first] += runs.weight[run]
      } else {
        events[first] += runs.weight[run] / probabilities[run]
        events[end] -= runs.weight[run] / probabilities[run]
      }
    }
    var density = 0.0
    for index in 0..<last {
      density += events[index]
      events[index] = masses[index] > 0 ? max(density, 0) * masses[index] : 0
    }
    var atRisk = [Double](repeating: 0, count: last + 1)
    for index in (0..<last).reversed() {
      atRisk[index] = atRisk[index + 1] + events[index] + censored[index + 1]
    }
    var surviving = 1.0
    for index in 0..<(last - 1) {
      let events = min(events[index], atRisk[index])
      masses[index] = events > 0 ? surviving * events / atRisk[index] : 0
      surviving *= events > 0 ? (atRisk[index] - events) / atRisk[index] : 1
    }
    masses[last - 1] = surviving
    evaluate()
  }

  /// Sums from both ends keep the digits of small probabilities in both tails; an interval by
  /// itself needs no sum.
  private mutating func evaluate() {
    let number = masses.count
    var (below, above) = (
      [Double](repeating: 0, count: number + 1), [Double](repeating: 0, count: number + 1)
    )
    for index in 0..<number { below[index + 1] = below[index] + masses[index] }
    for index in (0..<number).reversed() { above[index] = above[index + 1] + masses[index] }
    probabilities = runs.first.indices.map { run in
      let (first, end) = (Int(runs.first[run]), Int(runs.end[run]))
      if end == first + 1 { return masses[first] }
      return below[end] < above[first] ? below[end] - below[first] : above[first] - above[end]
    }
    var changes = [Double](repeating: 0, count: number + 1)
    for run in probabilities.indices {
      changes[Int(runs.first[run])] += runs.weight[run] / probabilities[run]
      changes[Int(runs.end[run])] -= runs.weight[run] / probabilities[run]
    }
    var sum = 0.0
    gradient = (0..<number).map { index in
      sum += changes[index]
      return sum
    }
  }
}
