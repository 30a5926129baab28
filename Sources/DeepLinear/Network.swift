/// A deep linear network A = W_L ... W_1: its weights, and the scalar reference of every step.
///
/// Written to be read against the formula, not to be fast. The engines of `Dynamics` give the same
/// bits: they round in the order that is spelled out here and in `OrderedDot`.
public struct Network: Equatable, Sendable {
  /// W_1 ... W_L; `weights[l - 1]` is W_l, of size w_l x w_{l-1}.
  public var weights: [Matrix]

  /// Makes a network from its weights.
  ///
  /// One layer makes a linear model, whose loss is quadratic: what closed forms are compared with.
  /// Studies ask for two or more.
  ///
  /// - Precondition: at least one layer, each with as many columns as the one before it has rows.
  public init(weights: [Matrix]) {
    precondition(!weights.isEmpty, "a network has at least one layer")
    for (below, above) in zip(weights, weights.dropFirst()) {
      precondition(above.columns == below.rows, "neighbouring layers must share a width")
    }
    self.weights = weights
  }

  /// w_0 ... w_L.
  public var widths: [Int] { [weights[0].columns] + weights.map(\.rows) }

  /// P, the number of weights.
  public var parameterCount: Int { weights.reduce(0) { $0 + $1.elements.count } }

  /// sum_l ||W_l||_F^2.
  public var squaredNorm: Double { weights.reduce(0) { $0 + $1.squaredNorm } }

  /// A = W_L ... W_1.
  public var product: Matrix {
    weights.dropFirst().reduce(weights[0]) { $1 * $0 }
  }

  /// A_k - a_k for one observed entry, with the vectors that its gradient is made of.
  ///
  ///     v_0 = e_j,  v_l = W_l v_{l-1};   u_L = e_i,  u_{l-1} = W_l^T u_l;   A_k = u_{L-1} . v_{L-1}
  ///
  /// - Returns: the residual, `forward[l] = v_l` for l = 0..L-1 and `backward[l] = u_l` for l =
  ///   1..L (`backward[0]` is empty).
  public func residual(
    of entry: CompletionProblem.Entry
  ) -> (value: Double, forward: [[Double]], backward: [[Double]]) {
    let depth = weights.count
    let (row, column) = (
      Self.unit(entry.row, weights[depth - 1].rows), Self.unit(entry.column, weights[0].columns)
    )
    guard depth > 1 else {
      return (weights[0][entry.row, entry.column] - entry.value, [column], [[], row])
    }
    var forward = [column, weights[0].column(entry.column)]
    for layer in 1..<(depth - 1) { forward.append(Self.apply(weights[layer], forward[layer])) }
    var backward = [[Double]](repeating: [], count: depth + 1)
    backward[depth] = row
    backward[depth - 1] = weights[depth - 1].row(entry.row)
    for layer in stride(from: depth - 2, to: 0, by: -1) {
      backward[layer] = Self.applyTransposed(weights[layer], backward[layer + 1])
    }
    let (u, v) = (backward[depth - 1], forward[depth - 1])
    return (OrderedDot.sum(count: u.count, { u[$0] }, { v[$0] }) - entry.value, forward, backward)
  }

  /// One SGD step with the entry k that was drawn; all layers move from the old weights.
  ///
  ///     W_l <- decay * W_l - pull * (A_k - a_k) * u_l v_{l-1}^T
  ///
  /// Source: Wang and Jacot (ICLR 2024), section 2.3, with the constants of the convention in
  /// `coefficients`. With g = -pull * (A_k - a_k), each weight becomes fma(g * u_l[i], v_{l-1}[j],
  /// decay * w), where g * u_l[i] is rounded; a weight that the unit vectors at the two ends leave
  /// out becomes decay * w.
  public mutating func step(entry: CompletionProblem.Entry, coefficients: StepCoefficients) {
    let (value, forward, backward) = residual(of: entry)
    let g = -coefficients.pull * value
    let depth = weights.count
    for layer in 1...depth {
      for i in 0..<weights[layer - 1].rows where layer < depth || i == entry.row {
        for j in 0..<weights[layer - 1].columns where layer > 1 || j == entry.column {
          let decayed = coefficients.decay * weights[layer - 1][i, j]
          let (u, v) = (backward[layer][i], forward[layer - 1][j])
          // At the ends u or v is 1: the product of g with the other is what the engines add.
          weights[layer - 1][i, j] =
            layer == 1
            ? decayed.addingProduct(g, u) : decayed.addingProduct(layer == depth ? g : g * u, v)
        }
      }
    }
    decayUntouched(by: coefficients.decay, entry: entry)
  }

  /// Decays the columns of W_1 and the rows of W_L that the drawn entry does not touch.
  private mutating func decayUntouched(by decay: Double, entry: CompletionProblem.Entry) {
    let last = weights.count - 1
    for layer in last == 0 ? [0] : [0, last] {
      for i in 0..<weights[layer].rows {
        for j in 0..<weights[layer].columns
        where layer == 0 && j != entry.column || layer == last && i != entry.row {
          weights[layer][i, j] *= decay
        }
      }
    }
  }

  private static func unit(_ index: Int, _ count: Int) -> [Double] {
    (0..<count).map { $0 == index ? 1 : 0 }
  }

  private static func apply(_ matrix: Matrix, _ vector: [Double]) -> [Double] {
    (0..<matrix.rows).map { i in
      OrderedDot.sum(count: matrix.columns, { matrix[i, $0] }, { vector[$0] })
    }
  }

  /// W^T u, each sum from row 0 on: the first product is rounded, each further row is a
  /// multiply-add.
  private static func applyTransposed(_ matrix: Matrix, _ vector: [Double]) -> [Double] {
    (0..<matrix.columns).map { j in
      (1..<max(matrix.rows, 1)).reduce(matrix[0, j] * vector[0]) {
        $0.addingProduct(matrix[$1, j], vector[$1])
      }
    }
  }
}
