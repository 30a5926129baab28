/// The hypotheses of Theorem B.1, B_r is closed: each as the value that it asks for.
extension TheoremSetting {
  /// C_1 / (2 lambda), the smallest C: Theorem B.1 and Proposition D.2. (Theorem D.4 prints C <=
  /// 1/2lambda.)
  public var smallestBound: LogNumber { dataBound / (2 * ridge) }

  /// (lambda^2 / (2 (C_1 + C^L)))^(1/(L-2)), the largest alpha: below it the ridge beats the data
  /// along a small singular direction.
  public func largestAlpha(bound: LogNumber) -> LogNumber {
    (ridge * ridge / squaredResidual(bound: bound)).power(1 / Double(depth - 2))
  }

  /// The largest eps1: sqrt(eps1) <= lambda alpha eps2 / (32 n L (r+1) C^((L-1)/2) sqrt(2 (C_1 +
  /// C^L))).
  public func largestEpsilon1(rank: Int, alpha: LogNumber, epsilon2: LogNumber, bound: LogNumber)
    -> LogNumber
  {
    let root =
      ridge * alpha * epsilon2
      / (LogNumber(32 * Double(size) * Double(depth) * Double(rank + 1))
        * bound.power(Double(depth - 1) / 2)
        * squaredResidual(bound: bound).power(0.5))
    return root * root
  }

  /// The four limits of the learning rate, in the order of Theorem B.1.
  ///
  /// The fourth never binds: C >= C_1/(2 lambda) makes the first at most C_1/(4 lambda^2 C) <= 1/(2
  /// lambda).
  public func closedLimits(
    rank: Int, alpha: LogNumber, epsilon1: LogNumber, epsilon2: LogNumber, bound: LogNumber
  ) -> [LearningRateLimit] {
    [
      LearningRateLimit(reason: .norm, value: largestNormStep(bound: bound)),
      LearningRateLimit(
        reason: .balance, value: largestBalanceStep(bound: bound, epsilon1: epsilon1)),
      LearningRateLimit(
        reason: .rank,
        value: ridge * alpha * epsilon2
          / (LogNumber(32 * Double(size) * Double(rank + 1)) * squaredMove(bound: bound))),
      LearningRateLimit(reason: .smallRank, value: LogNumber(2 * Double(rank + 1)) / ridge),
    ]
  }

  /// The largest learning rate at which one step keeps every ||W_l||_F^2 <= C, for C >= C_1/(2
  /// lambda): Proposition D.2.
  ///
  ///     eta <= C_1 / (4 (2 (C_1 + C^L) C^(L-1) + lambda^2 C))
  ///
  /// The proposition prints C^L where its proof has C^(L-1), which asks for more where C > 1 and is
  /// not supported where C < 1.
  public func largestNormStep(bound: LogNumber, reading: TheoremReading = .proven) -> LogNumber {
    let power = Double(reading == .proven ? depth - 1 : depth)
    let move = squaredResidual(bound: bound) * bound.power(power) + ridge * ridge * bound
    return dataBound / (4 * move)
  }

  /// The largest learning rate at which one step keeps the balance within eps1 in the spectral
  /// norm, where every ||W_l||_F^2 <= C: Proposition D.3, 2 lambda eps1 / (4 (C_1 + C^L) C^(L-1) +
  /// lambda^2 eps1). It asks for the layers l = 1..L-1, not 1..L as printed.
  public func largestBalanceStep(bound: LogNumber, epsilon1: LogNumber) -> LogNumber {
    2 * ridge * epsilon1 / (imbalance(bound: bound) + ridge * ridge * epsilon1)
  }
}
