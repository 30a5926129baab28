/// The hypotheses of Theorem B.2, B_r is reached with positive probability, and its times.
extension TheoremSetting {
  /// C_1 / lambda, the smallest C.
  public var smallestReachedBound: LogNumber { dataBound / ridge }

  /// alpha eps2 / (4 (n - r) (L - 1)), the largest eps1: Theorem E.2. Theorem B.2 as printed leaves
  /// this condition out.
  ///
  /// n is that of Theorem B.1, as the sum over singular values runs over all of the widest layer;
  /// the proof of E.2 calls min(d_in, d_out) n as well, which counts too few of them where hidden
  /// layers are wider.
  ///
  /// - Precondition: r < n.
  public func largestReachedEpsilon1(rank: Int, alpha: LogNumber, epsilon2: LogNumber) -> LogNumber
  {
    alpha * epsilon2 / LogNumber(4 * excess(rank) * Double(depth - 1))
  }

  /// The two limits of the learning rate.
  ///
  ///     C_1 / (4 (2 (C_1 + C_0^L) C_0^(L-1) + lambda^2 C_0)),  lambda eps1 / (4 (C_1 + C^L) C^(L-1) + 2 lambda^2 C)
  ///
  /// As printed the second lacks 2 lambda^2 C, which the proof of E.1 has. The first has to hold at
  /// max(C_0, C_1/(2 lambda)): norms that start below C_1/(2 lambda) may grow up to it, where C_0
  /// says nothing of the step. The second implies that as soon as eps1 <= C_1/(2 lambda).
  public func reachedLimits(
    start: LogNumber, bound: LogNumber, epsilon1: LogNumber, reading: TheoremReading = .proven
  ) -> [LearningRateLimit] {
    let growth = imbalance(bound: bound)
    let isProven = reading == .proven
    return [
      LearningRateLimit(
        reason: .shrinking,
        value: dataBound / (4 * squaredMove(bound: isProven ? max(start, smallestBound) : start))),
      LearningRateLimit(
        reason: .balancing,
        value: ridge * epsilon1 / (isProven ? growth + 2 * ridge * ridge * bound : growth)),
    ]
  }

  /// T_0, the number of steps until the network is bounded and balanced: the least whole number
  /// from log(2 C_0/eps1) / (eta lambda) up, 0 where the logarithm is negative.
  public func balancingTime(start: LogNumber, epsilon1: LogNumber, learningRate: LogNumber)
    -> LogNumber
  {
    ((2 * start / epsilon1).positiveLogarithm / (learningRate * ridge)).roundedUp
  }

  /// T_1, the number of steps with entries of r columns alone until the others have decayed: the
  /// least whole number from log(4 (n - r) C/(alpha eps2)) / (2 eta lambda) up, 0 where the
  /// logarithm is negative.
  public func fallingTime(
    rank: Int, alpha: LogNumber, epsilon2: LogNumber, bound: LogNumber, learningRate: LogNumber
  ) -> LogNumber {
    let logarithm = (LogNumber(4 * excess(rank)) * bound / (alpha * epsilon2)).positiveLogarithm
    return (logarithm / (2 * learningRate * ridge)).roundedUp
  }

  private func excess(_ rank: Int) -> Double {
    precondition(rank >= 0 && rank < size, "a rank below the largest width is needed")
    return Double(size - rank)
  }
}
