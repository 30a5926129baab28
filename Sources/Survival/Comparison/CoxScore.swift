import CGSL

/// The partial likelihood of Cox's model whose covariate is the group, and its first derivatives:
/// `CoxLikelihood` without the second ones.
///
/// The sum of all weights n_g exp(b_g) is kept in a tree of sums, so that a change costs
/// O(log groups) and nothing is subtracted but counts. A pass costs
/// O((events + changes of numbers at risk) x log groups), where second derivatives need the number
/// of groups in place of its logarithm.
struct CoxScore {
  /// log L.
  let logLikelihood: Double
  /// The derivatives of log L by the coefficients; they add up to 0.
  let score: [Double]

  init(_ table: RiskChanges, _ coefficients: [Double], _ ties: TieMethod) {
    var walk = ScoreWalk(coefficients: coefficients, ties)
    // Indices, not slices: a slice counts its references at every time.
    let (changes, events) = (table.changes, table.events)
    for instant in table.instants {
      for place in instant.changes { walk.change(changes[place]) }
      walk.take(events, instant.events)
    }
    logLikelihood = walk.sum - walk.denominators.value
    score = walk.score
  }
}

/// The sums on the way through the event times. Notation as in `TiedRisk` and `CoxLikelihood`.
private struct ScoreWalk {
  private(set) var sum = 0.0
  private(set) var score: [Double]
  private(set) var denominators = LogProduct()
  private let coefficients: [Double]
  private let ratios: [Double]
  private let ties: TieMethod
  private var present: [Int]
  private var weights: SumTree
  /// The sum so far of 1/denominator over the events whose sums are made by parts.
  private var single = 0.0

  init(coefficients: [Double], _ ties: TieMethod) {
    self.coefficients = coefficients
    self.ties = ties
    ratios = coefficients.map { exp($0) }
    score = Array(repeating: 0, count: coefficients.count)
    present = Array(repeating: 0, count: coefficients.count)
    weights = SumTree(count: coefficients.count)
  }

  @inline(__always)
  mutating func change(_ change: RiskChanges.Count) {
    let g = change.group
    score[g] += single * Double(change.number) * ratios[g]
    present[g] += change.number
    weights.set(g, Double(present[g]) * ratios[g])
  }

  @inline(__always)
  mutating func take(_ events: [RiskChanges.Count], _ here: Range<Int>) {
    guard !here.isEmpty else {
      single = 0
      return
    }
    var all = 0
    for place in here {
      let count = events[place]
      score[count.group] += Double(count.number)
      sum += Double(count.number) * coefficients[count.group]
      all += count.number
    }
    guard all > 1, ties == .efron else {
      denominators.multiply(weights.sum, times: all)
      single += Double(all) / weights.sum
      return
    }
    takeTied(events[here], all)
  }

  private mutating func takeTied(_ counts: ArraySlice<RiskChanges.Count>, _ all: Int) {
    var tied = 0.0
    for count in counts {
      let g = count.group
      tied += Double(count.number) * ratios[g]
      weights.set(g, Double(present[g] - count.number) * ratios[g])
    }
    let lasting = weights.sum
    var (zeroth, first) = (0.0, 0.0)
    for left in 1...all {
      let share = Double(left) / Double(all)
      let denominator = lasting + share * tied
      denominators.multiply(denominator, times: 1)
      zeroth += 1 / denominator
      first += share / denominator
    }
    if tied > lasting {
      // As differences these would lose digits.
      for g in ratios.indices { score[g] -= weights.value(g) * zeroth }
      for count in counts {
        score[count.group] -= Double(count.number) * ratios[count.group] * first
      }
    } else {
      single += zeroth
      for count in counts {
        score[count.group] += Double(count.number) * ratios[count.group] * (zeroth - first)
      }
    }
    for count in counts {
      weights.set(count.group, Double(present[count.group]) * ratios[count.group])
    }
  }
}

/// Numbers whose sum is known after each change: a tree of sums of two.
private struct SumTree {
  private var nodes: [Double]
  private let half: Int

  init(count: Int) {
    var half = 1
    while half < count { half *= 2 }
    self.half = half
    nodes = Array(repeating: 0, count: 2 * half)
  }

  var sum: Double { nodes[1] }

  func value(_ place: Int) -> Double { nodes[half + place] }

  @inline(__always)
  mutating func set(_ place: Int, _ value: Double) {
    var node = half + place
    nodes[node] = value
    while node > 1 {
      node /= 2
      nodes[node] = nodes[2 * node] + nodes[2 * node + 1]
    }
  }
}
