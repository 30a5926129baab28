/// The largest closed set with C = C_1/lambda, and what Theorem B.2 says of the chance to reach it.
public struct ReachedSet: Equatable, Sendable {
  /// The set, without regard to eps1: that of Theorem B.1 with C = C_1/lambda.
  public let closed: ClosedSet
  /// The largest eps1 that Theorem B.1 and, as proven, Theorem E.2 allow.
  public let epsilon1: LogNumber
  /// The two limits of the learning rate.
  public let limits: [LearningRateLimit]
  /// T_0 at the largest learning rate that is covered.
  public let balancingTime: LogNumber
  /// T_1 at the largest learning rate that is covered.
  public let fallingTime: LogNumber
  /// The bound on the probability that the chain is in B_r after T_0 + T_1 steps: (r / min(d_in,
  /// d_out))^T_1.
  public let probability: SmallProbability

  /// Evaluates the theorem from `start`, C_0 = max_l ||W_l||_F^2 of the first weights.
  ///
  /// - Precondition: 0 <= r < min(d_in, d_out), eps2 above 0 and below 1/2, and C_0 above 0.
  public init(
    _ setting: TheoremSetting, rank: Int, epsilon2: Double, start: LogNumber,
    reading: TheoremReading = .proven
  ) {
    precondition(rank < setting.smallerDimension, "a set of full rank is entered at once")
    precondition(!start.isZero, "weights that are all 0 stay there")
    closed = ClosedSet(setting, rank: rank, epsilon2: epsilon2, bound: setting.smallestReachedBound)
    let (alpha, bound) = (closed.alpha, closed.bound)
    let reached = setting.largestReachedEpsilon1(
      rank: rank, alpha: alpha, epsilon2: closed.epsilon2)
    epsilon1 = reading == .proven ? min(closed.epsilon1, reached) : closed.epsilon1
    limits = setting.reachedLimits(start: start, bound: bound, epsilon1: epsilon1, reading: reading)
    let rate = LearningRateLimit.binding(limits).value
    balancingTime = setting.balancingTime(start: start, epsilon1: epsilon1, learningRate: rate)
    fallingTime = setting.fallingTime(
      rank: rank, alpha: alpha, epsilon2: closed.epsilon2, bound: bound, learningRate: rate)
    probability = SmallProbability(share: rank, of: setting.smallerDimension, steps: fallingTime)
  }

  /// The limit that binds: the largest learning rate that is covered.
  public var largest: LearningRateLimit { .binding(limits) }

  /// The sharper bound (|J| / N)^T_1, which counts the entries of the r fullest columns or rows.
  public func probability(counting lines: FullestLines) -> SmallProbability {
    SmallProbability(share: lines.entries(in: closed.rank), of: lines.total, steps: fallingTime)
  }
}
