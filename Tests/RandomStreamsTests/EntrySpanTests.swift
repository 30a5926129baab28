import RandomStreams
import Testing

/// The entries that engines draw a span at a time, four chains side by side, are those of
/// `entry(at:of:)`.
@Suite struct EntrySpanTests {
  static let counts = [
    1, 2, 3, 4, 5, 16, 17, 255, 256, 257, 300, 65_535, 65_536, 65_537, 70_000, (1 << 32) - 1,
  ]

  @Test(arguments: counts) func everyLaneIsTheScalarStream(count: Int) {
    let choice = EntryChoice(among: count)
    let cases: [(first: SIMD4<UInt64>, chains: SIMD4<UInt32>)] = [
      (SIMD4(0, 0, 0, 0), SIMD4(0, 1, 2, 3)),
      (SIMD4(0, 32, 64, 96), SIMD4(7, 7, 7, 7)),
      (SIMD4(32 * 1001, 0, 32 * 77, 1 << 40), SIMD4(5, 1 << 31, .max, 0)),
      (SIMD4(32 * 3, 32 * 3, 32 * 4, 32 * 5), SIMD4(9, 8, 7, 6)),
    ]
    for (first, chains) in cases {
      let output = UnsafeMutablePointer<SIMD4<UInt64>>.allocate(capacity: Span.steps + 1)
      defer { output.deallocate() }
      output.initialize(repeating: SIMD4(repeating: .max), count: Span.steps + 1)
      choice.fill(output, first: first, chains: chains, stream: RandomStream(seed: 2305, index: 3))
      for lane in 0..<4 {
        let address = StreamAddress(
          stream: RandomStream(seed: 2305, index: 3), chain: chains[lane], purpose: .entries)
        let expected = (0..<Span.steps).map { choice.entry(at: Int(first[lane]) + $0, of: address) }
        #expect(
          (0..<Span.steps).map { Int(output[$0][lane]) } == expected, "N = \(count), lane \(lane)")
        #expect(choice.span(first: Int(first[lane]), of: address) == expected)
      }
      #expect(output[Span.steps] == SIMD4(repeating: .max), "nothing is written beyond the span")
    }
  }

  @Test func neighboursChangeNothing() {
    let choice = EntryChoice(among: 3)
    func lane2(_ others: UInt32) -> [UInt64] {
      [SIMD4<UInt64>](unsafeUninitializedCapacity: Span.steps) { buffer, count in
        if let base = buffer.baseAddress {
          choice.fill(
            base, first: SIMD4(32 * UInt64(others), 0, 96, 64),
            chains: SIMD4(others, others, 4, others),
            stream: RandomStream(seed: 1, index: 0))
          count = Span.steps
        }
      }.map { $0[2] }
    }
    #expect(lane2(0) == lane2(1_000_000))
  }
}
