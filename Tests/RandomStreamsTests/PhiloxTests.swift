import Foundation
import Testing

@testable import RandomStreams

/// One line of the known-answer file.
struct PhiloxVector: CustomTestStringConvertible {
  let counter: SIMD4<UInt32>
  let key: SIMD2<UInt32>
  let block: SIMD4<UInt32>

  var testDescription: String { "counter \(counter), key \(key)" }

  static let all: [PhiloxVector] = {
    guard let url = Bundle.module.url(forResource: "philox4x32-10", withExtension: "txt"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let words = line.split(separator: " ").compactMap { UInt32($0, radix: 16) }
      precondition(words.count == 10, "ten words a line: \(line)")
      return PhiloxVector(
        counter: SIMD4(words[0...3]), key: SIMD2(words[4...5]), block: SIMD4(words[6...9]))
    }
  }()
}

@Suite struct PhiloxTests {
  @Test func theFileOfKnownAnswersIsWhole() {
    #expect(PhiloxVector.all.count == 3)
  }

  @Test(arguments: PhiloxVector.all)
  func givesTheAuthorsAnswers(_ vector: PhiloxVector) {
    #expect(Philox.block(counter: vector.counter, key: vector.key) == vector.block)
  }

  /// The round structure holds together: one flipped bit, of counter or key, flips about half of
  /// the 128 bits of the block.
  @Test func everyInputBitReachesHalfTheOutput() {
    let counter = SIMD4<UInt32>(1, 2, 3, 4)
    let key = SIMD2<UInt32>(5, 6)
    let block = Philox.block(counter: counter, key: key)
    func flips(_ other: SIMD4<UInt32>) -> Int {
      (0..<4).reduce(0) { $0 + (block[$1] ^ other[$1]).nonzeroBitCount }
    }
    for bit in 0..<192 {
      var (c, k) = (counter, key)
      let mask = UInt32(1) << UInt32(bit % 32)
      if bit < 128 { c[bit / 32] ^= mask } else { k[bit / 32 - 4] ^= mask }
      // 64 expected, standard deviation 5.7: 35...93 is five of them. The inputs are fixed, so this
      // cannot fail by chance.
      let count = flips(Philox.block(counter: c, key: k))
      #expect((35...93).contains(count), "bit \(bit) flips \(count) of 128")
    }
  }
}
