import CGSL

/// A Newton step for the masses of a Turnbull estimate, which moves, takes away and brings in mass.
///
/// Near the masses p the log-likelihood is, but for a constant, -1/2 sum_i w_i (Y_i/P_i - 2)^2 with
/// Y_i the new mass of run i. This is maximized over masses that are not negative and sum to 1, on
/// the intervals that have mass already and, between any two of those, the one with the greatest
/// derivative if it is above n. In the cumulated masses the quadratic form is that of a network of
/// resistors, one for each run, from the run's beginning to its end, and is solved by conjugate
/// gradients, preconditioned by the links between neighbours. Intervals whose mass comes out
/// negative are left out, and the rest is solved again.
///
/// Source: Wang (2008), Dimension-reduced nonparametric maximum likelihood computation for
/// interval-censored data, Computational Statistics & Data Analysis 52, 2388-2402, for the
/// intervals that are brought in and the quadratic problem; the way to solve it is Rankfall's.
struct TurnbullStep {
  private let state: TurnbullMasses
  private let runs: IntervalRuns

  init(_ state: TurnbullMasses) {
    self.state = state
    runs = state.runs
  }

  /// Better masses; nil when the step leads nowhere.
  func masses() -> [Double]? {
    var free = candidates()
    var target: [Double] = []
    while target.count < free.count {
      target = free.count > 1 ? RunNetwork(state, free: free).masses() : [1]
      // What is below the rounding of 1 is no mass.
      let kept = free.indices.filter { target[$0] > 1e-14 }
      if kept.count < free.count { (free, target) = (kept.map { free[$0] }, []) }
    }
    guard !free.isEmpty else { return nil }
    var goal = [Double](repeating: 0, count: state.masses.count)
    for (place, index) in free.enumerated() { goal[index] = target[place] }
    return search(toward: goal)
  }

  /// The intervals that may have mass.
  private func candidates() -> [Int] {
    var chosen: [Int] = []
    var best: Int?
    for index in state.masses.indices {
      if state.masses[index] > 0 {
        if let best { chosen.append(best) }
        chosen.append(index)
        best = nil
      } else if state.gradient[index] > max(runs.count, best.map { state.gradient[$0] } ?? 0) {
        best = index
      }
    }
    if let best { chosen.append(best) }
    return chosen
  }

  /// The longest of the steps 1, 1/2, 1/4... toward `goal` that gains at least a tenth of what the
  /// slope promises. When no run's mass changes by more than 1e-6 of itself, gain and slope are
  /// rounding, and the quadratic form is exact for all purposes: then it is step 1.
  private func search(toward goal: [Double]) -> [Double]? {
    var sums = [0.0]
    sums.reserveCapacity(goal.count + 1)
    for mass in goal { sums.append((sums.last ?? 0) + mass) }
    let changes = runs.first.indices.map { run in
      let (first, end) = (Int(runs.first[run]), Int(runs.end[run]))
      let mass = end == first + 1 ? goal[first] : sums[end] - sums[first]
      return mass / state.probabilities[run] - 1
    }
    if changes.allSatisfy({ abs($0) <= 1e-6 }) { return goal }
    let slope = zip(goal, state.gradient).reduce(0) { $0 + $1.0 * ($1.1 - runs.count) }
    guard slope > 0 else { return nil }
    var length = 1.0
    for _ in 0..<40 {
      let gain = changes.indices.reduce(0) {
        $0 + runs.weight[$1] * log1p(max(length * changes[$1], -1))
      }
      if gain >= 0.1 * length * slope {
        return length == 1 ? goal : zip(state.masses, goal).map { $0 + length * ($1 - $0) }
      }
      length /= 2
    }
    return nil
  }
}
