/// The entries of SGD without replacement: every N steps, an epoch, a fresh uniform permutation of
/// the N entries.
///
/// Step t uses entry p[t mod N] of the permutation p of epoch e = t / N. It is made by Fisher and
/// Yates' shuffle: from the identity, for i from N - 1 down to 1, entries i and j change places,
/// with j uniform in 0...i. The j are the leading digits, to the bases N, N - 1, ..., 2, of words
/// of the chain's `shuffles` stream read as fractions, as in `EntryChoice`. A word serves bases
/// while their product is at most 2^32:
///
/// - if N! <= 2^32 (N <= 12), a word serves g epochs one after another, g the largest number with
///   (N!)^g <= 2^32: epoch e takes the (e mod g)-th group of digits of word e / g;
/// - otherwise an epoch has W words of its own, from word e W on.
///
/// Word w is half w mod 2 of block w / 2. The share of any outcome of a word is within a relative
/// 2^-32 of uniform, so that of any permutation within W 2^-32 (a word that serves a single base
/// above 2^32 / N is as good: its bias is N / 2^64).
public struct ShuffledEntries: Equatable, Sendable {
  /// N, the number of entries, in 1...2^32 - 1.
  public let count: UInt32
  /// W, the number of words that a permutation takes: 1 as long as N! <= 2^32.
  public let wordsPerEpoch: Int
  /// g, the number of epochs that a word serves: 1 when N! > 2^16.
  public let epochsPerWord: Int
  /// N! when a word serves several epochs.
  let permutations: UInt64

  /// Permutations of `count` entries.
  ///
  /// - Precondition: `count` is in 1...2^32 - 1.
  public init(among count: Int) {
    precondition(count >= 1 && count < 1 << 32, "a permutation needs 1 to 2^32 - 1 entries")
    self.count = UInt32(count)
    var words = 1
    var product: UInt64 = 1
    for base in stride(from: UInt64(count), to: 1, by: -1) {
      if !Self.serves(product, base) { (words, product) = (words + 1, 1) }
      product *= base
    }
    wordsPerEpoch = words
    permutations = product
    var epochs = 1
    if words == 1 {
      var power = product
      // No more than 32, which is what N = 2 comes to; it counts for N = 1 only, where nothing is
      // drawn.
      while epochs < 32, Self.serves(power, product) {
        (epochs, power) = (epochs + 1, power * product)
      }
    }
    epochsPerWord = epochs
  }

  /// Whether a word that has served bases of this product can serve another.
  @inline(__always)
  static func serves(_ product: UInt64, _ base: UInt64) -> Bool { product * base <= 1 << 32 }

  /// A bound on the relative error of the probability of any permutation: W 2^-32.
  public var relativeBias: Double { Double(wordsPerEpoch) * 0x1p-32 }

  /// The entry, in 0..<N, of step `step` of the chain at `address`. Costs a permutation: for a
  /// replay, not for a loop.
  public func entry(at step: Int, of address: StreamAddress) -> Int {
    let (epoch, position) = step.quotientAndRemainder(dividingBy: Int(count))
    var epochs = ShuffledEpochs(of: self, from: UInt64(epoch), address: address)
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Int(count)) { buffer in
      guard let permutation = buffer.baseAddress else { return 0 }
      epochs.next(permutation, from: position)
      return Int(permutation[position])
    }
  }
}
