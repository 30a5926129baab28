import DeepLinear

/// A critical point of the regularised loss, with what its curvature says of it.
public struct CriticalPoint: Equatable, Sendable {
  /// What the Hessian says, on the complement of the orbit of the hidden rotations.
  public enum Kind: String, Sendable {
    /// Every eigenvalue is above 0: a strict local minimum but for the rotations.
    case minimum
    /// An eigenvalue is below 0.
    case strictSaddle = "strict saddle"
    /// No eigenvalue is below 0 and the smallest is 0 to rounding: neither can be told.
    case degenerate
  }

  /// theta, in hidden width min(d_in, d_out), with exact zeros beyond the rank.
  public let network: Network
  /// F.
  public let loss: Double
  /// (1/N) sum_k (A_k - a_k)^2.
  public let fitError: Double
  /// The mean square over the missing entries; nil where the truth is not known or nothing is
  /// missing.
  public let testError: Double?
  /// The rank of every W_l.
  public let rank: Int
  /// s_1 >= s_2 >= ... of A, min(d_in, d_out) of them.
  public let singularValues: [Double]
  /// max_l || W_l W_l^T - W_{l+1}^T W_{l+1} ||_F.
  public let balanceError: Double
  /// ||grad F||.
  public let gradientNorm: Double
  /// The number of exact zeros of the Hessian: the dimension of the orbit of the hidden rotations.
  public let orbitDimension: Int
  /// The smallest eigenvalues of the Hessian on the orbit's complement, ascending, up to four.
  /// Those of growth out of a zero singular value are c_reg lambda for L >= 3, of multiplicity L
  /// for each pair of kernel directions.
  public let smallestEigenvalues: [Double]
  /// The largest eigenvalue of the Hessian.
  public let largestEigenvalue: Double
  /// How many eigenvalues are below 0.
  public let negativeEigenvalues: Int
  /// What it is.
  public let kind: Kind
  /// ||theta||^2.
  public let squaredNorm: Double
  /// L sum_i s_i(A)^(2/L), which ||theta||^2 equals at a critical point.
  public let representationCost: Double
  /// Whether A is a local minimum of C_lambda, found without F: Theorem 3.1 says that it is one
  /// exactly where theta is one.
  public let matrixCheck: MatrixCheck

  /// A, the product.
  public var product: Matrix { network.product }
  /// Whether theta and A are of one kind, as Theorem 3.1 has it; nil where either is not known.
  public var agreesWithTheorem: Bool? {
    guard kind != .degenerate, let isMinimum = matrixCheck.isMinimum else { return nil }
    return isMinimum == (kind == .minimum)
  }
}
