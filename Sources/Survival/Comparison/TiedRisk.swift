/// The groups' shares of risk at one event time of a Cox model on groups. With the hazard ratios
/// r_g, n_g at risk and d_g of d events:
///
///     p_g(f) = (n_g - d_g + f d_g) r_g / sum_h (n_h - d_h + f d_h) r_h
///
/// for the d events' f: 1, 1 - 1/d, ..., 1/d (Efron) or all 1 (Breslow). The sums over events of
/// p_g and p_g p_h need only five sums of f's powers over the denominators, so a time costs O(d +
/// groups^2), not their product. Nothing is subtracted but counts.
struct TiedRisk {
  /// (n_g - d_g) r_g.
  private var lasting: [Double]
  /// d_g r_g.
  private var tied: [Double]
  /// The sums over the events of f^i / denominator, i = 0 and 1.
  private(set) var single = (0.0, 0.0)
  /// The sums over the events of f^i / denominator^2, i = 0, 1 and 2.
  private(set) var square = (0.0, 0.0, 0.0)
  /// The product of the denominators at all times taken up.
  private(set) var denominators = LogProduct()
  /// Whether the events have other f than 1.
  private(set) var hasShares = false
  /// Whether they do, and most of the risk is theirs, so that n - (1 - f) d as a difference would
  /// lose digits.
  private(set) var isMostlyTied = false
  private let ties: TieMethod

  init(groups: Int, ties: TieMethod) {
    lasting = Array(repeating: 0, count: groups)
    tied = lasting
    self.ties = ties
  }

  /// Takes up a time.
  @inline(__always)
  mutating func set(_ atRisk: [Int], _ events: [Int], _ ratios: [Double]) {
    var (allLasting, allTied, count) = (0.0, 0.0, 0)
    for g in ratios.indices {
      lasting[g] = Double(atRisk[g] - events[g]) * ratios[g]
      tied[g] = Double(events[g]) * ratios[g]
      allLasting += lasting[g]
      allTied += tied[g]
      count += events[g]
    }
    hasShares = count > 1 && ties == .efron
    isMostlyTied = hasShares && allTied > allLasting
    guard hasShares else {
      let total = allLasting + allTied
      denominators.multiply(total, times: count)
      let events = Double(count)
      single = (events / total, events / total)
      square = (events / total / total, events / total / total, events / total / total)
      return
    }
    (single, square) = ((0, 0), (0, 0, 0))
    for left in 1...max(1, count) {
      let share = Double(left) / Double(count)
      let denominator = allLasting + share * allTied
      let inverse = 1 / denominator
      denominators.multiply(denominator, times: 1)
      single.0 += inverse
      single.1 += share * inverse
      square.0 += inverse * inverse
      square.1 += share * (inverse * inverse)
      square.2 += share * share * (inverse * inverse)
    }
  }

  /// sum p_g: the events that are expected of group g.
  @inline(__always)
  func expected(_ g: Int) -> Double { lasting[g] * single.0 + tied[g] * single.1 }

  /// Adds the sums of p_g p_h, minus the covariances of the groups' indicators, times a factor.
  @inline(__always)
  func addLinks(to matrix: inout ContrastMatrix, times factor: Double = 1) {
    for g in lasting.indices where lasting[g] + tied[g] > 0 {
      let byLasting = factor * (lasting[g] * square.0 + tied[g] * square.1)
      let byTied = factor * (lasting[g] * square.1 + tied[g] * square.2)
      matrix.addRow(g) { byLasting * lasting[$0] + byTied * tied[$0] }
    }
  }
}
