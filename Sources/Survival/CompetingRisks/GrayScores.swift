import CGSL

/// The scores of Gray's test in one stratum, and their covariance. Notation as in `GrayTest`.
///
/// Under the hypothesis z_i = sum_r int K_ir d(Gamma_r - Gamma), with Gamma_r the estimated subdistribution hazard of group r and
/// K_ir = L h_i (1 - G) (delta_ir - h_r/h). An event at u changes Gamma_r at u and, through S_r, at all later times. To first order,
///
///     cause:        dz_i = a_ir / h_r,   a_ir = L h_i (delta_ir - h_r/h) + [1 - (1 - G(u))/S_r(u)] C_ir(u)
///     other cause:  dz_i = b_ir / h_r,   b_ir =                               - (1 - G(u))/S_r(u)  C_ir(u)
///     C_ir(u) = sum_{t > u} L h_i (delta_ir - h_r/h) dG / (1 - G(t-))
///
/// with G, S_r after the events of u. The numbers of events are draws: the cause's at its probability under the hypothesis, dN/m with m = h S_r(u-),
/// and the other causes' at their own, d/Y_r. A draw without replacement has the variance of independent ones times 1 - (d - 1)/(m - 1), so
///
///     V_ij = sum_u sum_r a_ir a_jr (dG/h_r) [1 - (dN - 1)/(m - 1)] + b_ir b_jr (d/h_r^2) [1 - (d - 1)/(Y_r - 1)]
struct GrayScores {
  private(set) var observed: [Double]
  private(set) var expected: [Double]
  /// V, by rows.
  private(set) var covariance: [Double]

  /// What one distinct time leaves for the way back, which C needs.
  private struct Instant {
    let causeEvents: Int
    /// L, G before the events, G after.
    let weight: Double
    let before: Double
    let after: Double
  }

  /// What it leaves for each group.
  private struct Part {
    let atRisk: Int
    let otherEvents: Int
    let survivalBefore: Double
    let survivalAfter: Double
    /// h_r, 0 when nobody is at risk.
    var presence: Double { atRisk == 0 ? 0 : Double(atRisk) / survivalBefore }
  }

  init(_ stratum: [CompetingRisksSample?], cause: Int, rho: Double) {
    let groups = stratum.count
    observed = Array(repeating: 0, count: groups)
    expected = observed
    covariance = Array(repeating: 0, count: groups * groups)
    var (instants, parts): ([Instant], [Part]) = ([], [])
    var next = [Int](repeating: 0, count: groups)
    var survival = [Double](repeating: 1, count: groups)
    var incidence = [Double](repeating: 0, count: groups)
    var pooled = 0.0
    while true {
      var time = Double.infinity
      for group in 0..<groups {
        if let table = stratum[group]?.overall, next[group] < table.times.count { time = min(time, table.times[next[group]]) }
      }
      guard time < .infinity else { break }
      let weight = pow(max(1 - pooled, 0), rho)
      var (causeEvents, presence, pull) = (0, 0.0, 0.0)
      var pulls = [Double](repeating: 0, count: groups)
      for group in 0..<groups {
        guard let sample = stratum[group], next[group] < sample.overall.times.count else {
          parts.append(Part(atRisk: 0, otherEvents: 0, survivalBefore: 1, survivalAfter: 1))
          continue
        }
        let row = next[group]
        let here = sample.overall.times[row] == time
        let events = here && cause <= sample.causeCount ? sample.events[cause - 1][row] : 0
        let all = here ? sample.overall.events[row] : 0
        let atRisk = sample.overall.atRisk[row]
        let before = survival[group]
        survival[group] *= Double(atRisk - all) / Double(atRisk)
        let part = Part(atRisk: atRisk, otherEvents: all - events, survivalBefore: before, survivalAfter: survival[group])
        parts.append(part)
        presence += part.presence
        pulls[group] = part.presence * (1 - incidence[group])
        pull += pulls[group]
        incidence[group] += before * Double(events) / Double(atRisk)
        observed[group] += weight * Double(events)
        causeEvents += events
        next[group] += here ? 1 : 0
      }
      if causeEvents > 0 {
        for group in 0..<groups { expected[group] += weight * Double(causeEvents) * pulls[group] / pull }
      }
      let before = pooled
      pooled += Double(causeEvents) / presence
      instants.append(Instant(causeEvents: causeEvents, weight: weight, before: before, after: pooled))
    }
    addCovariance(instants, parts, groups)
  }

  private mutating func addCovariance(_ instants: [Instant], _ parts: [Part], _ groups: Int) {
    // C_ir at index r * groups + i, summed from the last time.
    var later = [Double](repeating: 0, count: groups * groups)
    var vector = [Double](repeating: 0, count: groups)
    for (time, instant) in instants.enumerated().reversed() {
      let row = time * groups
      let presence = (0..<groups).reduce(0) { $0 + parts[row + $1].presence }
      let rise = Double(instant.causeEvents) / presence
      for group in 0..<groups where parts[row + group].atRisk > 0 {
        let part = parts[row + group]
        // Nothing is later for a group that is used up: its C is 0.
        let ratio = part.survivalAfter > 0 ? (1 - instant.after) / part.survivalAfter : 0
        if instant.causeEvents > 0 {
          for index in 0..<groups {
            let share = (index == group ? 1 : 0) - part.presence / presence
            vector[index] = instant.weight * parts[row + index].presence * share + (1 - ratio) * later[group * groups + index]
          }
          let ties = Self.ties(instant.causeEvents, of: presence * part.survivalBefore)
          add(vector, times: rise / part.presence * ties)
        }
        if part.otherEvents > 0 {
          for index in 0..<groups { vector[index] = ratio * later[group * groups + index] }
          let ties = Self.ties(part.otherEvents, of: Double(part.atRisk))
          add(vector, times: Double(part.otherEvents) / (part.presence * part.presence) * ties)
        }
      }
      guard instant.causeEvents > 0, instant.before != 1 else { continue }
      let factor = instant.weight * rise / (1 - instant.before)
      for group in 0..<groups {
        for index in 0..<groups {
          let share = (index == group ? 1 : 0) - parts[row + group].presence / presence
          later[group * groups + index] += factor * parts[row + index].presence * share
        }
      }
    }
  }

  /// The factor of the variance for `events` drawn from `population` without replacement; never below 0.
  private static func ties(_ events: Int, of population: Double) -> Double {
    events > 1 ? max(1 - Double(events - 1) / (population - 1), 0) : 1
  }

  private mutating func add(_ vector: [Double], times factor: Double) {
    for row in vector.indices {
      for column in vector.indices { covariance[row * vector.count + column] += factor * vector[row] * vector[column] }
    }
  }
}
