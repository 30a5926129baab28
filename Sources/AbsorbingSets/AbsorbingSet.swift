/// The constants of an absorbing set B_r(alpha, eps1, eps2, C).
///
/// theta is in B_r when, for all layers,
///
/// 1. balanced: || W_l W_l^T - W_{l+1}^T W_{l+1} || <= eps1 for l = 1..L-1, in the norm that
///    `balance` names;
/// 2. approximately rank r: sum_i f_alpha(s_i(W_l)^2) <= r + eps2, with f_alpha(x) = x (2 alpha -
///    x) / alpha^2 for x <= alpha and 1 above;
/// 3. bounded: ||W_l||_F^2 <= C.
///
/// B_0 is inside B_1 is inside B_2 and so on. Source: Wang and Jacot (ICLR 2024), section 3.2 and
/// Appendix B.
public struct AbsorbingSet: Equatable, Sendable {
  /// The norm in which two neighbouring layers are compared.
  public enum BalanceNorm: String, CaseIterable, Equatable, Sendable {
    /// The largest singular value of the difference: Appendix B.
    case spectral
    /// The squared Frobenius norm of the difference: section 3.2.
    case frobeniusSquared = "frobenius-squared"
  }

  /// The largest C, the squared norm at which a chain has diverged. Beyond it the bound is what is
  /// broken, whatever rounding makes of the rank.
  public static let largestBound = 1e12

  /// r, at least 0.
  public let rank: Int
  /// alpha, in 1e-100...1e100.
  public let alpha: Double
  /// eps1, at least 0.
  public let epsilon1: Double
  /// eps2, at least 0 and below 1.
  public let epsilon2: Double
  /// C, positive and at most 1e12, the squared norm at which a chain has diverged.
  public let bound: Double
  /// The norm of condition 1.
  public let balance: BalanceNorm

  /// Makes a set.
  ///
  /// - Throws: `AbsorbingSetError` when a constant is not finite or outside the domain given at its
  ///   property.
  public init(
    rank: Int, alpha: Double, epsilon1: Double, epsilon2: Double, bound: Double,
    balance: BalanceNorm = .spectral
  ) throws(AbsorbingSetError) {
    guard rank >= 0 else { throw .rank(rank) }
    guard (1e-100...1e100).contains(alpha) else { throw .positive(name: "alpha", alpha) }
    guard epsilon1.isFinite, epsilon1 >= 0 else { throw .notNegative(name: "epsilon1", epsilon1) }
    guard epsilon2 >= 0, epsilon2 < 1 else { throw .fraction(name: "epsilon2", epsilon2) }
    guard bound > 0, bound <= Self.largestBound else { throw .positive(name: "bound", bound) }
    self.rank = rank
    self.alpha = alpha
    self.epsilon1 = epsilon1
    self.epsilon2 = epsilon2
    self.bound = bound
    self.balance = balance
  }
}

/// Why the constants of an absorbing set were refused.
public enum AbsorbingSetError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The rank is negative.
  case rank(Int)
  /// A constant must be positive and not absurdly small or large.
  case positive(name: String, Double)
  /// A constant must be finite and at least 0.
  case notNegative(name: String, Double)
  /// A constant must be at least 0 and below 1.
  case fraction(name: String, Double)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .rank(let value): "rank = \(value); a whole number from 0 up is needed"
    case .positive(let name, let value):
      "\(name) = \(value); a finite number above 0 is needed, "
        + (name == "alpha" ? "from 1e-100 to 1e100" : "at most 1e12")
    case .notNegative(let name, let value):
      "\(name) = \(value); a finite number from 0 up is needed"
    case .fraction(let name, let value):
      "\(name) = \(value); a number from 0 up and below 1 is needed"
    }
  }
}
