/// What the constants of Theorems B.1 and B.2 depend on, apart from the set: Wang and Jacot (ICLR
/// 2024), Appendices B, D, E and F.
///
/// All of them are in convention `appendix`, W_l <- (1 - eta lambda) W_l - eta (A_k - a_k)
/// dA_k/dW_l: the ridge of another convention has to be translated by `Convention.equivalent`. With
/// C_1 >= max_k a_k^2, which the paper never defines but Lemma D.1 uses, and n the largest height
/// or width of a weight matrix.
public struct TheoremSetting: Equatable, Sendable {
  /// L, at least 3.
  public let depth: Int
  /// n, the largest of w_0 ... w_L.
  public let size: Int
  /// d_in.
  public let inputs: Int
  /// d_out.
  public let outputs: Int
  /// lambda, above 0.
  public let ridge: LogNumber
  /// C_1, above 0.
  public let dataBound: LogNumber

  /// Makes a setting.
  ///
  /// - Precondition: widths are positive and n is the largest of them.
  /// - Throws: `TheoremError` where the theorems say nothing: L < 3, lambda = 0 or C_1 = 0.
  public init(
    depth: Int, size: Int, inputs: Int, outputs: Int, ridge: LogNumber, dataBound: LogNumber
  ) throws(TheoremError) {
    precondition(
      min(inputs, outputs) >= 1 && size >= max(inputs, outputs), "n is the largest height or width")
    guard depth >= 3 else { throw .depth(depth) }
    guard !ridge.isZero else { throw .noRidge }
    guard !dataBound.isZero else { throw .noData }
    self.depth = depth
    self.size = size
    self.inputs = inputs
    self.outputs = outputs
    self.ridge = ridge
    self.dataBound = dataBound
  }

  /// min(d_in, d_out).
  public var smallerDimension: Int { min(inputs, outputs) }

  /// 2 (C_1 + C^L) >= (A_k - a_k)^2 where every ||W_l||_F^2 <= C: Lemma D.1.
  func squaredResidual(bound: LogNumber) -> LogNumber {
    2 * (dataBound + bound.power(Double(depth)))
  }

  /// 2 (C_1 + C^L) C^(L-1) + lambda^2 C: half of what bounds ||T_l + lambda W_l||_F^2 in the proof
  /// of Proposition D.2.
  func squaredMove(bound: LogNumber) -> LogNumber {
    squaredResidual(bound: bound) * bound.power(Double(depth - 1)) + ridge * ridge * bound
  }

  /// 4 (C_1 + C^L) C^(L-1), which bounds what a step adds to the balance error, over eta^2:
  /// Proposition D.3.
  func imbalance(bound: LogNumber) -> LogNumber {
    2 * squaredResidual(bound: bound) * bound.power(Double(depth - 1))
  }
}

/// A statement as it is printed, or as its proof supports it. Where both are the same nothing else
/// is said.
public enum TheoremReading: String, CaseIterable, Equatable, Sendable {
  /// As the proof supports it.
  case proven
  /// As it is printed.
  case printed
}

/// Why the theorems say nothing.
public enum TheoremError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Fewer than three layers.
  case depth(Int)
  /// lambda = 0.
  case noRidge
  /// Every observed value is 0, or too small to be squared.
  case noData

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .depth(let depth): "L = \(depth); the theorems need at least three layers"
    case .noRidge:
      "lambda = 0; the theorems need a ridge above 0, as they ask for C >= C1/(2 lambda)"
    case .noData:
      "every observed value is 0; the theorems cover learning rates up to a multiple of C1 = max a_k^2"
    }
  }
}
