import RandomStreams

/// The random numbers of one bootstrap replicate, in order: a pure function of (seed, analysis,
/// replicate, how many were drawn).
public struct BootstrapDraws: Sendable {
  private let address: StreamAddress
  private var words = SIMD2<UInt64>()
  private var drawn: UInt64 = 0

  init(seed: UInt64, analysis: UInt32, replicate: UInt32) {
    address = StreamAddress(
      stream: RandomStream(seed: seed, index: analysis), chain: replicate, purpose: .bootstrap)
  }

  private mutating func nextWord() -> UInt64 {
    if drawn % 2 == 0 { words = address.words(index: drawn / 2) }
    defer { drawn += 1 }
    return words[Int(drawn % 2)]
  }

  /// A uniform draw on the open interval (0, 1): (k + 1/2) / 2^52 with k uniform on 0..<2^52.
  public mutating func uniform() -> Double { (Double(nextWord() >> 12) + 0.5) * 0x1p-52 }

  /// A draw from 0..<count, each with a probability within a relative count / 2^64 of 1 / count.
  ///
  /// - Precondition: `count` is at least 1.
  public mutating func index(below count: Int) -> Int {
    precondition(count >= 1, "a draw needs something to draw from")
    return Int(nextWord().multipliedFullWidth(by: UInt64(count)).high)
  }
}
