import CGSL
import Testing

@testable import Survival

@Suite("Plain numbers of pairs")
struct PairedDifferenceTests {
  @Test("Published: Student's sleep data, ten patients under two drugs")
  func sleep() throws {
    let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2.0]
    let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    let found = try PairedDifference(first: first, second: second)
    // t.test(second, first, paired = TRUE), and cor.
    let inference = try #require(found.inference)
    #expect(found.count == 10 && abs(found.value - 1.58) < 1e-14 && inference.degreesOfFreedom == 9)
    #expect(abs(inference.t - 4.0621) < 5e-5 && abs(inference.pValue - 0.002833) < 5e-7)
    #expect(
      abs(inference.interval.lower - 0.7001142) < 5e-8
        && abs(inference.interval.upper - 2.4598858) < 5e-8)
    let correlation = try #require(found.correlation)
    #expect(abs(correlation - 0.7951702) < 5e-8)
    // The two-sample error of the same numbers (t.test's is 1.8608 standard errors away from 0).
    #expect(abs(found.value / found.unpairedStandardError - 1.8608) < 5e-5)
  }

  @Test("Small differences of large numbers keep their digits")
  func offset() throws {
    let first = (0..<1000).map { 1e9 + Double(($0 * 389) % 1000) }
    let second = first.enumerated().map { $1 + Double($0 % 3) }
    let found = try PairedDifference(first: first, second: second)
    let mean = 0.999
    let squares = (0..<1000).reduce(0.0) { $0 + (Double($1 % 3) - mean) * (Double($1 % 3) - mean) }
    #expect(
      agree(found.value, mean, 1e-14)
        && agree(found.standardError, (squares / 999 / 1000).squareRoot(), 1e-13))
  }

  @Test("Equal differences have no error: exactly, and but for rounding")
  func flat() throws {
    let first = (0..<300).map { 0.1 * Double($0) }
    for shift in [0, 3, 0.1] {
      let found = try PairedDifference(first: first, second: first.map { $0 + shift })
      #expect(
        found.standardError == 0 && found.inference == nil && found.varianceRatio == nil, "\(shift)"
      )
      #expect(abs(found.value - shift) < 1e-14 && agree(found.correlation, 1, 1e-14))
    }
    // One step of one chain in a million is a spread.
    var moved = Array(repeating: 20_000.0, count: 1_000_000)
    let still = moved
    moved[123_456] -= 1
    let found = try PairedDifference(first: still, second: moved)
    #expect(
      agree(found.value, -1e-6, 1e-12) && agree(found.standardError, 1e-6, 1e-12)
        && found.correlation == nil)
    #expect(agree(found.inference?.t, -1, 1e-12))
  }

  @Test("A side with much smaller numbers has its correlation")
  func scales() throws {
    let first = [3.0, 1, 4, 1, 5, 9, 2, 6]
    let plain = try PairedDifference(first: first, second: [2, 7, 1, 8, 2, 8, 1, 8])
    let small = try PairedDifference(
      first: first, second: [2, 7, 1, 8, 2, 8, 1, 8].map { $0 * 0x1p-900 })
    #expect(small.correlation == plain.correlation && plain.correlation != nil)
    let large = try PairedDifference(first: [-0x1p1000, 0x1p1000], second: [0x1p1000, -0x1p999])
    #expect(
      large.value.isFinite && large.standardError.isFinite && large.unpairedStandardError.isFinite)
    // At n = 2 and a level near 1, Student's quantile is 6e14, and a limit may be beyond all
    // numbers.
    let level = try ConfidenceLevel(1 - 1e-15)
    #expect(
      try PairedDifference(
        first: [-0x1p1000, 0x1p1000], second: [0x1p1000, -0x1p999], level: level
      ).inference == nil)
  }

  @Test("Refusals")
  func refusals() {
    #expect(throws: SurvivalError.unequalPairs(first: 2, second: 3)) {
      try PairedDifference(first: [1, 2], second: [1, 2, 3])
    }
    for count in 0...1 {
      let numbers = Array(repeating: 1.0, count: count)
      #expect(throws: SurvivalError.tooFewPairs(count)) {
        try PairedDifference(first: numbers, second: numbers)
      }
    }
    #expect(throws: SurvivalError.pairedNumber(.infinity, pair: 1)) {
      try PairedDifference(first: [1, 2], second: [1, .infinity])
    }
    let error = #expect(throws: SurvivalError.self) {
      try PairedDifference(first: [1, .nan], second: [1, 2])
    }
    #expect(
      error?.description
        == "number nan of pair 2 is refused; a number from -2^1000 to 2^1000 is needed")
    #expect(
      SurvivalError.tooFewPairs(1).description
        == "1 pair is too few to compare; at least two pairs are needed")
    #expect(
      SurvivalError.tooFewPairs(0).description
        == "0 pairs are too few to compare; at least two pairs are needed")
    #expect(
      SurvivalError.unequalPairs(first: 2, second: 3).description
        == "there are 2 observations on the first side but 3 on the second; pairs need one of each")
  }

  @Test("Student's quantiles and tails: published ones, the normal limit, Cauchy's closed form")
  func student() throws {
    // R's qt(0.975, k) and qt(0.995, k).
    let ninetyNine = try ConfidenceLevel(0.99)
    for (degrees, at95, at99) in [
      (1, 12.706204736174698, 63.656741162871526), (2, 4.3026527297494637, 9.9248432009182928),
      (9, 2.2621571627982053, 3.2498355415921254), (30, 2.0422724563012378, 2.7499956535672259),
      (3999, 1.9605573771860272, 2.5770593004483837),
    ] {
      #expect(
        agree(ConfidenceLevel.standard.studentQuantile(degreesOfFreedom: degrees), at95, 1e-12),
        "\(degrees)")
      #expect(
        agree(ninetyNine.studentQuantile(degreesOfFreedom: degrees), at99, 1e-12), "\(degrees)")
      #expect(
        agree(PValue.twoSidedStudent(-at95, degreesOfFreedom: degrees), 0.05, 1e-11), "\(degrees)")
    }
    let normal = ConfidenceLevel.standard.normalQuantile
    #expect(
      agree(ConfidenceLevel.standard.studentQuantile(degreesOfFreedom: 1_000_000_000), normal, 1e-8)
    )
    for level in [1e-9, 0.5, 1 - 1e-15] {
      for degrees in [1, 2, 3, 100] {
        let quantile = try ConfidenceLevel(level).studentQuantile(degreesOfFreedom: degrees)
        #expect(quantile > 0 && quantile.isFinite, "\(level), \(degrees): \(quantile)")
      }
    }
    #expect(
      PValue.twoSidedStudent(.infinity, degreesOfFreedom: 4) == 0
        && PValue.twoSidedStudent(0, degreesOfFreedom: 4) == 1)
  }
}
