import Testing

@testable import RandomStreams

@Suite struct EntryChoiceTests {
  static let counts = [
    1, 2, 3, 4, 5, 7, 10, 16, 17, 100, 255, 256, 257, 65_535, 65_536, 65_537, 1_000_003, 1 << 31,
    (1 << 32) - 1,
  ]

  /// The definition, by long division in the base N: digit d of x / 2^64 is floor(x N^(d+1) / 2^64)
  /// mod N. The product is kept whole, as 32-bit limbs, so that nothing of `EntryChoice`'s way (one
  /// multiplication a digit) comes in.
  static func digits(of x: UInt64, base: UInt64, count: Int) -> [Int] {
    var limbs: [UInt64] = [x & 0xFFFF_FFFF, x >> 32]
    return (0..<count).map { _ in
      var carry: UInt64 = 0
      for i in limbs.indices {
        let product = limbs[i] * base + carry
        limbs[i] = product & 0xFFFF_FFFF
        carry = product >> 32
      }
      if carry > 0 { limbs.append(carry) }
      // floor(limbs / 2^64) mod N, from the top limb down.
      return Int(limbs.dropFirst(2).reversed().reduce(UInt64(0)) { (($0 << 32) + $1) % base })
    }
  }

  @Test(arguments: counts)
  func equalsTheDefinitionDigitByDigit(_ count: Int) {
    let choice = EntryChoice(among: count)
    for chain in UInt32(0)..<3 {
      let address = StreamAddress(
        stream: RandomStream(seed: 2305, index: 1), chain: chain, purpose: .entries)
      for block in [UInt64(0), 1, 1000] {
        let words = address.words(index: block)
        let expected = [words.x, words.y].flatMap {
          Self.digits(of: $0, base: UInt64(count), count: choice.digitsPerWord)
        }
        let first = Int(block) * choice.stepsPerBlock
        let found = (first..<first + choice.stepsPerBlock).map { choice.entry(at: $0, of: address) }
        #expect(found == expected, "N = \(count), chain \(chain), block \(block)")
        #expect(found.allSatisfy { (0..<count).contains($0) })
      }
    }
  }

  /// m is a power of two, N^m <= 2^32 and hence the bias is at most 2^-32; and m is the largest
  /// such (or 32).
  @Test func takesAsManyDigitsAsTheBoundAllows() {
    // Every N to 70 000 passes all the edges where m falls (2^16, 2^8, 2^4, 2^2, 2); beyond 2^16, m
    // = 1 and the bias is N / 2^64.
    for count in Array(1...70_000) + Self.counts
      + (17...31).flatMap({ [(1 << $0) - 1, 1 << $0, (1 << $0) + 1] })
    {
      let m = EntryChoice(among: count).digitsPerWord
      let bias = EntryChoice(among: count).relativeBias
      guard m.nonzeroBitCount == 1, bias <= 0x1p-32,
        m == 32 || bias * 0x1p64 * bias * 0x1p64 > 0x1p32
      else {
        Issue.record("N = \(count): m = \(m), bias = \(bias)")
        return
      }
    }
  }

  @Test func theDocumentedFiguresForThreeEntriesHold() {
    let choice = EntryChoice(among: 3)
    #expect(choice.digitsPerWord == 16)
    #expect(choice.stepsPerBlock == 32)
    #expect(choice.relativeBias == 43_046_721 * 0x1p-64)
    #expect(abs(choice.relativeBias - 2.33e-12) < 0.01e-12)
  }

  /// The bound itself, counted out: the words that give an m-tuple number floor(2^64 / N^m) or one
  /// more, so its probability is off by less than N^m / 2^64 of N^-m. Tuple j holds the words from
  /// ceil(j 2^64 / N^m) to the next tuple's first.
  @Test(arguments: [3, 5, 6, 7, 10, 255, 257, 65_535, 1_000_003, (1 << 32) - 1])
  func everyRunOfChoicesIsWithinTheBound(_ count: Int) {
    let choice = EntryChoice(among: count)
    let tuples = (0..<choice.digitsPerWord).reduce(UInt64(1)) { power, _ in power * UInt64(count) }
    func firstWord(_ tuple: UInt64) -> UInt64 {
      let (quotient, remainder) = tuples.dividingFullWidth((tuple, 0))
      return remainder == 0 ? quotient : quotient + 1
    }
    for step in UInt64(0)..<1000 {
      let tuple = step &* 0x9E37_79B9_7F4A_7C15 % (tuples - 1)
      let (begin, end) = (firstWord(tuple), firstWord(tuple + 1))
      let words = end - begin
      // |words N^m - 2^64| < N^m, that is a relative error below N^m / 2^64. The wrapped product is that difference.
      #expect(Int64(bitPattern: words &* tuples).magnitude < tuples)
      // The edges are where the digits change over: the last word of a tuple and the first of the
      // next.
      func number(_ word: UInt64) -> UInt64 {
        Self.digits(of: word, base: UInt64(count), count: choice.digitsPerWord).reduce(0) {
          $0 * UInt64(count) + UInt64($1)
        }
      }
      if step < 20 {
        #expect(number(begin) == tuple)
        #expect(number(end - 1) == tuple)
        #expect(number(end) == tuple + 1)
      }
    }
  }

  /// Chi-square of single choices and of successive pairs, N = 3, 96 000 steps. The seed is fixed:
  /// this cannot fail by chance, but a broken stream fails it. The bounds are the 1 - 1e-6
  /// quantiles of chi-square with 2 and 8 degrees of freedom.
  @Test func threeEntriesComeUpEquallyOftenAndIndependently() {
    let choice = EntryChoice(among: 3)
    let address = StreamAddress(
      stream: RandomStream(seed: 2305, index: 0), chain: 0, purpose: .entries)
    let entries = (0..<96_000).map { choice.entry(at: $0, of: address) }
    var single = [0, 0, 0]
    var pairs = Array(repeating: 0, count: 9)
    for (entry, next) in zip(entries, entries.dropFirst()) {
      single[entry] += 1
      pairs[3 * entry + next] += 1
    }
    func chiSquare(_ counts: [Int]) -> Double {
      let expected = Double(counts.reduce(0, +)) / Double(counts.count)
      return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    }
    #expect(chiSquare(single) < 27.6)
    // Overlapping pairs: the difference of the two statistics is the chi-square, here with 6
    // degrees of freedom (Good 1953).
    #expect(chiSquare(pairs) - chiSquare(single) < 38.3)
    #expect(chiSquare(single) > 0)
  }

  @Test func theFirstChoicesAreFixedForEver() {
    let choice = EntryChoice(among: 3)
    let address = StreamAddress(
      stream: RandomStream(seed: 2305, index: 0), chain: 0, purpose: .entries)
    let entries = (0..<40).map { String(choice.entry(at: $0, of: address)) }.joined()
    #expect(entries == "2202012111100201110000221012110020121022")
  }
}
