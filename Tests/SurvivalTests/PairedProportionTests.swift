import CGSL
import Testing

@testable import Survival

@Suite("Shares of pairs: Tango's interval and McNemar's exact test")
struct PairedProportionTests {
  @Test(
    "Published: complete response before and after consolidation therapy (Cavo and others 2012), as Fagerland, Lydersen and Laake have it"
  )
  func cavo() throws {
    // Before only 6, after only 16, of 161: -0.0621 (-0.1240 to -0.0054) before less after, exact p
    // = 0.052479.
    let found = try PairedProportion(both: 59, firstOnly: 6, secondOnly: 16, neither: 80)
    #expect(abs(found.difference - 0.0621) < 5e-5 && found.count == 161)
    #expect(abs(found.interval.lower - 0.0054) < 5e-5 && abs(found.interval.upper - 0.1240) < 5e-5)
    #expect(abs(found.pValue - 0.052479) < 5e-7)
    #expect(found.firstShare == 65.0 / 161 && found.secondShare == 75.0 / 161)
  }

  @Test(
    "Limits and p-values agree with the score test inverted by another way, from one pair to 10^9")
  func agreement() throws {
    var compared = 0
    for expected in try Fixture("pairs-shares").rows {
      let found = try PairedProportion(
        both: try expected.count("both"), firstOnly: try expected.count("first_only"),
        secondOnly: try expected.count("second_only"),
        neither: try expected.count("neither"), level: try expected.level())
      #expect(
        abs(found.interval.lower - (try expected.required("lower"))) < 1e-14, "\(expected) \(found)"
      )
      #expect(
        abs(found.interval.upper - (try expected.required("upper"))) < 1e-14, "\(expected) \(found)"
      )
      #expect(
        agree(found.interval.lower, try expected.required("lower"), 1e-9), "\(expected) \(found)")
      #expect(
        agree(found.interval.upper, try expected.required("upper"), 1e-9), "\(expected) \(found)")
      if let p = try expected.number("p") {
        #expect(agree(found.pValue, p, 1e-9), "\(expected) \(found)")
      }
      #expect(found.interval.contains(found.difference))
      compared += 1
    }
    #expect(compared == 66)
  }

  @Test(
    "The interval holds just the differences that the score test does not reject, in every table of up to nine pairs"
  )
  func inversion() throws {
    let square = ConfidenceLevel.standard.normalQuantile * ConfidenceLevel.standard.normalQuantile
    for count in 1...9 {
      for b in 0...count {
        for c in 0...(count - b) {
          let found = try PairedProportion(
            both: 0, firstOnly: c, secondOnly: b, neither: count - b - c
          ).interval
          let n = Double(count)
          for step in -199...199 {
            let d = Double(step) / 200
            // The likeliest share of pairs that differ, from |d| to 1, by its falling score.
            func slope(_ s: Double) -> Double {
              (b > 0 ? Double(b) / (s + d) : 0) + (c > 0 ? Double(c) / (s - d) : 0)
                - (count > b + c ? (n - Double(b + c)) / (1 - s) : 0)
            }
            var (low, high) = (abs(d), 1.0)
            for _ in 0..<60 {
              let middle = (low + high) / 2
              if slope(middle) > 0 { low = middle } else { high = middle }
            }
            let miss = Double(b - c) - n * d
            let excess = miss * miss - square * n * (low - d * d)
            if abs(excess) > 1e-9 {
              #expect(found.contains(d) == (excess < 0), "\(b), \(c) of \(count) at \(d)")
            }
          }
        }
      }
    }
  }

  /// How often the interval, and Wald's, hold the true difference, summed over all tables.
  private func coverage(_ count: Int, _ gain: Double, _ loss: Double) throws -> (
    score: Double, wald: Double
  ) {
    var (score, wald) = (0.0, 0.0)
    for b in 0...count where gain > 0 || b == 0 {
      for c in 0...(count - b) where loss > 0 || c == 0 {
        let same = count - b - c
        var logProbability =
          gsl_sf_lngamma(Double(count + 1)) - gsl_sf_lngamma(Double(b + 1))
          - gsl_sf_lngamma(Double(c + 1))
          - gsl_sf_lngamma(Double(same + 1)) + Double(same) * log(1 - gain - loss)
        if b > 0 { logProbability += Double(b) * log(gain) }
        if c > 0 { logProbability += Double(c) * log(loss) }
        guard logProbability > -25 else { continue }
        let truth = gain - loss
        let found = try PairedProportion(both: 0, firstOnly: c, secondOnly: b, neither: same)
        if found.interval.contains(truth) { score += exp(logProbability) }
        let (n, d) = (Double(count), found.difference)
        let radius =
          ConfidenceLevel.standard.normalQuantile * ((Double(b + c) / n - d * d) / n).squareRoot()
        if abs(truth - d) <= radius { wald += exp(logProbability) }
      }
    }
    return (score, wald)
  }

  @Test(
    "Exact coverage where few pairs differ, also to one side only; Wald's interval, the control, fails there",
    arguments: [20, 50, 100])
  func holdsTheTruth(count: Int) throws {
    GSL.prepare()
    for (gain, loss) in [
      (0.01, 0.01), (0.02, 0), (0.05, 0.02), (0.05, 0), (0.1, 0.1), (0.2, 0.05), (0.3, 0),
    ] {
      let found = try coverage(count, gain, loss)
      #expect(found.score > 0.936, "\(count), \(gain), \(loss): \(found)")
      if gain < 0.03, loss == 0 {
        #expect(found.wald < 0.9, "\(count), \(gain), \(loss): \(found)")
      }
    }
  }

  /// Newcombe's method 10 for second less first: Wilson's limits of both shares, and their
  /// correlation with his correction.
  private func methodTen(_ both: Int, _ firstOnly: Int, _ secondOnly: Int, _ neither: Int) throws
    -> ConfidenceInterval
  {
    let count = both + firstOnly + secondOnly + neither
    let first = try BinomialProportion(events: both + firstOnly, trials: count, method: .wilson)
    let second = try BinomialProportion(events: both + secondOnly, trials: count, method: .wilson)
    let margins =
      (first.value * (1 - first.value) * second.value * (1 - second.value)).squareRoot()
      * Double(count * count)
    let product = Double(both * neither - firstOnly * secondOnly)
    let corrected = product > 0 ? max(product - Double(count) / 2, 0) : product
    let correlation = margins > 0 ? corrected / margins : 0
    func radius(_ one: Double, _ two: Double) -> Double {
      max(one * one - 2 * correlation * one * two + two * two, 0).squareRoot()
    }
    let difference = second.value - first.value
    return ConfidenceInterval(
      lower: difference
        - radius(second.value - second.interval.lower, first.interval.upper - first.value),
      upper: difference
        + radius(second.interval.upper - second.value, first.value - first.interval.lower),
      level: .standard)
  }

  @Test(
    "Why not the other one: with 2 of 100 pairs differing to one side, Newcombe's method 10 holds the truth in 88.5 %"
  )
  func rival() throws {
    GSL.prepare()
    // His figures for Cavo's table, as Fagerland, Lydersen and Laake have them.
    let cavo = try methodTen(59, 6, 16, 80)
    #expect(abs(cavo.lower - 0.0046) < 5e-5 && abs(cavo.upper - 0.1186) < 5e-5)
    func logBinomial(_ count: Int, _ k: Int, _ p: Double) -> Double {
      gsl_sf_lnchoose(UInt32(count), UInt32(k)) + Double(k) * log(p) + Double(count - k) * log1p(-p)
    }
    var held = 0.0
    for gain in 0...20 {
      for both in 0...(100 - gain)
      where try methodTen(both, 0, gain, 100 - gain - both).contains(0.02) {
        held += exp(logBinomial(100, gain, 0.02) + logBinomial(100 - gain, both, 0.5 - 0.01 / 0.98))
      }
    }
    #expect(abs(held - 0.885) < 0.003, "\(held)")
    #expect(try coverage(100, 0.02, 0).score > 0.98)
  }

  @Test("Mirrored sides, concordant pairs, and no pair that differs")
  func relations() throws {
    for (b, c, rest) in [(3, 1, 46), (0, 7, 2), (40, 9, 0), (1, 1, 1_000_000), (12, 0, 4000)] {
      let found = try PairedProportion(both: rest, firstOnly: c, secondOnly: b, neither: 0)
      let mirrored = try PairedProportion(both: 0, firstOnly: b, secondOnly: c, neither: rest)
      #expect(
        found.interval.lower == -mirrored.interval.upper
          && found.interval.upper == -mirrored.interval.lower)
      #expect(
        found.difference == -mirrored.difference && agree(found.pValue, mirrored.pValue, 1e-13))
    }
    let none = try PairedProportion(both: 3, firstOnly: 0, secondOnly: 0, neither: 4000)
    #expect(none.difference == 0 && none.pValue == 1 && none.interval.upper == -none.interval.lower)
    #expect(none.interval.upper > 9e-4 && none.interval.upper < 1e-3)
    // More of the same data: a shorter interval.
    var last = 2.0
    for times in [1, 2, 10, 1000, 100_000_000] {
      let found = try PairedProportion(
        both: times, firstOnly: 2 * times, secondOnly: 3 * times, neither: 4 * times
      ).interval
      #expect(found.upper - found.lower < last)
      last = found.upper - found.lower
    }
    let most = BinomialProportion.largestCount
    for (b, c) in [(most, 0), (most - 1, 1), (1, 0), (0, most), (most / 2, most / 2)] {
      let found = try PairedProportion(both: 0, firstOnly: c, secondOnly: b, neither: most - b - c)
      #expect(
        found.interval.contains(found.difference) && found.interval.lower >= -1
          && found.interval.upper <= 1)
      #expect(found.interval.lower < found.interval.upper && (0...1).contains(found.pValue))
    }
  }

  @Test("Impossible counts are refused")
  func refusals() {
    let most = BinomialProportion.largestCount
    for (both, first, second, neither) in [
      (0, 0, 0, 0), (-1, 2, 2, 2), (1, 1, -1, 1), (most, 1, 0, 0), (Int.max, Int.max, 1, 1),
    ] {
      #expect(
        throws: SurvivalError.pairCounts(
          both: both, firstOnly: first, secondOnly: second, neither: neither)
      ) {
        try PairedProportion(both: both, firstOnly: first, secondOnly: second, neither: neither)
      }
    }
    #expect(
      SurvivalError.pairCounts(both: 1, firstOnly: 2, secondOnly: -3, neither: 4).description
        == "counts of pairs 1, 2, -3, 4 are refused; whole numbers from 0 up with a sum from 1 to 1000000000000 are needed"
    )
  }
}
