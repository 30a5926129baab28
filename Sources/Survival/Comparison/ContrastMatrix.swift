/// The covariance matrix of counts among groups, whose rows add up to 0:
///
///     V_gh = -w_gh  for g != h,      V_gg = sum_{h != g} w_gh,      w_gh = w_hg >= 0
///
/// The covariance of the log-rank family's scores and the information of a Cox model on groups have
/// this form: the Laplacian of a graph that joins two groups when they were at risk together at an
/// event. Its rank is the number of groups less the number of the graph's connected parts, so
/// degrees of freedom are counted, without a tolerance.
///
/// Groups are eliminated one by one: the eliminated group's links are replaced by links between its
/// neighbours (the star-mesh transform). Only positive numbers are added, multiplied and divided,
/// so no digits are lost, where Cholesky's method would subtract.
///
/// Source: Grassmann, Taksar and Heyman (1985), doi:10.1287/opre.33.5.1107, the same elimination
/// for Markov chains.
struct ContrastMatrix: Equatable, Sendable {
  let size: Int
  /// w_gh at `g * size + h`, for g > h; 0 elsewhere.
  private(set) var links: [Double]

  init(size: Int) {
    self.size = size
    links = Array(repeating: 0, count: size * size)
  }

  /// Adds to w_gh for all h below g.
  @inline(__always)
  mutating func addRow(_ g: Int, _ weight: (_ h: Int) -> Double) {
    for h in 0..<g { links[g * size + h] += weight(h) }
  }

  /// w_gh for any two groups.
  func link(_ g: Int, _ h: Int) -> Double { links[max(g, h) * size + min(g, h)] }

  /// a' V a = sum_{g > h} w_gh (a_g - a_h)^2.
  func quadraticForm(_ vector: [Double]) -> Double {
    var sum = 0.0
    for g in vector.indices {
      for h in 0..<g { sum += link(g, h) * (vector[g] - vector[h]) * (vector[g] - vector[h]) }
    }
    return sum
  }

  /// V as rows.
  var rows: [[Double]] {
    (0..<size).map { g in
      (0..<size).map { h in
        g == h ? (0..<size).reduce(0) { $1 == g ? $0 : $0 + link(g, $1) } : -link(g, h)
      }
    }
  }

  /// V made ready for solving. The groups below `grounded` are held at 0.
  func eliminated(grounded: Int = 1) -> Elimination { Elimination(self, grounded: grounded) }
}

extension ContrastMatrix {
  /// The groups eliminated from the last to the first that is not grounded. A group that is linked
  /// to none before it is its part's root and is held at 0, too.
  struct Elimination: Equatable, Sendable {
    /// How many groups were eliminated: the rank of V with the grounded rows left out.
    private(set) var rank = 0
    private let size: Int
    /// At `g * size + h`, h < g: the share of g that goes to h.
    private var shares: [Double]
    /// The sum of the links that g had left when it was eliminated; 0 for roots.
    private var totals: [Double]

    fileprivate init(_ matrix: ContrastMatrix, grounded: Int) {
      size = matrix.size
      shares = matrix.links
      totals = Array(repeating: 0, count: size)
      for g in stride(from: size - 1, through: grounded, by: -1) {
        let row = g * size
        let total = shares[row..<(row + g)].reduce(0, +)
        guard total > Double.leastNormalMagnitude else { continue }
        totals[g] = total
        rank += 1
        for h in 0..<g {
          let link = shares[row + h]
          shares[row + h] = link / total
          for other in 0..<h { shares[h * size + other] += link * shares[row + other] }
        }
      }
    }

    /// x with V x = b but for the roots, where x is 0, and b' x. For a b whose elements add up to 0
    /// in each part this is b' V^- b with any generalized inverse.
    func solve(_ right: [Double]) -> (solution: [Double], form: Double) {
      var solution = right
      var form = 0.0
      for g in stride(from: size - 1, to: -1, by: -1) where totals[g] > 0 {
        form += solution[g] * solution[g] / totals[g]
        for h in 0..<g { solution[h] += solution[g] * shares[g * size + h] }
      }
      for g in 0..<size {
        guard totals[g] > 0 else {
          solution[g] = 0
          continue
        }
        solution[g] /= totals[g]
        for h in 0..<g { solution[g] += solution[h] * shares[g * size + h] }
      }
      return (solution, form)
    }
  }
}
