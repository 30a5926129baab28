import Testing

@testable import RandomStreams

@Suite struct ShuffledEntriesTests {
  static let counts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13, 31, 32, 33, 100, 1000]

  static func address(chain: UInt32, arm: UInt32 = 3) -> StreamAddress {
    StreamAddress(stream: RandomStream(seed: 2305, index: arm), chain: chain, purpose: .shuffles)
  }

  /// The first `epochs` permutations of a chain, by spans.
  static func permutations(_ count: Int, epochs: Int, chain: UInt32) -> [[Int]] {
    let shuffled = ShuffledEntries(among: count)
    let entries = stride(from: 0, to: count * epochs, by: Span.steps).flatMap {
      shuffled.span(first: $0, of: address(chain: chain))
    }
    return (0..<epochs).map { Array(entries[($0 * count)..<(($0 + 1) * count)]) }
  }

  /// From the definition by another program (Vectors/make-draws.py).
  @Test func theKnownDrawsAreFixedForEver() {
    let lines = VectorFile.lines("known-draws").filter { $0[0] == "shuffled" }
    #expect(lines.count == 13)
    for line in lines {
      let numbers = line[1...4].compactMap { Int($0) }
      let address = StreamAddress(
        stream: RandomStream(seed: NormalDrawsTests.seed, index: UInt32(numbers[0])),
        chain: UInt32(numbers[1]), purpose: .shuffles)
      let found = ShuffledEntries(among: numbers[2]).span(first: numbers[3], of: address)
      #expect(found == line[6...].compactMap { Int($0) }, "\(line[0...4])")
    }
  }

  @Test(arguments: counts)
  func everyEpochIsAPermutation(_ count: Int) {
    for permutation in Self.permutations(count, epochs: 50, chain: 1) {
      #expect(permutation.sorted() == Array(0..<count))
    }
  }

  @Test(arguments: counts)
  func everyLaneIsTheScalarStream(_ count: Int) {
    let shuffled = ShuffledEntries(among: count)
    let cases: [(first: SIMD4<UInt64>, chains: SIMD4<UInt32>)] = [
      (SIMD4(0, 0, 0, 0), SIMD4(0, 1, 2, 3)), (SIMD4(0, 32, 64, 96), SIMD4(7, 7, 7, 7)),
      (SIMD4(32 * 1001, 17, 32 * 77, 1 << 40), SIMD4(5, 1 << 31, .max, 0)),
    ]
    for (first, chains) in cases {
      let output = UnsafeMutablePointer<SIMD4<UInt64>>.allocate(capacity: Span.steps + 1)
      defer { output.deallocate() }
      output.initialize(repeating: SIMD4(repeating: .max), count: Span.steps + 1)
      shuffled.fill(
        output, first: first, chains: chains, stream: RandomStream(seed: 2305, index: 3))
      for lane in 0..<4 {
        let address = Self.address(chain: chains[lane])
        let expected = (0..<Span.steps).map {
          shuffled.entry(at: Int(first[lane]) + $0, of: address)
        }
        #expect(
          (0..<Span.steps).map { Int(output[$0][lane]) } == expected, "N = \(count), lane \(lane)")
        #expect(shuffled.span(first: Int(first[lane]), of: address) == expected)
      }
      #expect(output[Span.steps] == SIMD4(repeating: .max), "nothing is written beyond the span")
    }
  }

  /// Words and epochs fit as documented, and as many epochs share a word as the bound allows.
  @Test func sharesWordsAsTheBoundAllows() {
    let known = [1: 32, 2: 32, 3: 12, 4: 6, 5: 4, 6: 3, 7: 2, 8: 2, 9: 1, 12: 1, 13: 1]
    for (count, epochs) in known {
      #expect(ShuffledEntries(among: count).epochsPerWord == epochs, "N = \(count)")
    }
    for count in 1...12 { #expect(ShuffledEntries(among: count).wordsPerEpoch == 1) }
    // 13 * 12 * ... * 3 is less than 2^32; the base 2 takes another word.
    #expect(ShuffledEntries(among: 13).wordsPerEpoch == 2)
    #expect(ShuffledEntries(among: 1000).wordsPerEpoch == 306)
    #expect(ShuffledEntries(among: 1000).relativeBias == 306 * 0x1p-32)
  }

  static func chiSquare(_ counts: [Int]) -> Double {
    let expected = Double(counts.reduce(0, +)) / Double(counts.count)
    return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
  }

  /// A permutation's number, to mixed bases.
  static func number(_ permutation: [Int]) -> Int {
    permutation.indices.reduce(0) { total, place in
      total * (permutation.count - place)
        + permutation[(place + 1)...].count { $0 < permutation[place] }
    }
  }

  /// Chi-square of all N! permutations, and for N = 3 of neighbouring pairs of them, which share
  /// words. The bounds are 1 - 1e-6 quantiles.
  @Test(arguments: [(3, 6, 36.0), (4, 24, 70.6), (5, 120, 207.2)])
  func permutationsAreUniform(count: Int, permutations: Int, bound: Double) {
    let numbers = Self.permutations(count, epochs: 60_000, chain: 4).map(Self.number)
    var counts = [Int](repeating: 0, count: permutations)
    for number in numbers { counts[number] += 1 }
    #expect(Self.chiSquare(counts) < bound)
    if count == 3 {
      var pairs = [Int](repeating: 0, count: 36)
      for k in stride(from: 0, to: numbers.count, by: 2) {
        pairs[6 * numbers[k] + numbers[k + 1]] += 1
      }
      #expect(Self.chiSquare(pairs) < 90)
    }
    // Negative control: exchanging each place with any place, a common mistake, is not uniform.
    let choice = EntryChoice(among: count)
    let digits = stride(from: 0, to: 60_000 * count, by: Span.steps).flatMap {
      choice.span(
        first: $0,
        of: StreamAddress(stream: RandomStream(seed: 2305, index: 0), chain: 0, purpose: .entries))
    }
    var wrong = [Int](repeating: 0, count: permutations)
    for epoch in 0..<60_000 {
      var permutation = Array(0..<count)
      for place in 0..<count { permutation.swapAt(place, digits[epoch * count + place]) }
      wrong[Self.number(permutation)] += 1
    }
    #expect(Self.chiSquare(wrong) > bound)
  }

  /// Every entry is as often in every place, for an N that takes more than one word: each of 400
  /// counts to five standard errors.
  @Test func everyPlaceHoldsEveryEntryEquallyOften() {
    var counts = [Int](repeating: 0, count: 400)
    for permutation in Self.permutations(20, epochs: 40_000, chain: 9) {
      for (place, entry) in permutation.enumerated() { counts[20 * place + entry] += 1 }
    }
    #expect(counts.allSatisfy { abs(Double($0) - 2000) < 5 * 43.6 })
  }

  @Test func chainsAndArmsDiffer() {
    let shuffled = ShuffledEntries(among: 100)
    let firsts = [Self.address(chain: 0), Self.address(chain: 1), Self.address(chain: 0, arm: 4)]
      .map {
        shuffled.span(first: 0, of: $0)
      }
    #expect(Set(firsts).count == 3)
  }
}
