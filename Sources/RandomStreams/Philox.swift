/// Philox 4x32-10: a counter-based generator. The block at (counter, key) is a pure function of
/// both.
///
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11,
/// doi:10.1145/2063384.2063405. Checked against the authors' known answers.
public enum Philox {
  /// The multipliers of the two halves of a round.
  @usableFromInline static let multipliers: (UInt32, UInt32) = (0xD251_1F53, 0xCD9E_8D57)
  /// The increments of the key between rounds: the golden ratio and sqrt(3) - 1.
  @usableFromInline static let weyl: (UInt32, UInt32) = (0x9E37_79B9, 0xBB67_AE85)
  /// The number of rounds.
  @usableFromInline static let rounds = 10

  /// The four words at `counter` under `key`.
  public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var x = counter
    var k = key
    for round in 0..<rounds {
      if round > 0 { k &+= SIMD2(weyl.0, weyl.1) }
      let first = multipliers.0.multipliedFullWidth(by: x[0])
      let second = multipliers.1.multipliedFullWidth(by: x[2])
      x = SIMD4(second.high ^ x[1] ^ k[0], second.low, first.high ^ x[3] ^ k[1], first.low)
    }
    return x
  }
}
