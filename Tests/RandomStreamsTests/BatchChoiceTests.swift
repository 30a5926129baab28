import RandomStreams
import Testing

/// Draws of a batch beyond the first.
@Suite struct BatchChoiceTests {
  static let counts = [1, 2, 3, 4, 16, 17, 300, 65_537]

  static func address(_ chain: UInt32) -> StreamAddress {
    StreamAddress(stream: RandomStream(seed: 2305, index: 3), chain: chain, purpose: .entries)
  }

  /// From the definition by another program (Vectors/make-draws.py).
  @Test func theKnownDrawsAreFixedForEver() {
    let lines = VectorFile.lines("known-draws").filter { $0[0] == "batch" }
    #expect(lines.count == 6)
    for line in lines {
      let numbers = line[1...5].compactMap { Int($0) }
      let address = StreamAddress(
        stream: RandomStream(seed: NormalDrawsTests.seed, index: UInt32(numbers[0])),
        chain: UInt32(numbers[1]), purpose: .entries)
      let found = EntryChoice(among: numbers[2]).span(
        first: numbers[4], of: address, draw: numbers[3])
      #expect(found == line[7...].compactMap { Int($0) }, "\(line[0...5])")
    }
  }

  @Test(arguments: counts)
  func everyLaneIsTheScalarStream(_ count: Int) {
    let choice = EntryChoice(among: count)
    let (first, chains) = (
      SIMD4<UInt64>(0, 32, 32 * 1001, 1 << 40), SIMD4<UInt32>(0, 7, .max, 1 << 31)
    )
    for draw in [0, 1, 2, EntryChoice.mostDraws - 1] {
      let output = UnsafeMutablePointer<SIMD4<UInt64>>.allocate(capacity: Span.steps)
      defer { output.deallocate() }
      choice.fill(
        output, first: first, chains: chains, stream: RandomStream(seed: 2305, index: 3), draw: draw
      )
      for lane in 0..<4 {
        let expected = (0..<Span.steps).map {
          choice.entry(at: Int(first[lane]) + $0, of: Self.address(chains[lane]), draw: draw)
        }
        #expect(
          (0..<Span.steps).map { Int(output[$0][lane]) } == expected,
          "N = \(count), draw \(draw), lane \(lane)")
        #expect(
          choice.span(first: Int(first[lane]), of: Self.address(chains[lane]), draw: draw)
            == expected)
      }
    }
  }

  @Test func theFirstDrawIsTheOrdinaryChoice() {
    let choice = EntryChoice(among: 3)
    for first in [0, 32, 3200] {
      #expect(
        choice.span(first: first, of: Self.address(1), draw: 0)
          == choice.span(first: first, of: Self.address(1)))
    }
    #expect(
      choice.entry(at: 17, of: Self.address(1), draw: 0)
        == choice.entry(at: 17, of: Self.address(1)))
  }

  /// The draws of a step are independent: chi-square of the 27 triples of draws 0, 1 and 2, to the
  /// 1 - 1e-6 quantile for 26 degrees of freedom.
  @Test func drawsAreIndependent() {
    let choice = EntryChoice(among: 3)
    func counts(_ draws: [Int]) -> [Int] {
      var counts = [Int](repeating: 0, count: 27)
      for first in stride(from: 0, to: 96_000, by: Span.steps) {
        let spans = draws.map { choice.span(first: first, of: Self.address(2), draw: $0) }
        for step in 0..<Span.steps {
          counts[9 * spans[0][step] + 3 * spans[1][step] + spans[2][step]] += 1
        }
      }
      return counts
    }
    #expect(ShuffledEntriesTests.chiSquare(counts([0, 1, 2])) < 75.6)
    #expect(
      ShuffledEntriesTests.chiSquare(counts([0, 1, 1])) > 75.6, "draws that are the same are seen")
  }
}
