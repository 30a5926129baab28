import Testing

@testable import Survival

/// The sets of interval-data.csv: the ends of each observation.
func intervalSets() throws -> [String: [(lower: Double, upper: Double)]] {
  try Dictionary(grouping: Fixture("interval-data").rows) { try $0.text("set") }.mapValues { rows in
    try rows.map { (try $0.required("lower"), try $0.required("upper")) }
  }
}

extension TurnbullEstimate {
  init(_ ends: [(lower: Double, upper: Double)]) throws {
    try self.init(try IntervalCensoredSample(lower: ends.map(\.lower), upper: ends.map(\.upper)))
  }
}

@Suite("Interval-censored samples")
struct IntervalCensoredSampleTests {
  @Test("Rows are distinct, counted and in order, points before the intervals that open there")
  func table() throws {
    let sample = try IntervalCensoredSample(
      lower: [2, 0, 2, 2, -0.0, 2, 1], upper: [.infinity, 3, 4, 2, 3, 4, 1],
      entries: [0, 0, 1, 0, 0, 1, 0.5])
    let rows = sample.rows
    #expect(rows.map(\.lower) == [0, 1, 2, 2, 2] && rows.map(\.upper) == [3, 1, 2, 4, .infinity])
    #expect(rows.map(\.entry) == [0, 0.5, 0, 1, 0] && rows.map(\.count) == [2, 1, 1, 2, 1])
    #expect(
      rows.map(\.isExact) == [false, true, true, false, false]
        && rows.map(\.isRightCensored) == [false, false, false, false, true])
    #expect(sample.count == 7 && sample.isTruncated)
    #expect(rows[0].lower.sign == .plus)
    // The same interval with other entries is another row; without entries nothing is truncated,
    // and time 0 may be a point.
    #expect(
      try IntervalCensoredSample(lower: [2, 2], upper: [4, 4], entries: [0, 1]).rows.map(\.count)
        == [1, 1])
    #expect(try !IntervalCensoredSample(lower: [0, 0], upper: [0, .infinity]).isTruncated)
  }

  @Test("What is refused")
  func refusals() {
    #expect(throws: SurvivalError.emptySample) { try IntervalCensoredSample(lower: [], upper: []) }
    #expect(throws: SurvivalError.unequalBounds(lower: 2, upper: 1)) {
      try IntervalCensoredSample(lower: [1, 2], upper: [3])
    }
    #expect(throws: SurvivalError.unequalEntries(times: 1, entries: 2)) {
      try IntervalCensoredSample(lower: [1], upper: [3], entries: [0, 0])
    }
    for (lower, upper) in [
      (-1.0, 2.0), (3, 2), (.infinity, .infinity), (.nan, 2), (1, .nan), (-.infinity, 2),
    ] {
      #expect(throws: SurvivalError.self) {
        try IntervalCensoredSample(lower: [1, lower], upper: [1, upper])
      }
    }
    for (entry, lower, upper) in [(2.0, 1.0, 3.0), (1, 1, 1), (-1, 1, 2), (.nan, 1, 2), (0, 0, 0)] {
      #expect(throws: SurvivalError.self) {
        try IntervalCensoredSample(lower: [lower], upper: [upper], entries: [entry])
      }
    }
    let error = #expect(throws: SurvivalError.self) {
      try IntervalCensoredSample(lower: [1, 5], upper: [1, 4])
    }
    #expect(
      error?.description
        == "interval from 5.0 to 4.0 of observation 2 is refused; numbers with 0 <= lower <= upper and a finite lower end are needed"
    )
  }
}

@Suite("Turnbull's estimate")
struct TurnbullTests {
  let sets: [String: [(lower: Double, upper: Double)]]

  init() throws { sets = try intervalSets() }

