import Testing

@testable import RandomStreams

@Suite struct StreamAddressTests {
  let address = StreamAddress(
    stream: RandomStream(seed: 0xFEDC_BA98_7654_3210, index: 7), chain: 11, purpose: .entries)

  @Test func putsEveryPartWhereTheDocumentationSays() {
    #expect(address.key == SIMD2(0x7654_3210, 0xFEDC_BA98))
    #expect(address.counter(index: 5) == SIMD4(5, 0, 11, 7))
    #expect(address.counter(index: 0x00AB_CDEF_1234_5678) == SIMD4(0x1234_5678, 0x00AB_CDEF, 11, 7))
    let weights = StreamAddress(
      stream: RandomStream(seed: 1, index: 2), chain: 3, purpose: .initialWeights)
    #expect(weights.counter(index: 0x00AB_CDEF_1234_5678) == SIMD4(0x1234_5678, 0x01AB_CDEF, 3, 2))
  }

  @Test func wordsAreThePairsOfTheBlockLowHalfFirst() {
    let block = Philox.block(counter: address.counter(index: 9), key: address.key)
    let words = address.words(index: 9)
    #expect(words.x == UInt64(block[0]) + UInt64(block[1]) << 32)
    #expect(words.y == UInt64(block[2]) + UInt64(block[3]) << 32)
  }

  let purposes: [StreamPurpose] = [
    .entries, .initialWeights, .bootstrap, .noise, .shuffles, .batches, .floor,
  ]

  /// Stored ensembles rest on these: a value is never used for something else.
  @Test func purposesKeepTheirNumbers() {
    #expect(purposes.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6])
  }

  /// No two of these blocks share a counter under one key, and no two words are equal (any equal
  /// pair among 2 * 3024 random 64-bit words has probability 1e-12).
  @Test func differentAddressesNeverShareABlock() {
    var counters = Set<SIMD4<UInt32>>()
    var words = Set<UInt64>()
    var addresses = 0
    let edges: [UInt32] = [0, 1, 2, 255, 1 << 24, .max]
    let indices: [UInt64] = [
      0, 1, 2, 255, 1 << 24, (1 << 32) - 1, 1 << 32, (1 << 32) + 1, 1 << 40, 1 << 48, (1 << 56) - 2,
      (1 << 56) - 1,
    ]
    for purpose in purposes {
      for arm in edges {
        for chain in edges {
          let address = StreamAddress(
            stream: RandomStream(seed: 42, index: arm), chain: chain, purpose: purpose)
          for index in indices {
            counters.insert(address.counter(index: index))
            let pair = address.words(index: index)
            words.formUnion([pair.x, pair.y])
            addresses += 1
          }
        }
      }
    }
    #expect(addresses == purposes.count * 6 * 6 * 12)
    #expect(counters.count == addresses)
    #expect(words.count == 2 * addresses)
  }

  @Test func everyBitOfTheSeedMatters() {
    var seen = Set<UInt64>()
    for bit in 0..<64 {
      seen.insert(
        StreamAddress(
          stream: RandomStream(seed: 1 << UInt64(bit), index: 0), chain: 0, purpose: .entries
        ).words(index: 0).x)
    }
    #expect(seen.count == 64)
  }
}
