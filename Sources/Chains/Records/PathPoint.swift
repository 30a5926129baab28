/// What a network is like at one step of its path.
public struct PathPoint: Equatable, Sendable {
  /// t.
  public let step: Int
  /// (1/N) sum over the observed entries of (A_k - a_k)^2, whatever the convention.
  public let fitError: Double
  /// The same mean over the entries that are not observed, against the true matrix; nil where that is not known or everything is observed.
  public let testError: Double?
  /// s_1 >= s_2 >= ... of A, the `mostValues` largest.
  public let singularValues: [Double]
  /// The singular values of A above both 0.01 s_1 and 1e-6 max|a_k|: the numerical rank.
  public let rank: Int
  /// ||W_l||_F^2 of every layer.
  public let squaredNorms: [Double]
  /// The smallest s <= r with the weights in B_s; nil outside B_r.
  public let level: Int?

  /// How many singular values are kept.
  public static let mostValues = 16

  /// Makes a point.
  public init(
    step: Int, fitError: Double, testError: Double?, singularValues: [Double], rank: Int, squaredNorms: [Double], level: Int?
  ) {
    self.step = step
    self.fitError = fitError
    self.testError = testError
    self.singularValues = singularValues
    self.rank = rank
    self.squaredNorms = squaredNorms
    self.level = level
  }

  /// s_2 / s_1 of A; nil where there is no s_2 or s_1 is 0.
  public var ratio: Double? {
    singularValues.count > 1 && singularValues[0] > 0 ? singularValues[1] / singularValues[0] : nil
  }
}
