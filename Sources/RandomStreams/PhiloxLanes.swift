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
    LaneWord(
      low: low.replacing(with: other.low, where: mask),
      high: high.replacing(with: other.high, where: mask))
  }
}

/// Philox 4x32-10 for four blocks at once, one to a lane: each lane gives the same bits as
/// `Philox.block`.
///
/// The four 32-bit words of a block are in four vectors, in the low halves of their lanes. What
/// rides along in the high halves is masked where a word is multiplied, which is where the compiler
/// must see it; nowhere else does it matter.
@frozen @usableFromInline
struct PhiloxLanes {
  @usableFromInline var x0: SIMD4<UInt64>
  @usableFromInline var x1: SIMD4<UInt64>
  @usableFromInline var x2: SIMD4<UInt64>
  @usableFromInline var x3: SIMD4<UInt64>

  /// The counters, laid out as in `StreamAddress.counter`; a block index a lane.
  @inlinable @inline(__always)
  init(index: SIMD4<UInt64>, chains: SIMD4<UInt64>, stream: SIMD4<UInt64>, purpose: SIMD4<UInt64>) {
    (x0, x1, x2, x3) = (index, (index &>> 32) | purpose, chains, stream)
  }

  /// One round under the key (k0, k1).
  @inlinable @inline(__always)
  mutating func round(_ k0: SIMD4<UInt64>, _ k1: SIMD4<UInt64>) {
    let low = SIMD4<UInt64>(repeating: 0xFFFF_FFFF)
    let first = (x0 & low) &* SIMD4(repeating: UInt64(Philox.multipliers.0))
    let second = (x2 & low) &* SIMD4(repeating: UInt64(Philox.multipliers.1))
    (x0, x2) = ((second &>> 32) ^ (x1 ^ k0), (first &>> 32) ^ (x3 ^ k1))
    (x1, x3) = (second, first)
  }

  /// The two words of the block in each lane, laid out as in `StreamAddress.words`.
  @inlinable @inline(__always)
  var words: (first: LaneWord, second: LaneWord) {
    (LaneWord(low: x0, high: x1), LaneWord(low: x2, high: x3))
  }

  /// The purpose's place in the second word of the counter.
  @inlinable @inline(__always)
  static func bits(of purpose: StreamPurpose) -> SIMD4<UInt64> {
    SIMD4(repeating: UInt64(purpose.rawValue) << 24)
  }

  /// The two words of block `index`, a block index a lane.
  @inlinable @inline(__always)
  static func words(
    index: SIMD4<UInt64>, chains: SIMD4<UInt32>, stream: UInt32, purpose: StreamPurpose,
    key: SIMD2<UInt32>
  ) -> (first: LaneWord, second: LaneWord) {
    var state = PhiloxLanes(
      index: index, chains: SIMD4(truncatingIfNeeded: chains),
      stream: SIMD4(repeating: UInt64(stream)), purpose: bits(of: purpose))
    var (k0, k1) = (key[0], key[1])
    for round in 0..<Philox.rounds {
      if round > 0 { (k0, k1) = (k0 &+ Philox.weyl.0, k1 &+ Philox.weyl.1) }
      state.round(SIMD4(repeating: UInt64(k0)), SIMD4(repeating: UInt64(k1)))
    }
    return state.words
  }
}
