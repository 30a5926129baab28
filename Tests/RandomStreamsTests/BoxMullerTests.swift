import Testing

@testable import RandomStreams

/// One line of box-muller.txt: the words, and for each normal the nearest double and what it
/// leaves, in units in the last place.
private struct TransformVector {
  let words: SIMD2<UInt64>
  let cosine: (near: Double, rest: Double)
  let sine: (near: Double, rest: Double)

  static let all: [TransformVector] = VectorFile.lines("box-muller").map { line in
    func word(_ i: Int) -> UInt64 { UInt64(line[i], radix: 16) ?? .max }
    func value(_ i: Int) -> (Double, Double) {
      (Double(bitPattern: word(i)), Double(line[i + 1]) ?? .nan)
    }
    return TransformVector(words: SIMD2(word(0), word(1)), cosine: value(2), sine: value(4))
  }
}

@Suite struct BoxMullerTests {
  static func pair(_ x: UInt64, _ y: UInt64) -> (cosine: Double, sine: Double) {
    BoxMuller.pair(SIMD2(x, y))
  }

  /// Against 50 digits, over random words and extreme ones: the largest and smallest u, u next to
  /// sqrt(1/2), next to powers of two and next to 1, angles next to the axes and the diagonals, and
  /// the worst of 4 * 10^7 random blocks.
  @Test func isRightToAFewUnitsInTheLastPlace() {
    var worst = 0.0
    for vector in TransformVector.all {
      let found = BoxMuller.pair(vector.words)
      for (value, expected) in [(found.cosine, vector.cosine), (found.sine, vector.sine)] {
        worst = max(worst, abs((value - expected.near) / expected.near.ulp - expected.rest))
      }
    }
    #expect(TransformVector.all.count > 1000)
    #expect(worst < 3.5, "worst error \(worst)")
    // The measure is at work: it sees the worst block as the search did.
    #expect(worst > 3.3)
  }

  @Test func everyLaneIsTheSingleBlock() {
    let vectors = TransformVector.all
    for i in vectors.indices {
      let four = (0..<4).map { vectors[(i + 37 * $0) % vectors.count].words }
      func lanes(_ word: Int) -> LaneWord {
        // What rides along in the high halves must not matter.
        let low = SIMD4<UInt64>(four.map { $0[word] & 0xFFFF_FFFF | 0xDEAD_BEEF << 32 })
        return LaneWord(low: low, high: SIMD4(four.map { $0[word] >> 32 | 0xFFFF_FFFF << 32 }))
      }
      let found: (cosine: SIMD4<Double>, sine: SIMD4<Double>) = BoxMuller.pair((lanes(0), lanes(1)))
      for lane in 0..<4 {
        let single = BoxMuller.pair(four[lane])
        #expect(
          found.cosine[lane].bitPattern == single.cosine.bitPattern
            && found.sine[lane].bitPattern == single.sine.bitPattern)
      }
    }
  }

  /// v = (y + 1/2) / 2^64 turns into 1 - v when all bits of y flip: the cosine stays, the sine
  /// changes sign, to the bit.
  @Test func isSymmetricAboutTheAxis() {
    for vector in TransformVector.all {
      let (one, other) = (BoxMuller.pair(vector.words), Self.pair(vector.words.x, ~vector.words.y))
      #expect(one.cosine == other.cosine && one.sine == -other.sine)
    }
  }

  @Test func reachesFromZeroToNineAndAHalf() {
    // u = 2^-65: the largest radius, sqrt(130 ln 2). Never infinite, never a NaN.
    #expect(abs(Self.pair(0, 0).cosine - 9.492_583_1) < 1e-6)
    // The 2^10 largest words round to u = 1, and there the radius is zero; the smallest other
    // radius is 2^-26.
    #expect(Self.pair(.max, 1234) == (0, 0))
    #expect(Self.pair(.max - 1023, 0).cosine == 0)
    #expect(abs(Self.pair(.max - 1024, 0).cosine - 0x1p-26) < 1e-15)
    #expect(Self.pair(0, 0).sine > 0 && Self.pair(0, .max).sine < 0, "no angle is on an axis")
  }
}
