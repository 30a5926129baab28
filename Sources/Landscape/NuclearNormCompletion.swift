import DeepLinear

/// The convex baseline: the matrix that minimises
///
///     (c_data / 2N) sum_k (A_k - a_k)^2 + c_reg lambda ||A||_*,
///
/// with ||A||_* the sum of the singular values. It is what networks of depth 2 come to: (c_reg / 2)
/// lambda ||theta||^2 is at least c_reg lambda ||A||_*, with equality where the layers are
/// balanced.
///
/// Found by proximal gradient steps A <- D_mu(A - G/(c_data/N)) with Nesterov's momentum and
/// restarts, where D_mu lowers every singular value by mu = c_reg lambda N / c_data down to 0.
///
/// Sources: Cai, Candes and Shen (2010), doi:10.1137/080738970; Beck and Teboulle (2009),
/// doi:10.1137/080716542; O'Donoghue and Candes (2015), doi:10.1007/s10208-013-9150-3.
public struct NuclearNormCompletion: Equatable, Sendable {
  /// The minimiser.
  public let matrix: Matrix
  /// Its singular values, exact zeros among them.
  public let singularValues: [Double]
  /// The value of the objective.
  public let objective: Double
  /// ||A - D_mu(A - G N/c_data)||_F in units of the data's size: 0 exactly at a minimiser.
  public let residual: Double
  /// How far the objective is above a lower bound, the dual objective at a multiple of G, in units
  /// of the objective.
  public let gap: Double
  /// The steps that were taken.
  public let steps: Int

  /// The rank of the minimiser.
  public var rank: Int { singularValues.count { $0 > 0 } }
  /// Whether the subgradient condition holds to 1e-12.
  public var isOptimal: Bool { residual <= Self.tolerance }

  /// The residual that is asked for.
  public static let tolerance = 1e-12
  /// The most steps.
  public static let mostSteps = 100_000

  /// Minimises the objective of a loss with lambda >= 0. Without missing entries one step does it.
  public init(_ loss: RegularisedLoss) {
    let problem = loss.problem
    let step = 1 / loss.dataWeight
    let threshold = loss.ridgeWeight * step
    let zero = Matrix(rows: problem.rows, columns: problem.columns)
    func moved(_ point: Matrix) -> (matrix: Matrix, values: [Double]) {
      let slope = loss.dataGradient(at: point)
      var target = point
      for index in target.elements.indices {
        target.elements[index] = target.elements[index].addingProduct(-step, slope.elements[index])
      }
      return Self.lowered(target, by: threshold) ?? (point, [])
    }
    var (current, ahead, momentum, taken) = (zero, zero, 1.0, 0)
    var (residual, best, since) = (Double.infinity, Double.infinity, 0)
    while taken < Self.mostSteps {
      let next = moved(ahead).matrix
      taken += 1
      let (forward, back) = (Self.difference(next, current), Self.difference(ahead, next))
      // Momentum that points uphill is dropped.
      let overlap = zip(forward.elements, back.elements).reduce(0) { $0.addingProduct($1.0, $1.1) }
      let following = overlap > 0 ? 1 : (1 + (1 + 4 * momentum * momentum).squareRoot()) / 2
      let share = overlap > 0 ? 0 : (momentum - 1) / following
      ahead = next
      for index in ahead.elements.indices {
        ahead.elements[index] = ahead.elements[index].addingProduct(share, forward.elements[index])
      }
      (current, momentum) = (next, following)
      residual = back.squaredNorm.squareRoot() / loss.scale
      // On below the tolerance, until rounding lets it fall no further: A is less exact than its
      // residual.
      (best, since) = residual < best / 2 ? (residual, 0) : (best, since + 1)
      if residual == 0 || best <= Self.tolerance && since >= 64 { break }
    }
    let last = moved(current)
    matrix = last.matrix
    singularValues = last.values
    self.residual =
      Self.difference(moved(last.matrix).matrix, last.matrix).squaredNorm.squareRoot() / loss.scale
    steps = taken
    objective = loss.dataPart(of: matrix) + loss.ridgeWeight * singularValues.reduce(0, +)
    gap = Self.gap(loss, matrix, objective)
  }

  /// D_mu: every singular value lowered by mu down to 0.
  private static func lowered(_ matrix: Matrix, by threshold: Double) -> (
    matrix: Matrix, values: [Double]
  )? {
    guard let decomposition = SingularDecomposition(matrix) else { return nil }
    let values = decomposition.values.map { max(0, $0 - threshold) }
    return (decomposition.with(values: values), values)
  }

  private static func difference(_ a: Matrix, _ b: Matrix) -> Matrix {
    Matrix(rows: a.rows, columns: a.columns, elements: zip(a.elements, b.elements).map { $0 - $1 })
  }

  /// The dual objective -sum_k (y_k a_k + (N / 2 c_data) y_k^2) at y = t G, t <= 1 such that no
  /// singular value of y is above c_reg lambda.
  private static func gap(_ loss: RegularisedLoss, _ matrix: Matrix, _ objective: Double) -> Double
  {
    let slope = loss.dataGradient(at: matrix)
    let norm = SingularDecomposition(slope)?.values.first ?? 0
    let factor = norm > loss.ridgeWeight ? loss.ridgeWeight / norm : 1
    let dual = loss.problem.entries.reduce(0.0) { sum, entry in
      let y = factor * slope[entry.row, entry.column]
      return sum - y * entry.value - y * y / (2 * loss.dataWeight)
    }
    return objective > 0 ? (objective - dual) / objective : 0
  }
}
