import CGSL

/// The scores of Gray's test in one stratum, and their covariance. Notation as in `GrayTest`.
///
/// Under the hypothesis z_i = sum_r int K_ir d(Gamma_r - Gamma), with Gamma_r the estimated
/// subdistribution hazard of group r and K_ir = L h_i (1 - G) (delta_ir - h_r/h). An event at u
/// changes Gamma_r at u and, through S_r, at all later times. To first order,
///
///     cause:        dz_i = a_ir / h_r,   a_ir = L h_i (delta_ir - h_r/h) + [1 - (1 - G(u))/S_r(u)] C_ir(u)
///     other cause:  dz_i = b_ir / h_r,   b_ir =                               - (1 - G(u))/S_r(u)  C_ir(u)
///     C_ir(u) = sum_{t > u} L h_i (delta_ir - h_r/h) dG / (1 - G(t-))
///
/// with G, S_r after the events of u. The numbers of events are draws: the cause's at its
/// probability under the hypothesis, dN/m with m = h S_r(u-), and the other causes' at their own,
/// d/Y_r. A draw without replacement has the variance of independent ones times 1 - (d - 1)/(m - 1)
/// (not below 0: where more are drawn than m, which is no whole number, the formula has no
/// meaning), and
///
///     V_ij = sum_u sum_r a_ir a_jr (dG/h_r) [1 - (dN - 1)/(m - 1)] + b_ir b_jr (d/h_r^2) [1 - (d - 1)/(Y_r - 1)]
struct GrayScores {
  private(set) var observed: [Double]
  private(set) var expected: [Double]
  /// V, by rows.
  private(set) var covariance: [Double]
  /// The least value of a factor for ties.
  private let leastTies: Double

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
    var atRisk = 0
    var causeEvents = 0
    var otherEvents = 0
    var survivalBefore = 1.0
    var survivalAfter = 1.0
    /// R_r.
    var pull = 0.0
    /// h_r, 0 when nobody is at risk.
    var presence: Double { atRisk == 0 ? 0 : Double(atRisk) / survivalBefore }
  }

  /// A group on its way through the distinct times of the stratum.
  private struct Walk {
    let sample: CompetingRisksSample?
    let cause: Int
    private var row = 0
    private var survival = 1.0
    private var incidence = 0.0

    init(_ sample: CompetingRisksSample?, cause: Int) {
      (self.sample, self.cause) = (sample, cause)
    }

    /// The group's next distinct time; infinite when there is none.
    var time: Double {
      sample.map { row < $0.overall.times.count ? $0.overall.times[row] : .infinity } ?? .infinity
    }

    mutating func step(to time: Double) -> Part {
      guard let sample, self.time < .infinity else { return Part() }
      let isHere = self.time == time
      let atRisk = sample.overall.atRisk[row]
      let events = isHere && cause <= sample.causeCount ? sample.events[cause - 1][row] : 0
      let all = isHere ? sample.overall.events[row] : 0
      var part = Part(
        atRisk: atRisk, causeEvents: events, otherEvents: all - events, survivalBefore: survival)
      part.pull = part.presence * (1 - incidence)
      incidence += survival * Double(events) / Double(atRisk)
      survival *= Double(atRisk - all) / Double(atRisk)
      part.survivalAfter = survival
      row += isHere ? 1 : 0
      return part
    }
  }

  init(_ stratum: [CompetingRisksSample?], cause: Int, rho: Double, leastTies: Double = 0) {
    self.leastTies = leastTies
    let groups = stratum.indices
    observed = Array(repeating: 0, count: groups.count)
    expected = observed
    covariance = Array(repeating: 0, count: groups.count * groups.count)
    var walks = stratum.map { Walk($0, cause: cause) }
    var (instants, parts): ([Instant], [Part]) = ([], [])
    var pooled = 0.0
    while let time = walks.map(\.time).min(), time < .infinity {
      let weight = pow(max(1 - pooled, 0), rho)
      let row = parts.count
      for group in groups { parts.append(walks[group].step(to: time)) }
      let here = parts[row...]
      let causeEvents = here.reduce(0) { $0 + $1.causeEvents }
      let pull = here.reduce(0) { $0 + $1.pull }
      for group in groups where causeEvents > 0 {
        observed[group] += weight * Double(parts[row + group].causeEvents)
        expected[group] += weight * Double(causeEvents) * parts[row + group].pull / pull
      }
      let before = pooled
      pooled += Double(causeEvents) / here.reduce(0) { $0 + $1.presence }
      instants.append(
        Instant(causeEvents: causeEvents, weight: weight, before: before, after: pooled))
    }
    addCovariance(instants, parts, groups.count)
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
            vector[index] =
              instant.weight * parts[row + index].presence * share + (1 - ratio)
              * later[group * groups + index]
          }
          let ties = self.ties(instant.causeEvents, of: presence * part.survivalBefore)
          add(vector, times: rise / part.presence * ties)
        }
        if part.otherEvents > 0 {
          for index in 0..<groups { vector[index] = ratio * later[group * groups + index] }
          let ties = self.ties(part.otherEvents, of: Double(part.atRisk))
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

  /// The factor of the variance for `events` drawn from `population` without replacement.
  private func ties(_ events: Int, of population: Double) -> Double {
    events > 1 ? max(1 - Double(events - 1) / (population - 1), leastTies) : 1
  }

  private mutating func add(_ vector: [Double], times factor: Double) {
    for row in vector.indices {
      for column in vector.indices {
        covariance[row * vector.count + column] += factor * vector[row] * vector[column]
      }
    }
  }
}
