import Foundation
import Testing

@testable import RandomStreams

/// The law of the draws. Seeds are fixed: a correct program that has passed passes always, and with
/// other draws each bound would be missed by chance with probability 1e-6 or less.
@Suite struct NormalLawTests {
  /// sqrt(n) times the largest distance of the empirical distribution of numbers that should be
  /// uniform on (0, 1): Kolmogorov and Smirnov.
  static func distance(fromUniform values: [Double]) -> Double {
    let n = Double(values.count)
    let largest = values.sorted().enumerated().reduce(0) {
      max($0, $1.element - Double($1.offset) / n, Double($1.offset + 1) / n - $1.element)
    }
    return largest * n.squareRoot()
  }

  /// Given that the top `bits` bits of the first word are zero, r exceeds r_0 = sqrt(2 bits ln 2),
  /// and exp(-r^2 / 2) 2^bits is uniform: the law of a radius beyond r_0. r_0 is 6.004 for 26 bits,
  /// 7.445 for 40 and 7.985 for 46.
  @Test(arguments: [26, 40, 46])
  func theTailIsThatOfTheNormal(_ bits: Int) {
    let address = StreamAddress(
      stream: RandomStream(seed: 2305, index: 0), chain: UInt32(bits), purpose: .noise)
    let radii = (0..<1_000_000).map { index in
      let words = address.words(index: UInt64(index))
      let pair: (cosine: Double, sine: Double) = BoxMuller.pair(
        SIMD2(words.x >> UInt64(bits), words.y))
      return (pair.cosine * pair.cosine + pair.sine * pair.sine).squareRoot()
    }
    func statistic(scale: Double) -> Double {
      Self.distance(
        fromUniform: radii.map { exp(-0.5 * ($0 * scale) * ($0 * scale)) * pow(2, Double(bits)) })
    }
    // 2.69 is the 1 - 1e-6 quantile of Kolmogorov's law.
    #expect(statistic(scale: 1) < 2.69)
    #expect(statistic(scale: 1.0025) > 2.69, "a variance off by 0.5 % is seen")
    let first = (2 * Double(bits) * log(2)).squareRoot()
    #expect(radii.allSatisfy { $0 > first - 1e-9 && $0 < 9.5 })
    if bits == 46 { #expect(radii.count { $0 > 8 } > 800_000, "eight sigma and beyond") }
  }

  /// Sums over 10^7 normals: 4 chains, 1 250 000 steps, a cosine and a sine half each.
  struct Sample {
    var cosines: [SIMD4<Double>] = []
    var sines: [SIMD4<Double>] = []

    init(substeps: Int = 1) {
      let draws = NormalDraws(count: 2, substeps: substeps)
      let rows = 1_250_000 / substeps
      for first in stride(from: 0, to: rows, by: 1250) {
        let span = NormalDrawsTests.lanes(
          draws, first: SIMD4(repeating: UInt64(first)), steps: 1250, chains: SIMD4(0, 1, 2, 3),
          stream: 0)
        for row in stride(from: 0, to: span.count - 1, by: 2) {
          cosines.append(span[row])
          sines.append(span[row + 1])
        }
      }
    }
  }

  /// What each of these sums is off by, in its standard errors: the mean of f over all numbers,
  /// where f has this mean and variance.
  static func deviation(
    _ values: [SIMD4<Double>], mean: Double, variance: Double, _ f: (SIMD4<Double>) -> SIMD4<Double>
  ) -> Double {
    let n = Double(4 * values.count)
    let sum = values.reduce(SIMD4<Double>.zero) { $0 + f($1) }.sum()
    return (sum / n - mean) / (variance / n).squareRoot()
  }

  /// The mean product of two standard normals that are independent, in its standard errors.
  static func correlation(_ a: some Sequence<SIMD4<Double>>, _ b: some Sequence<SIMD4<Double>>)
    -> Double
  {
    var (sum, n) = (SIMD4<Double>.zero, 0.0)
    for (x, y) in zip(a, b) { (sum, n) = (sum + x * y, n + 4) }
    return sum.sum() / n.squareRoot()
  }

  /// Chi-square of the numbers in 50 cells of equal probability.
  static func chiSquare(_ values: [SIMD4<Double>], scale: Double = 1) -> Double {
    let edges = (1..<50).map { cell -> Double in
      var (low, high) = (-9.0, 9.0)
      for _ in 0..<60 {
        let middle = 0.5 * (low + high)
        if 0.5 * erfc(-middle * 0.5.squareRoot()) < Double(cell) / 50 {
          low = middle
        } else {
          high = middle
        }
      }
      return low
    }
    var counts = [Double](repeating: 0, count: 50)
    for four in values {
      for lane in 0..<4 {
        var (low, high) = (0, 49)
        while low < high {
          let middle = (low + high) / 2
          if scale * four[lane] < edges[middle] { high = middle } else { low = middle + 1 }
        }
        counts[low] += 1
      }
    }
    let expected = Double(4 * values.count) / 50
    return counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
  }

  @Test(arguments: [1, 5])
  func tenMillionDrawsAreStandardNormal(substeps: Int) {
    let sample = Sample(substeps: substeps)
    for half in [sample.cosines, sample.sines] {
      #expect(half.count == 1_250_000)
      #expect(abs(Self.deviation(half, mean: 0, variance: 1) { $0 }) < 4.9)
      #expect(abs(Self.deviation(half, mean: 1, variance: 2) { $0 * $0 }) < 4.9)
      #expect(abs(Self.deviation(half, mean: 0, variance: 15) { $0 * $0 * $0 }) < 4.9)
      #expect(abs(Self.deviation(half, mean: 3, variance: 96) { $0 * $0 * $0 * $0 }) < 4.9)
      #expect(
        abs(Self.deviation(half, mean: 1, variance: 2) { 1.005 * $0 * $0 }) > 4.9,
        "a variance off by 0.5 % is seen")
    }
    // 111.2 is the 1 - 1e-6 quantile of chi-square with 49 degrees of freedom.
    #expect(Self.chiSquare(sample.cosines + sample.sines) < 111.2)
    #expect(
      Self.chiSquare(sample.cosines + sample.sines, scale: 1.0025) > 111.2,
      "a variance off by 0.5 % is seen")
  }

  @Test(arguments: [1, 5])
  func drawsAreUncorrelated(substeps: Int) {
    let sample = Sample(substeps: substeps)
    func centredSquares(_ values: [SIMD4<Double>]) -> [SIMD4<Double>] {
      values.map { ($0 * $0 - 1) * 0.5.squareRoot() }
    }
    func neighbourChain(_ values: [SIMD4<Double>]) -> [SIMD4<Double>] {
      values.map { SIMD4($0[1], $0[2], $0[3], $0[0]) }
    }
    let (cosines, sines) = (sample.cosines, sample.sines)
    let (cosineSquares, sineSquares) = (centredSquares(cosines), centredSquares(sines))
    // The halves of a block, of neighbouring steps or substeps, and of neighbouring chains:
    // products, and products of squares.
    for (a, b) in [(cosines, sines), (cosineSquares, sineSquares)] {
      #expect(abs(Self.correlation(a, b)) < 4.9)
      #expect(abs(Self.correlation(a.dropFirst(), a)) < 4.9)
      #expect(abs(Self.correlation(b.dropFirst(), b)) < 4.9)
      #expect(abs(Self.correlation(a.dropFirst(), b)) < 4.9)
      #expect(abs(Self.correlation(a, neighbourChain(b))) < 4.9)
      // Chains 0 and 1, 2 and 3: each product once, for what a chain has in common with its
      // neighbour counts twice otherwise.
      #expect(abs(Self.correlation(a.map { $0 * SIMD4(1, 0, 1, 0) }, neighbourChain(a))) < 4.9)
    }
    // Negative control: a correlation of 0.5 % is seen.
    #expect(abs(Self.correlation(cosines, zip(cosines, sines).map { 0.005 * $0 + $1 })) > 4.9)
  }
}
