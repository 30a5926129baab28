/// The largest set of a rank that Theorem B.1 covers, and the largest learning rate at which it is
/// closed.
public struct ClosedSet: Equatable, Sendable {
  /// r.
  public let rank: Int
  /// C.
  public let bound: LogNumber
  /// eps2.
  public let epsilon2: LogNumber
  /// The largest alpha at this C.
  public let alpha: LogNumber
  /// The largest eps1 at these constants, in the spectral norm.
  public let epsilon1: LogNumber
  /// The four limits of the learning rate.
  public let limits: [LearningRateLimit]

  /// The largest set at C, by default C_1/(2 lambda): every learning rate that is covered at a
  /// larger C is covered there.
  ///
  /// - Precondition: C >= C_1/(2 lambda), r >= 0, and eps2 above 0 and below 1/2.
  public init(_ setting: TheoremSetting, rank: Int, epsilon2: Double, bound: LogNumber? = nil) {
    let bound = bound ?? setting.smallestBound
    precondition(bound >= setting.smallestBound, "Theorem B.1 needs C >= C_1/(2 lambda)")
    precondition(rank >= 0 && epsilon2 > 0 && epsilon2 < 0.5, "Theorem B.1 needs eps2 < 1/2")
    self.rank = rank
    self.bound = bound
    self.epsilon2 = LogNumber(epsilon2)
    alpha = setting.largestAlpha(bound: bound)
    epsilon1 = setting.largestEpsilon1(
      rank: rank, alpha: alpha, epsilon2: self.epsilon2, bound: bound)
    limits = setting.closedLimits(
      rank: rank, alpha: alpha, epsilon1: epsilon1, epsilon2: self.epsilon2, bound: bound)
  }

  /// The limit that binds: the largest learning rate that is covered.
  public var largest: LearningRateLimit { .binding(limits) }
}
