import Testing

@testable import Survival

@Suite("Restricted means of two groups")
struct RestrictedMeanComparisonTests {
  let sets: [String: Dataset]

  init() throws { sets = try Dataset.all() }

  private func groups(_ name: String, _ first: Int, _ second: Int) throws -> [KaplanMeierEstimate] {
    let set = try #require(sets[name])
    return try [first, second].map { KaplanMeierEstimate(try #require(try set.sample(group: $0))) }
  }

  @Test("Published: lung by sex to 965 days")
  func lung() throws {
    let rows = try Fixture("curves-lung").rows
    let pair = try [1, 2].map { sex in
      let group = try rows.filter { try $0.count("sex") == sex }
      return KaplanMeierEstimate(
        try RightCensoredSample(
          times: try group.map { try $0.required("time") },
          observed: try group.map { try $0.count("event") == 1 }))
    }
    let found = try RestrictedMeanComparison(first: pair[0], second: pair[1], horizon: 965)
    #expect(abs(found.first.value - 324.0484) < 5e-5 && abs(found.second.value - 455.9041) < 5e-5)
    #expect(
      abs(found.difference.value - 131.8557) < 5e-5
        && abs(found.difference.standardError - 39.75870) < 5e-6)
    #expect(found.cautions == [])
  }

  @Test("Differences, ratios, their intervals and p-values agree on all data sets")
  func agreement() throws {
    var compared = 0
    for expected in try Fixture("curves-contrasts").rows {
      let pair = try groups(
        try expected.text("set"), try expected.count("first"), try expected.count("second"))
      let found = try RestrictedMeanComparison(
        first: pair[0], second: pair[1], horizon: try expected.required("horizon"))
      let ratio = try #require(found.ratio)
      for (value, column) in [
        (found.difference.value, "difference"), (found.difference.standardError, "std_error"),
        (found.difference.inference?.interval.lower, "lower"),
        (found.difference.inference?.interval.upper, "upper"),
        (found.difference.inference?.pValue, "p"), (ratio.value, "ratio"),
        (ratio.standardError, "ratio_std_error"), (ratio.inference?.interval.lower, "ratio_lower"),
        (ratio.inference?.interval.upper, "ratio_upper"),
        (ratio.inference?.pValue, "ratio_p"),
      ] as [(Double?, String)] {
        // A group without spread: R's formula goes on with the other's error alone; here there is
        // no test.
        if value == nil, !found.cautions.isEmpty { continue }
        #expect(
          agree(value, try expected.required(column), 1e-9),
          "\(expected) \(column): \(String(describing: value))")
      }
      compared += 1
      #expect(
        found.cautions.isEmpty == (found.difference.inference != nil)
          && found.cautions.isEmpty == (ratio.inference != nil))
      // The other way about: the same test, the negative difference.
      let swapped = try RestrictedMeanComparison(
        first: pair[1], second: pair[0], horizon: try expected.required("horizon"))
      #expect(
        swapped.difference.value == -found.difference.value
          && swapped.difference.inference?.pValue == found.difference.inference?.pValue)
    }
    #expect(compared >= 12)
  }

  @Test("What cannot be said is not said: groups without spread, extrapolated means, means of 0")
  func cautions() throws {
    let eventless = try groups("eventless", 1, 2)
    let still = try RestrictedMeanComparison(
      first: eventless[0], second: eventless[1], horizon: 1.5)
    #expect(
      still.difference == .init(value: 0, standardError: 0, inference: nil)
        && still.ratio?.value == 1
        && still.ratio?.inference == nil)
    #expect(still.cautions == [.noSpread(.first), .noSpread(.second)])
    let beyond = try RestrictedMeanComparison(first: eventless[0], second: eventless[1], horizon: 3)
    #expect(beyond.cautions == [.extrapolated(.first), .noSpread(.first), .noSpread(.second)])

    let oneSided = try groups("one-sided", 1, 2)
    let half = try RestrictedMeanComparison(first: oneSided[0], second: oneSided[1], horizon: 10)
    #expect(
      half.cautions == [.noSpread(.second)]
        && half.difference.standardError == half.first.standardError)
    #expect(half.second.value == 10 && half.difference.value == 10 - half.first.value)
    #expect(half.difference.inference == nil && half.ratio?.inference == nil)

    let atOnce = KaplanMeierEstimate(
      try RightCensoredSample(times: [0, 0], observed: [true, true]))
    let zero = try RestrictedMeanComparison(first: atOnce, second: oneSided[0], horizon: 10)
    #expect(
      zero.ratio == nil && zero.difference.value == zero.second.value
        && zero.cautions == [.noSpread(.first)])
    for horizon in [0, -1, .infinity, .nan] {
      #expect(throws: SurvivalError.self) {
        try RestrictedMeanComparison(first: atOnce, second: atOnce, horizon: horizon)
      }
    }
  }

  @Test("One censored observation against many events: a value, and no test")
  func lone() throws {
    let many = KaplanMeierEstimate(
      try RightCensoredSample(
        times: (1...300).map { Double($0) / 100 }, observed: Array(repeating: true, count: 300)))
    let one = KaplanMeierEstimate(try RightCensoredSample(times: [3], observed: [false]))
    let found = try RestrictedMeanComparison(first: many, second: one, horizon: 3)
    #expect(found.cautions == [.noSpread(.second)] && abs(found.difference.value - 1.495) < 1e-12)
    #expect(found.difference.inference == nil && found.ratio?.inference == nil)
  }

  @Test("A mean drawn on beyond its data has no test in either order, and one within them has")
  func extrapolated() throws {
    let open = KaplanMeierEstimate(
      try RightCensoredSample(times: [1, 2, 4], observed: [true, true, false]))
    let closed = KaplanMeierEstimate(
      try RightCensoredSample(times: [2, 3, 6], observed: [true, true, true]))
    let beyond = try RestrictedMeanComparison(first: open, second: closed, horizon: 5)
    #expect(
      beyond.cautions == [.extrapolated(.first)] && beyond.difference.inference == nil
        && beyond.ratio?.inference == nil)
    #expect(
      try RestrictedMeanComparison(first: closed, second: open, horizon: 5).difference.inference
        == nil)
    #expect(
      try RestrictedMeanComparison(first: open, second: closed, horizon: 4).difference.inference
        != nil)
  }

  @Test("Times at the ends of what a number holds give numbers, and powers of two scale exactly")
  func scale() throws {
    let times = [1.0, 2, 2.5, 4, 5, 7.25]
    let observed = [true, true, false, true, false, true]
    func comparison(_ factor: Double) throws -> RestrictedMeanComparison {
      let first = KaplanMeierEstimate(
        try RightCensoredSample(times: times.map { $0 * factor }, observed: observed))
      let second = KaplanMeierEstimate(
        try RightCensoredSample(times: times.map { $0 * factor * 2 }, observed: observed))
      return try RestrictedMeanComparison(first: first, second: second, horizon: 7 * factor)
    }
    let plain = try comparison(1)
    for factor in [0x1p-900, 0x1p-3, 0x1p40, 0x1p900] {
      let scaled = try comparison(factor)
      #expect(
        scaled.first.standardError == plain.first.standardError * factor
          && scaled.second.value == plain.second.value * factor)
      #expect(scaled.ratio == plain.ratio)
    }
  }
}
