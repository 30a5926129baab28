import DeepLinear

/// The loss whose gradient is the mean drift of a study's chains:
///
///     F(theta) = (c_data / 2N) sum_k (A_k - a_k)^2 + (c_reg / 2) lambda ||theta||^2,     A = W_L ... W_1,
///
/// with the factors of the convention. One step of gradient descent with eta is theta - eta grad
/// F(theta).
///
/// Source: Wang and Jacot (ICLR 2024), section 2.1, whose L_lambda is F under `main`.
public struct RegularisedLoss: Equatable, Sendable {
  /// What is to be completed.
  public let problem: CompletionProblem
  /// How lambda enters.
  public let convention: Convention
  /// lambda, finite and at least 0.
  public let ridge: Double

  /// Makes a loss.
  ///
  /// - Precondition: `ridge` is finite and at least 0.
  public init(problem: CompletionProblem, convention: Convention, ridge: Double) {
    precondition(ridge.isFinite && ridge >= 0, "a ridge is a finite number from 0 up")
    self.problem = problem
    self.convention = convention
    self.ridge = ridge
  }

  /// The same loss at another lambda.
  public func with(ridge: Double) -> RegularisedLoss {
    RegularisedLoss(problem: problem, convention: convention, ridge: ridge)
  }

  /// c_data / N, what a residual is multiplied by in the gradient.
  public var dataWeight: Double { convention.dataFactor / Double(problem.entries.count) }
  /// c_reg lambda, the curvature of the ridge.
  public var ridgeWeight: Double { convention.ridgeFactor * ridge }
  /// The largest observed |a_k|, the scale of singular values of A; 1 where zeros alone are
  /// observed.
  public var scale: Double {
    let largest = problem.entries.reduce(0) { max($0, abs($1.value)) }
    return largest > 0 ? largest : 1
  }

  /// F(theta).
  ///
  /// - Precondition: The network's ends fit the problem.
  public func value(at network: Network) -> Double {
    dataPart(of: network.product) + ridgeWeight / 2 * network.squaredNorm
  }

  /// (c_data / 2N) sum_k (A_k - a_k)^2.
  public func dataPart(of matrix: Matrix) -> Double {
    convention.dataFactor / 2 * problem.fitError(of: matrix)
  }

  /// The gradient of the data part with respect to A: (c_data / N) (A_k - a_k) at the observed
  /// entries, 0 elsewhere.
  public func dataGradient(at matrix: Matrix) -> Matrix {
    var gradient = Matrix(rows: matrix.rows, columns: matrix.columns)
    for entry in problem.entries {
      gradient[entry.row, entry.column] =
        dataWeight * (matrix[entry.row, entry.column] - entry.value)
    }
    return gradient
  }

  /// grad F, layer by layer and row by row: (W_L ... W_{l+1})^T G (W_{l-1} ... W_1)^T + c_reg
  /// lambda W_l, G the data gradient at A.
  public func gradient(at network: Network) -> [Double] {
    let products = PartialProducts(network)
    let slope = dataGradient(at: products.below[network.weights.count])
    var gradient: [Double] = []
    gradient.reserveCapacity(network.parameterCount)
    for (layer, matrix) in network.weights.enumerated() {
      let pull = products.above[layer + 1].transposed * slope * products.below[layer].transposed
      for (g, w) in zip(pull.elements, matrix.elements) {
        gradient.append(g.addingProduct(ridgeWeight, w))
      }
    }
    return gradient
  }
}
