import Testing

@testable import Survival

@Suite("Restricted means of pairs, by pseudo-values")
struct PairedRestrictedMeanTests {
  /// One side of a set of pairs.
  private struct Side {
    var times: [Double]
    var observed: [Bool]

    func pseudo(_ horizon: Double) throws -> PseudoObservations {
      try PseudoObservations(times: times, observed: observed, horizon: horizon)
    }
    func curve() throws -> KaplanMeierEstimate {
      KaplanMeierEstimate(try RightCensoredSample(times: times, observed: observed))
    }
    func ordered(_ order: [Int]) -> Side {
      Side(times: order.map { times[$0] }, observed: order.map { observed[$0] })
    }
  }

  private func sets() throws -> [String: (first: Side, second: Side)] {
    try Dictionary(grouping: Fixture("pairs-times").rows) { try $0.text("set") }.mapValues { rows in
      func side(_ name: String) throws -> Side {
        Side(
          times: try rows.map { try $0.required(name) },
          observed: try rows.map { try $0.count("\(name)_event") == 1 })
      }
      return (try side("first"), try side("second"))
    }
  }

  /// Times from 0 up, some tied, some censored.
  private func simulated(_ count: Int, _ seed: UInt64, ties: Bool) throws -> Side {
    try Bootstrap(replicates: 1, seed: seed).run(analysis: 7) { draws in
      let times = (0..<count).map { _ in
        ties ? Double(draws.index(below: 6)) : 3 * draws.uniform() * draws.uniform()
      }
      return Side(times: times, observed: times.map { _ in draws.uniform() < 0.6 })
    }[0]
  }

  @Test("Pseudo-values agree with refits of survfit, one observation left out at a time")
  func pseudoValues() throws {
    let sets = try sets()
    let rows = try Dictionary(grouping: Fixture("pairs-pseudo").rows) {
      "\(try $0.text("set")) \(try $0.text("horizon"))"
    }
    #expect(rows.count == 3 * sets.count)
    for expected in rows.values {
      let (name, horizon) = (try expected[0].text("set"), try expected[0].required("horizon"))
      let pair = try #require(sets[name])
      for (side, column) in [(pair.first, "first"), (pair.second, "second")] {
        let found = try side.pseudo(horizon).values
        let values = try expected.map { try $0.required(column) }
        // R's numbers have lost digits to the difference of n R and (n - 1) R(-i).
        #expect(largestDifference(found, values) < 1e-11, "\(name) to \(horizon), \(column)")
      }
    }
  }

