/// A uniform choice among N entries at every step, from the digits of addressed 64-bit words.
///
/// A word x is read as the fraction x / 2^64, and its leading digits to the base N are the choices
/// of successive steps. A word gives m digits, the largest power of two with N^m <= 2^32 (at most
/// 32). Each m-tuple of choices then has a probability within a relative N^m / 2^64 <= 2^-32 of
/// N^-m: over 10^9 steps that bias is far below what any test could see. For N = 3: m = 16, and the
/// bound is 2.4e-12. (From N = 2^16 + 1 up m is 1, and the bound is N / 2^64: the claim holds for
/// every N.)
///
/// The choice of step t is digit t mod m of word t / m; block t / 2m holds it. So any step's choice
/// is had without those before.
///
/// A batch draws several entries a step, independently. Draw 0 is the choice above; draw i >= 1 is
/// made in the same way from block i 2^44 + t / 2m of the chain's `batches` stream. So the first
/// draw of a batch is what SGD draws.
public struct EntryChoice: Equatable, Sendable {
  /// N, the number of entries, in 1...2^32 - 1.
  public let count: UInt32
  /// m, the number of choices that a 64-bit word gives.
  public let digitsPerWord: Int

  /// A choice among `count` entries.
  ///
  /// - Precondition: `count` is in 1...2^32 - 1.
  public init(among count: Int) {
    precondition(count >= 1 && count < 1 << 32, "a choice needs 1 to 2^32 - 1 entries")
    self.count = UInt32(count)
    var digits = 1
    var power = UInt64(count)
    while digits < 32, power <= 1 << 16 {
      digits *= 2
      power *= power
    }
    digitsPerWord = digits
  }

  /// The number of steps that a block of two words serves.
  public var stepsPerBlock: Int { 2 * digitsPerWord }

  /// The largest relative error of the probability of any run of choices from one word.
  public var relativeBias: Double {
    var power = 1.0
    for _ in 0..<digitsPerWord { power *= Double(count) }
    return power * 0x1p-64
  }

  /// The most draws of a batch.
  public static let mostDraws = 1 << 12

  /// The purpose of the stream that draw `draw` is from, and its first block.
  ///
  /// - Precondition: `draw` is in 0..<`mostDraws`.
  @inlinable @inline(__always)
  static func place(of draw: Int) -> (purpose: StreamPurpose, block: UInt64) {
    precondition(0..<mostDraws ~= draw, "a batch has at most 4096 draws")
    return (draw == 0 ? .entries : .batches, UInt64(draw) << 44)
  }

  /// The choice, in 0..<N, of draw `draw` of step `step` of the chain at `address`. Costs one
  /// block: for a replay, not for a loop.
  ///
  /// - Parameter address: the chain's stream, of purpose `entries`; draws beyond the first are from
  ///   its `batches`.
  /// - Precondition: `draw` is in 0..<`mostDraws`.
  public func entry(at step: Int, of address: StreamAddress, draw: Int = 0) -> Int {
    let word = step / digitsPerWord
    let place = Self.place(of: draw)
    let stream =
      draw == 0
      ? address
      : StreamAddress(stream: address.stream, chain: address.chain, purpose: place.purpose)
    var x = stream.words(index: place.block + UInt64(word / 2))[word % 2]
    var digit: UInt64 = 0
    for _ in 0...(step % digitsPerWord) {
      (digit, x) = x.multipliedFullWidth(by: UInt64(count))
    }
    return Int(digit)
  }
}
