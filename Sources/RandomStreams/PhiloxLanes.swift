/// A 64-bit word in each of four lanes, in two halves; only the low 32 bits of each half count.
@frozen @usableFromInline
struct LaneWord {
  @usableFromInline var low: SIMD4<UInt64>
  @usableFromInline var high: SIMD4<UInt64>

  @inlinable @inline(__always)
  init(low: SIMD4<UInt64>, high: SIMD4<UInt64>) {
    (self.low, self.high) = (low, high)
  }

  /// Multiplies the fraction word / 2^64 by the base and takes off the whole part, the next digit.
  @inlinable @inline(__always)
  mutating func nextDigit(base: SIMD4<UInt64>) -> SIMD4<UInt64> {
    low = (low & 0xFFFF_FFFF) &* base
    high = ((high & 0xFFFF_FFFF) &* base) &+ (low &>> 32)
    return high &>> 32
  }

  @inlinable @inline(__always)
  func replacing(with other: LaneWord, where mask: SIMDMask<SIMD4<Int64>>) -> LaneWord {
    LaneWord(low: low.replacing(with: other.low, where: mask), high: high.replacing(with: other.high, where: mask))
  }
}

/// Philox 4x32-10 for four chains at once: each lane gives the same bits as `Philox.block`.
@usableFromInline enum PhiloxLanes {
  /// The two words of block `index`, a block index a lane, laid out as in `StreamAddress.words`.
  @inlinable @inline(__always)
  static func words(
    index: SIMD4<UInt64>, chains: SIMD4<UInt32>, arm: UInt32, purpose: StreamPurpose, key: SIMD2<UInt32>
  ) -> (first: LaneWord, second: LaneWord) {
    let low = SIMD4<UInt64>(repeating: 0xFFFF_FFFF)
    var x0 = index & low
    var x1 = (index &>> 32) | SIMD4(repeating: UInt64(purpose.rawValue) << 24)
    var x2 = SIMD4<UInt64>(truncatingIfNeeded: chains)
    var x3 = SIMD4<UInt64>(repeating: UInt64(arm))
    var (k0, k1) = (key[0], key[1])
    for round in 0..<Philox.rounds {
      if round > 0 { (k0, k1) = (k0 &+ Philox.weyl.0, k1 &+ Philox.weyl.1) }
      let first = (x0 & low) &* SIMD4(repeating: UInt64(Philox.multipliers.0))
      let second = (x2 & low) &* SIMD4(repeating: UInt64(Philox.multipliers.1))
      (x0, x2) = ((second &>> 32) ^ x1 ^ UInt64(k0), (first &>> 32) ^ x3 ^ UInt64(k1))
      // The high halves that ride along are masked at the next multiplication; in x1 and x3 they would not be.
      (x1, x3) = (second & low, first & low)
    }
    return (LaneWord(low: x0, high: x1), LaneWord(low: x2, high: x3))
  }
}
