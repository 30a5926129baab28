import CGSL

/// How Cox's partial likelihood treats events at one time.
public enum TieMethod: String, CaseIterable, Sendable {
  /// The r-th of d tied events (r = 0, 1, ...) has a risk set from which the share r/d of the d has gone. Close to the exact likelihood also
  /// under heavy ties. Efron (1977), doi:10.1080/01621459.1977.10480613.
  case efron
  /// Every tied event has the whole risk set. Shrinks hazard ratios towards 1 under heavy ties. Breslow (1974), doi:10.2307/2529620.
  case breslow
}

/// The groups' shares of risk at one event time of a Cox model on groups. With the hazard ratios r_g, n_g at risk and d_g of d events:
///
///     p_g(f) = (n_g - f d_g) r_g / sum_h (n_h - f d_h) r_h
///
/// for the d events' f: 0, 1/d, 2/d, ... (Efron) or all 0 (Breslow). The sums over events of p_g and p_g p_h need only five sums of f's
/// powers over the denominators, so a time costs O(d + groups^2), not their product.
struct TiedRisk {
  /// n_g r_g.
  private(set) var atRisk: [Double]
  /// d_g r_g.
  private(set) var events: [Double]
  /// The sums over the events of f^i / denominator, and of f^i / denominator^2.
  private var single = (0.0, 0.0)
  private var square = (0.0, 0.0, 0.0)
  private let ties: TieMethod

  init(groups: Int, ties: TieMethod) {
    atRisk = Array(repeating: 0, count: groups)
    events = atRisk
    self.ties = ties
  }

  /// Takes up a time, and multiplies the denominators into a product.
  @inline(__always)
  mutating func set(_ countsAtRisk: [Int], _ counts: [Int], _ ratios: [Double], _ denominators: inout LogProduct) {
    var (total, tied, count) = (0.0, 0.0, 0)
    for g in ratios.indices {
      atRisk[g] = Double(countsAtRisk[g]) * ratios[g]
      events[g] = Double(counts[g]) * ratios[g]
      total += atRisk[g]
      tied += events[g]
      count += counts[g]
    }
    if count == 1 || ties == .breslow {
      let events = Double(count)
      denominators.multiply(total, times: count)
      single = (events / total, 0)
      square = (events / total / total, 0, 0)
      return
    }
    (single, square) = ((0, 0), (0, 0, 0))
    for index in 0..<count {
      let gone = Double(index) / Double(count)
      let denominator = total - gone * tied
      let inverse = 1 / denominator
      denominators.multiply(denominator, times: 1)
      single.0 += inverse
      single.1 += gone * inverse
      square.0 += inverse * inverse
      square.1 += gone * (inverse * inverse)
      square.2 += gone * gone * (inverse * inverse)
    }
  }

  /// sum p_g: the events that are expected of group g.
  @inline(__always)
  func expected(_ g: Int) -> Double { atRisk[g] * single.0 - events[g] * single.1 }

  /// sum p_g p_h: minus the covariance of the two groups.
  @inline(__always)
  func link(_ g: Int, _ h: Int) -> Double {
    atRisk[g] * atRisk[h] * square.0 - (atRisk[g] * events[h] + events[g] * atRisk[h]) * square.1 + events[g] * events[h] * square.2
  }
}

/// The logarithm of a product of many positive numbers, with few logarithms.
struct LogProduct {
  private var sum = 0.0
  private var product = 1.0

  var value: Double { sum + log(product) }

  @inline(__always)
  mutating func multiply(_ factor: Double, times: Int) {
    if times > 1 {
      sum += Double(times) * log(factor)
      return
    }
    product *= factor
    // Factors are counts times hazard ratios, far within these bounds.
    if product > 0x1p400 || product < 0x1p-400 {
      sum += log(product)
      product = 1
    }
  }
}