  @Test("Innermost intervals and masses agree with the dense solution")
  func masses() throws {
    let expected = try Dictionary(grouping: Fixture("interval-masses").rows) { try $0.text("set") }
    for (name, rows) in expected {
      let estimate = try TurnbullEstimate(try #require(sets[name]))
      #expect(estimate.hasConverged && estimate.gap <= 1e-9 * Double(estimate.sample.count))
      #expect(
        estimate.intervals.map(\.lower) == (try rows.map { try $0.required("lower") }), "\(name)")
      #expect(
        estimate.intervals.map(\.upper) == (try rows.map { try $0.required("upper") }), "\(name)")
      for (mass, row) in zip(estimate.masses, rows) {
        let expected = try row.required("mass")
        #expect(
          abs(mass - expected) < 1e-9 && (mass == 0) == (expected == 0), "\(name) \(row) \(mass)")
      }
    }
    #expect(expected.count == 7)
  }

  @Test(
    "Curves agree with survfit's, made to converge; on two sets its EM is still 1e-4 away after 4000 rounds"
  )
  func survfit() throws {
    for row in try Fixture("interval-survfit").rows {
      let name = try row.text("set")
      let found = try TurnbullEstimate(try #require(sets[name])).survival(
        at: try row.required("time"))
      #expect(
        abs(try #require(found?.value) - (try row.required("survival")))
          < (["visits", "status"].contains(name) ? 2e-4 : 1e-9),
        "\(row) \(found as Any)")
    }
  }

  @Test("The published values: Turnbull (1974), and breast cosmesis as in Fay and Shaw (2010)")
  func published() throws {
    let turnbull = try TurnbullEstimate(try #require(sets["turnbull"]))
    for (time, expected) in zip([1.0, 2, 3, 4], [0.538, 0.295, 0.210, 0.095]) {
      #expect(abs(try #require(turnbull.survival(at: time)?.value) - expected) < 5e-4)
    }
    let radiation = try TurnbullEstimate(try #require(sets["radiation"])).rows
    #expect(radiation.map(\.interval.lower) == [4, 6, 7, 11, 24, 33, 38, 46])
    #expect(radiation.map(\.interval.upper) == [5, 7, 8, 12, 25, 34, 40, 48])
    for (row, mass) in zip(
      radiation, [0.0463, 0.0334, 0.0887, 0.0708, 0.0926, 0.0818, 0.1209, 0.4656])
    {
      #expect(abs(row.mass - mass) < 5e-5)
    }
  }

  @Test("Exact and right-censored times give the Kaplan-Meier estimate")
  func kaplanMeier() throws {
    for (name, set) in try Dataset.all() where !set.isTruncated && set.times.allSatisfy({ $0 > 0 })
    {
      let curve = KaplanMeierEstimate(try #require(try set.sample()))
      let estimate = try TurnbullEstimate(
        set.times.indices.map { (set.times[$0], set.observed[$0] ? set.times[$0] : .infinity) })
      #expect(estimate.hasConverged)
      for (row, time) in curve.sample.times.enumerated() {
        let bounds = try #require(estimate.survival(at: time))
        #expect(
          abs(bounds.upper - curve.survival[row]) < 1e-12 && bounds.value != nil, "\(name) \(time)")
      }
      // Beyond the last time S is not known, unless it is 0.
      let beyond = try #require(estimate.survival(at: curve.sample.lastTime + 1))
      #expect(beyond.lower == 0 && abs(beyond.upper - (curve.survival.last ?? 1)) < 1e-12)
    }
  }

  @Test("The condition for the best masses holds, computed on the observations as they are")
  func kuhnTucker() throws {
    for (name, ends) in sets {
      let estimate = try TurnbullEstimate(ends)
      func holds(_ end: (lower: Double, upper: Double), _ cell: InnermostInterval) -> Bool {
        guard cell.upper <= end.upper else { return false }
        return end.lower < cell.lower
          || end.lower == cell.lower && (end.lower == end.upper) == cell.isPoint
      }
      var gradient = [Double](repeating: 0, count: estimate.masses.count)
      for end in ends {
        let cells = estimate.intervals.indices.filter { holds(end, estimate.intervals[$0]) }
        let probability = cells.reduce(0) { $0 + estimate.masses[$1] }
        for cell in cells { gradient[cell] += 1 / probability }
      }
      let n = Double(ends.count)
      for (mass, slope) in zip(estimate.masses, gradient) {
        #expect(
          slope <= n * (1 + 1e-9) && (mass == 0 || slope >= n * (1 - 1e-9)),
          "\(name) \(mass) \(slope)")
      }
      #expect(abs(estimate.masses.reduce(0, +) - 1) < 1e-14)
    }
  }

  @Test("Order, repetition and times through a monotone map change nothing")
  func invariance() throws {
    for (name, ends) in sets {
      let estimate = try TurnbullEstimate(ends)
      let order = ends.indices.sorted { ($0 * 7919) % 1009 < ($1 * 7919) % 1009 }
      #expect(try TurnbullEstimate(order.map { ends[$0] }) == estimate)
      let mapped = try TurnbullEstimate(
        ends.map { ($0.lower * $0.lower / 8, $0.upper * $0.upper / 8) })
      #expect(
        mapped.masses == estimate.masses
          && mapped.intervals.map(\.upper) == estimate.intervals.map { $0.upper * $0.upper / 8 })
      let thrice = try TurnbullEstimate(ends + ends + ends)
      for (mass, expected) in zip(thrice.masses, estimate.masses) {
        #expect(abs(mass - expected) < 1e-9, "\(name)")
      }
    }
    // An observation without information may come or go.
    let log = try #require(sets["log"])
    let more = try TurnbullEstimate(log + [(0, .infinity)])
    for (mass, expected) in zip(more.masses, try TurnbullEstimate(log).masses) {
      #expect(abs(mass - expected) < 1e-9)
    }
  }

  @Test("Bounds inside innermost intervals, values outside; quantiles are intervals")
  func lookups() throws {
    let estimate = try TurnbullEstimate([(0, 100), (100, 200), (100, 200), (200, .infinity)])
    #expect(estimate.masses == [0.25, 0.5, 0.25])
    #expect(
      estimate.survival(at: -1)?.value == 1 && estimate.survival(at: 0)?.value == 1
        && estimate.survival(at: .nan) == nil)
    #expect(
      estimate.survival(at: 50) == SurvivalBounds(lower: 0.75, upper: 1)
        && estimate.survival(at: 50)?.value == nil)
    #expect(estimate.survival(at: 100)?.value == 0.75 && estimate.survival(at: 200)?.value == 0.25)
    #expect(
      estimate.survival(at: 1e9) == SurvivalBounds(lower: 0, upper: 0.25)
        && estimate.survival(at: .infinity)?.value == 0)
    #expect(
      try estimate.quantile(0.5) == QuantileInterval(probability: 0.5, lower: 100, upper: 200))
    #expect(
      try estimate.quantile(0.25) == QuantileInterval(probability: 0.25, lower: 0, upper: 100))
    #expect(try estimate.quantile(1) == QuantileInterval(probability: 1, lower: 200, upper: nil))
    for probability in [0, 1.1, .nan] {
      #expect(throws: SurvivalError.self) { try estimate.quantile(probability) }
    }
    #expect(
      estimate.rows.map(\.survivalBefore) == [1, 0.75, 0.25]
        && estimate.rows.map(\.survivalAfter) == [0.75, 0.25, 0])
  }

  @Test("Ends at one value: a point and a closed end come before an open one")
  func ends() throws {
    // The point 5 is in (3, 5], not in (5, 8].
    let estimate = try TurnbullEstimate([(5, 5), (3, 5), (5, 8)])
    #expect(
      estimate.intervals.map(\.lower) == [5, 5] && estimate.intervals.map(\.upper) == [5, 8])
    #expect(agree(estimate.masses[0], 2.0 / 3, 1e-12) && estimate.survival(at: 4.999)?.value == 1)
    // Right-censored at 5 is after an event at 5.
    #expect(try TurnbullEstimate([(5, 5), (5, .infinity)]).masses == [0.5, 0.5])
    // Intervals that touch hold nothing in common.
    #expect(try TurnbullEstimate([(1, 2), (2, 3)]).intervals.count == 2)
    // (0, r] does not hold time 0.
    #expect(try TurnbullEstimate([(0, 0), (0, 3)]).intervals.map(\.upper) == [0, 3])
  }

  @Test("Edge cases: one row, all censored on one side, nothing known")
  func edges() throws {
    let right = try TurnbullEstimate([(1, .infinity), (4, .infinity), (2, .infinity)])
    #expect(
      right.survival(at: 4)?.value == 1
        && right.survival(at: 5) == SurvivalBounds(lower: 0, upper: 1) && right.hasConverged)
    let left = try TurnbullEstimate([(0, 1), (0, 4), (0, 2)])
    #expect(
      left.survival(at: 1)?.value == 0
        && left.survival(at: 0.5) == SurvivalBounds(lower: 0, upper: 1))
    let nothing = try TurnbullEstimate([(0, .infinity)])
    #expect(
      nothing.masses == [1] && nothing.survival(at: 0)?.value == 1
        && nothing.survival(at: 9)?.value == nil)
    #expect(try nothing.quantile(0.5) == QuantileInterval(probability: 0.5, lower: 0, upper: nil))
    #expect(try TurnbullEstimate([(3, 3)]).survival(at: 3)?.value == 0)
    let tiny = Double.leastNonzeroMagnitude
    // Counts that differ by seven orders, and times at both ends of what a number can be.
    let extreme = try TurnbullEstimate(
      Array(repeating: (0, tiny), count: 1_000_000) + [
        (0, 1e308), (tiny, 1e308), (1, .infinity), (1e308, .infinity),
      ])
    #expect(
      extreme.hasConverged && abs(extreme.masses.reduce(0, +) - 1) < 1e-14
        && extreme.masses.allSatisfy { $0 >= 0 })
    let late = try IntervalCensoredSample(lower: [2], upper: [3], entries: [1])
    #expect(throws: SurvivalError.truncated("Turnbull's estimate")) { try TurnbullEstimate(late) }
  }

  @Test(
    "Many observations: a grid at once, and distinct intervals to the same certainty",
    arguments: [1000, 30_000])
  func large(count: Int) throws {
    let draws = try Bootstrap(replicates: 1, seed: 3).run(analysis: 0) { draws in
      (0..<count).map { _ in
        (start: draws.uniform() * 3, width: draws.uniform(), kind: draws.index(below: 4))
      }
    }[0]
    let estimate = try TurnbullEstimate(
      draws.map { draw in
        switch draw.kind {
        case 0: (draw.start, draw.start)
        case 1: (draw.start, .infinity)
        default: (draw.start, draw.start + draw.width * (draw.kind == 2 ? 0.05 : 1))
        }
      })
    #expect(estimate.hasConverged && estimate.rounds < 40 && estimate.gap <= 1e-9 * Double(count))
    let grid = try TurnbullEstimate(
      draws.map { (($0.start * 10).rounded(.down), ($0.start * 10).rounded(.down) + 1) })
    #expect(grid.sample.rows.count == 30 && grid.rounds <= 2 && grid.hasConverged)
  }

  @Test("A control that must fail: ends taken for closed on both sides give another curve")
  func wrong() throws {
    // (600, 700] as [600, 700]: innermost intervals become points where intervals touch.
    let log = try #require(sets["log"])
    let closed = try TurnbullEstimate(log.map { (($0.lower - 1).magnitude, $0.upper) })
    let estimate = try TurnbullEstimate(log)
    #expect(
      abs(
        try #require(closed.survival(at: 700)?.upper)
          - (try #require(estimate.survival(at: 700)?.upper))) > 1e-4)
  }
}
