// Unsafe code: the buffer that permutations are made in.

/// The permutations of a chain's successive epochs, from any one on.
struct ShuffledEpochs {
  private let entries: ShuffledEntries
  private let address: StreamAddress
  /// The number of the word that the next epoch begins in, what is left of it, and how many epochs
  /// it still serves.
  private var word: UInt64
  private var rest: UInt64 = 0
  private var epochsLeft: Int
  /// The block that a word was last taken from: its other half is often wanted next.
  private var blockIndex: UInt64?
  private var block = SIMD2<UInt64>()

  /// The permutations from epoch `epoch` on, of the chain of `address`, whatever the purpose of
  /// that.
  @inline(__always)
  init(of entries: ShuffledEntries, from epoch: UInt64, address: StreamAddress) {
    self.entries = entries
    self.address = StreamAddress(stream: address.stream, chain: address.chain, purpose: .shuffles)
    let (group, before) = epoch.quotientAndRemainder(dividingBy: UInt64(entries.epochsPerWord))
    word = group * UInt64(entries.wordsPerEpoch)
    epochsLeft = entries.epochsPerWord - Int(before)
    rest = self[word]
    for _ in 0..<before { rest = rest &* entries.permutations }
  }

  /// Word `number` of the stream.
  private subscript(number: UInt64) -> UInt64 {
    @inline(__always) mutating get {
      if blockIndex != number / 2 {
        blockIndex = number / 2
        block = address.words(index: number / 2)
      }
      return number % 2 == 0 ? block[0] : block[1]
    }
  }

  /// Writes p[`lowest`], ..., p[N - 1] of the next permutation p to their places. The places below
  /// hold what is left over.
  @inline(__always)
  mutating func next(_ permutation: UnsafeMutablePointer<UInt32>, from lowest: Int) {
    let count = Int(entries.count)
    if epochsLeft == 0 {
      word += UInt64(entries.wordsPerEpoch)
      epochsLeft = entries.epochsPerWord
      rest = self[word]
    }
    for entry in 0..<count { permutation[entry] = UInt32(truncatingIfNeeded: entry) }
    var number = word
    var x = rest
    var product: UInt64 = 1
    // A place is final once the loop has passed it: so the loop ends at the lowest that is asked
    // for.
    for place in stride(from: count - 1, through: max(lowest, 1), by: -1) {
      let base = UInt64(place + 1)
      if !ShuffledEntries.serves(product, base) {
        number += 1
        (x, product) = (self[number], 1)
      }
      product *= base
      let digit: UInt64
      (digit, x) = x.multipliedFullWidth(by: base)
      // Not `swapAt`, which looks first whether the places differ: a branch that no CPU can
      // predict.
      let other = Int(truncatingIfNeeded: digit)
      (permutation[place], permutation[other]) = (permutation[other], permutation[place])
    }
    // The digits of an epoch are taken off together: what is left of the fraction, times all their
    // bases.
    rest = rest &* entries.permutations
    epochsLeft -= 1
  }
}
