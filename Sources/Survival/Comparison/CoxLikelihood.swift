import CGSL

/// The partial likelihood of Cox's model whose covariate is the group, at given coefficients b_g
/// (log hazard ratios, up to a common shift):
///
///     log L = sum over strata and event times of  sum_g d_g b_g - sum over the d events of log sum_g (n_g - f d_g) exp(b_g)
///
/// with the f of `TieMethod`.
///
/// The derivatives hold sums over event times of n_g and of n_g n_h times factors of the time. They
/// are summed by parts: when n_g changes, the change is multiplied by the sum of the factors so
/// far, and by n_h. Without late entries only positive numbers are added. So the cost is O(events +
/// (distinct event times + changes of numbers at risk) x groups), without groups^2 at each time.
struct CoxLikelihood: Equatable, Sendable {
  /// log L.
  let logLikelihood: Double
  /// The derivatives of log L by the coefficients; they add up to 0.
  let score: [Double]
  /// Minus the second derivatives.
  let information: ContrastMatrix

  init(_ table: RiskChanges, _ coefficients: [Double], _ ties: TieMethod) {
    var walk = CoxWalk(ratios: coefficients.map { exp($0) }, ties)
    var sum = 0.0
    for instant in table.instants {
      for change in table.changes[instant.changes] { walk.change(change) }
      walk.take(table.events[instant.events])
      for event in table.events[instant.events] {
        sum += Double(event.number) * coefficients[event.group]
      }
    }
    logLikelihood = sum - walk.risk.denominators.value
    score = walk.score
    information = walk.information
  }
}

/// The sums of a partial likelihood on the way through the event times.
private struct CoxWalk {
  private(set) var risk: TiedRisk
  private(set) var score: [Double]
  private let ratios: [Double]
  private var present: [Int]
  private var events: [Int]
  /// n_g exp(b_g).
  private var weights: [Double]
  /// The sums so far of 1/denominator and its square over the events whose sums are made by parts.
  private var (single, square) = (0.0, 0.0)
  /// At `g * groups + h`, the part of the information's link of g and h that came with changes and
  /// events of g.
  private var flow: [Double]
  /// What was not summed by parts.
  private var direct: ContrastMatrix

  init(ratios: [Double], _ ties: TieMethod) {
    self.ratios = ratios
    risk = TiedRisk(groups: ratios.count, ties: ties)
    score = Array(repeating: 0, count: ratios.count)
    present = Array(repeating: 0, count: ratios.count)
    (weights, events) = (score, present)
    flow = Array(repeating: 0, count: ratios.count * ratios.count)
    direct = ContrastMatrix(size: ratios.count)
  }

  var information: ContrastMatrix {
    var sum = direct
    for g in ratios.indices {
      sum.addRow(g) { flow[g * ratios.count + $0] + flow[$0 * ratios.count + g] }
    }
    return sum
  }

  @inline(__always)
  mutating func change(_ change: RiskChanges.Count) {
    let g = change.group
    let leaving = -Double(change.number) * ratios[g]
    score[g] -= single * leaving
    let factor = square * leaving
    let row = g * weights.count
    for h in weights.indices { flow[row + h] += factor * weights[h] }
    present[g] += change.number
    weights[g] = Double(present[g]) * ratios[g]
  }

  @inline(__always)
  mutating func take(_ counts: ArraySlice<RiskChanges.Count>) {
    guard !counts.isEmpty else {
      (single, square) = (0, 0)
      return
    }
    for count in counts {
      events[count.group] = count.number
      score[count.group] += Double(count.number)
    }
    risk.set(present, events, ratios)
    if risk.isMostlyTied {
      for g in ratios.indices { score[g] -= risk.expected(g) }
      risk.addLinks(to: &direct)
    } else {
      single += risk.single.0
      square += risk.square.0
      if risk.hasShares { for count in counts { correct(count.group) } }
    }
    for count in counts { events[count.group] = 0 }
  }

  /// With u = 1 - f, a group that has events has n - u d where the sums by parts have n.
  private mutating func correct(_ g: Int) {
    let tied = Double(events[g]) * ratios[g]
    score[g] += tied * (risk.single.0 - risk.single.1)
    let first = tied * (risk.square.0 - risk.square.1)
    let second = tied * (risk.square.0 - 2 * risk.square.1 + risk.square.2) / 2
    let row = g * weights.count
    for h in weights.indices {
      flow[row + h] += second * (Double(events[h]) * ratios[h]) - first * weights[h]
    }
  }
}