  @Test("Differences, errors, correlations, intervals and p-values agree with t.test and cor")
  func agreement() throws {
    let sets = try sets()
    var tested = 0
    for expected in try Fixture("pairs-means").rows {
      let pair = try #require(sets[try expected.text("set")])
      let horizon = try expected.required("horizon")
      let (first, second) = (try pair.first.pseudo(horizon), try pair.second.pseudo(horizon))
      let found = try PairedDifference(
        first: first.values, second: second.values, level: try expected.level())
      #expect(
        abs(found.value - (try expected.required("difference"))) < 1e-12 * horizon, "\(expected)")
      #expect(agree(found.standardError, try expected.required("std_error"), 1e-10), "\(expected)")
      #expect(
        agree(found.unpairedStandardError, try expected.required("unpaired"), 1e-10), "\(expected)")
      let correlation = try expected.number("correlation")
      #expect((found.correlation == nil) == (correlation == nil), "\(expected)")
      #expect(abs((found.correlation ?? 0) - (correlation ?? 0)) < 1e-11, "\(expected)")
      #expect((found.inference == nil) == (try expected.number("p") == nil), "\(expected)")
      for (value, column) in [
        (found.inference?.t, "t"), (found.inference?.pValue, "p"),
        (found.inference?.interval.lower, "lower"),
        (found.inference?.interval.upper, "upper"),
      ] {
        #expect(
          agree(value, try expected.number(column), 1e-9),
          "\(expected) \(column): \(String(describing: value))")
      }
      let compared = try PairedRestrictedMean(
        first: first, second: second, level: try expected.level())
      #expect(compared.difference == (compared.cautions.isEmpty ? found : found.withoutInference))
      tested += compared.cautions.isEmpty ? 1 : 0
    }
    #expect(tested >= 24)
  }

  @Test(
    "By the definition: leaving each observation out and estimating anew",
    arguments: [2, 3, 5, 12, 40])
  func leaveOneOut(count: Int) throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      for ties in [false, true] {
        let side = try simulated(count, seed, ties: ties)
        for horizon in [0.1, 1, 2.5, 7] {
          let found = try side.pseudo(horizon)
          let all = try side.curve().restrictedMean(to: horizon)
          #expect(found.mean == all)
          for left in 0..<count {
            let others = side.ordered((0..<count).filter { $0 != left })
            let mean = try others.curve().restrictedMean(to: horizon).value
            let value = Double(count) * all.value - Double(count - 1) * mean
            #expect(
              abs(found.values[left] - value) < 1e-13 * Double(count) * horizon,
              "\(side) to \(horizon), \(left)")
          }
        }
      }
    }
  }

  @Test("Without a censoring before the horizon, min(T, horizon) to the bit")
  func uncensored() throws {
    let side = try simulated(500, 3, ties: false)
    let events = try PseudoObservations(
      times: side.times, observed: side.times.map { _ in true }, horizon: 1)
    #expect(events.values == side.times.map { min($0, 1) })
    // Censored at the horizon and beyond it, as chains are that have not entered.
    let steps = (0..<500).map { ($0 * 7919) % 20_011 }
    let late = try PseudoObservations(
      times: steps.map { min($0, 15_000) }, observed: steps.map { $0 < 15_000 }, horizon: 15_000)
    #expect(late.values == steps.map { Double(min($0, 15_000)) })
    #expect(!late.mean.isExtrapolated && !late.needsLastEvent)
    let early = try PseudoObservations(
      times: steps.map { min($0, 15_000) }, observed: steps.map { $0 < 15_000 }, horizon: 15_000.5)
    #expect(early.mean.isExtrapolated)
    let zero = try PseudoObservations(times: [-0.0, 2], observed: [true, true], horizon: 3)
    #expect(zero.values == [0, 2] && zero.values[0].sign == .plus)
  }

  @Test(
    "A closed form at a hundred thousand: one is censored at the beginning, and no digits are lost")
  func many() throws {
    let side = try simulated(100_000, 5, ties: false)
    let found = try PseudoObservations(
      times: [0] + side.times, observed: [false] + side.times.map { _ in true }, horizon: 0.8)
    let numbers = side.times.map { min($0, 0.8) }
    let (m, mean) = (100_000.0, numbers.reduce(0, +) / 100_000)
    // R is the mean of the others, and without i it is (m R - x_i)/(m - 1).
    #expect(agree(found.values[0], mean, 1e-12))
    let expected = numbers.map { mean + m / (m - 1) * ($0 - mean) }
    #expect(largestDifference(Array(found.values.dropFirst()), expected) < 1e-11)
  }

  @Test(
    "The mean of pseudo-values is the restricted mean, but where the last event alone brings the curve down"
  )
  func jackknifeMean() throws {
    var (equal, unequal) = (0, 0)
    for seed in 1...200 as ClosedRange<UInt64> {
      let side = try simulated(9, seed, ties: seed % 2 == 0)
      let found = try side.pseudo(2)
      let gap = abs(found.values.reduce(0, +) / 9 - found.mean.value)
      if found.needsLastEvent { unequal += gap > 1e-3 ? 1 : 0 } else { equal += 1 }
      #expect(found.needsLastEvent || gap < 1e-12, "\(side)")
    }
    #expect(equal > 100 && unequal > 10)
  }

  @Test(
    "The other way about: the negative difference to the bit; pairs in another order: the same; pairs torn apart: not"
  )
  func invariance() throws {
    let pair = try #require(try sets()["steps"])
    let (first, second) = (try pair.first.pseudo(20), try pair.second.pseudo(20))
    let found = try PairedRestrictedMean(first: first, second: second)
    let inference = try #require(found.difference.inference)
    let swapped = try PairedRestrictedMean(first: second, second: first)
    #expect(
      swapped.difference.value == -found.difference.value
        && swapped.difference.standardError == found.difference.standardError)
    #expect(
      swapped.difference.correlation == found.difference.correlation
        && swapped.first == found.second)
    let other = try #require(swapped.difference.inference)
    #expect(
      other.t == -inference.t && other.pValue == inference.pValue
        && other.interval.lower == -inference.interval.upper)

    let order = (0..<80).map { ($0 * 37 + 11) % 80 }
    let moved = try PairedRestrictedMean(
      first: pair.first.ordered(order).pseudo(20), second: pair.second.ordered(order).pseudo(20))
    #expect(
      agree(moved.difference.value, found.difference.value, 1e-13) && moved.first == found.first)
    #expect(agree(moved.difference.standardError, found.difference.standardError, 1e-13))
    #expect(agree(moved.difference.correlation, found.difference.correlation, 1e-12))

    let torn = try PairedRestrictedMean(first: first, second: pair.second.ordered(order).pseudo(20))
    #expect(agree(torn.difference.value, found.difference.value, 1e-12))
    #expect(
      agree(torn.difference.unpairedStandardError, found.difference.unpairedStandardError, 1e-12))
    #expect(torn.difference.standardError > 1.1 * found.difference.standardError)
    // What pairing bought: the covariance, twice.
    let (se, unpaired) = (found.difference.standardError, found.difference.unpairedStandardError)
    #expect(
      agree(found.difference.varianceRatio, unpaired * unpaired / (se * se), 1e-14)
        && se < 0.8 * unpaired)
  }

  @Test(
    "Whole times are the same times, and without censoring the unpaired error is that of the curves but for n/(n - 1)"
  )
  func relations() throws {
    let (one, two) = (
      (0..<50).map { ($0 * 17) % 90 }, (0..<50).map { ($0 * 17) % 90 / 2 + ($0 * 5) % 11 }
    )
    let all = Array(repeating: true, count: 50)
    let (first, second) = (
      try PseudoObservations(times: one, observed: all, horizon: 60),
      try PseudoObservations(times: two, observed: all, horizon: 60)
    )
    #expect(
      first == (try PseudoObservations(times: one.map(Double.init), observed: all, horizon: 60)))
    let paired = try PairedRestrictedMean(first: first, second: second)
    let curves = try [one, two].map {
      KaplanMeierEstimate(try RightCensoredSample(times: $0, observed: all))
    }
    let apart = try RestrictedMeanComparison(first: curves[0], second: curves[1], horizon: 60)
    #expect(agree(paired.difference.value, apart.difference.value, 1e-13) && paired.cautions == [])
    #expect(
      agree(
        paired.difference.unpairedStandardError,
        apart.difference.standardError * (50.0 / 49).squareRoot(), 1e-12))
    #expect(throws: SurvivalError.inexactTime(9_007_199_254_740_993, observation: 0)) {
      try PseudoObservations(times: [9_007_199_254_740_993], observed: [true], horizon: 1)
    }
  }

  @Test("What cannot be said is not said")
  func cautions() throws {
    let all = [true, true, true, true]
    let some = try PseudoObservations(times: [1, 2, 5, 3], observed: all, horizon: 4)
    let none = try PseudoObservations(
      times: [9, 9, 9, 9], observed: [false, false, false, false], horizon: 4)
    let still = try PairedRestrictedMean(first: some, second: none)
    #expect(
      still.cautions == [.noSpread(.second)] && still.difference.inference == nil
        && still.difference.correlation == nil)
    #expect(still.difference.value == 1.5 && still.difference.standardError > 0)
    let same = try PairedRestrictedMean(first: some, second: some)
    #expect(
      same.cautions == [.equalDifferences] && same.difference.value == 0
        && same.difference.standardError == 0)
    #expect(
      same.difference.inference == nil && same.difference.varianceRatio == nil
        && same.difference.correlation == 1)
    let nobody = try PairedRestrictedMean(first: none, second: none)
    #expect(nobody.cautions == [.noSpread(.first), .noSpread(.second), .equalDifferences])
    let open = try PseudoObservations(
      times: [1, 2, 3, 3.5], observed: [true, false, true, false], horizon: 4)
    #expect(try PairedRestrictedMean(first: open, second: some).cautions == [.extrapolated(.first)])
    let last = try PseudoObservations(
      times: [1, 2, 3, 3.5], observed: [true, true, false, true], horizon: 4)
    let decided = try PairedRestrictedMean(first: some, second: last)
    #expect(decided.cautions == [.needsLastEvent(.second)] && decided.difference.inference == nil)
    #expect(
      try agree(last.values[3], 3, 1e-14)
        && !(PseudoObservations(times: [1, 2, 3, 3.5], observed: all, horizon: 4).needsLastEvent))
    #expect(
      !(try PseudoObservations(
        times: [1, 2, 3, 3.5], observed: [true, true, false, true], horizon: 3.5
      ).needsLastEvent))
  }

  @Test("Refusals, and the ends of what a number holds")
  func refusals() throws {
    let one = try PseudoObservations(times: [3], observed: [false], horizon: 5)
    #expect(one.values == [5])
    #expect(throws: SurvivalError.tooFewPairs(1)) {
      try PairedRestrictedMean(first: one, second: one)
    }
    let two = try PseudoObservations(times: [3, 4], observed: [false, true], horizon: 5)
    #expect(throws: SurvivalError.unequalPairs(first: 1, second: 2)) {
      try PairedRestrictedMean(first: one, second: two)
    }
    #expect(throws: SurvivalError.emptySample) {
      try PseudoObservations(times: [Double](), observed: [], horizon: 1)
    }
    #expect(throws: SurvivalError.unequalLengths(times: 1, observed: 2)) {
      try PseudoObservations(times: [1.5], observed: [true, true], horizon: 1)
    }
    for horizon in [0, -1, .infinity, .nan] {
      #expect(throws: SurvivalError.self) {
        try PseudoObservations(times: [1], observed: [true], horizon: horizon)
      }
    }
    let pair = try #require(try sets()["heavy"])
    let plain = try PairedRestrictedMean(first: pair.first.pseudo(1), second: pair.second.pseudo(1))
      .difference
    for factor in [0x1p-1000, 0x1p-3, 0x1p40, 0x1p990] {
      func scaled(_ side: Side) throws -> PseudoObservations {
        try Side(times: side.times.map { $0 * factor }, observed: side.observed).pseudo(factor)
      }
      let found = try PairedRestrictedMean(first: scaled(pair.first), second: scaled(pair.second))
        .difference
      #expect(
        found.value == plain.value * factor && found.standardError == plain.standardError * factor)
      #expect(
        found.inference?.pValue == plain.inference?.pValue && found.correlation == plain.correlation
      )
    }
    let vast = try PseudoObservations(
      times: [1e305, 1e308, 1e300], observed: [false, true, true], horizon: 1e307)
    #expect(throws: SurvivalError.self) { try PairedRestrictedMean(first: vast, second: vast) }
  }
}
