/// How the learning rate and the ridge enter a step: three published conventions that are different
/// systems at the same (eta, lambda).
///
///     W_l <- (1 - c_reg * eta * lambda) W_l - c_data * eta * (A_k - a_k) * dA_k/dW_l
///
/// figures(eta, lambda) = main(2 eta, lambda/4) = appendix(2 eta, lambda/2). There is no default.
public enum Convention: String, CaseIterable, Equatable, Sendable {
  /// c_data = 1, c_reg = 2: section 2.3 of the paper.
  case main
  /// c_data = 1, c_reg = 1: equation (3) and the proofs.
  case appendix
  /// c_data = 2, c_reg = 1: squared error without the 1/2 and weight decay, what a PyTorch script
  /// does; reproduces Figures 1 to 4.
  case figures

  /// c_data.
  public var dataFactor: Double { self == .figures ? 2 : 1 }
  /// c_reg.
  public var ridgeFactor: Double { self == .main ? 2 : 1 }

  /// The learning rate and ridge of `other` that give the same steps as (`learningRate`, `ridge`)
  /// under this convention. The factors are powers of two, so the result is exact.
  public func equivalent(in other: Convention, learningRate: Double, ridge: Double) -> (
    learningRate: Double, ridge: Double
  ) {
    (
      learningRate * dataFactor / other.dataFactor,
      ridge * (ridgeFactor * other.dataFactor) / (other.ridgeFactor * dataFactor)
    )
  }
}
