import CGSL
import Testing

@testable import Survival

@Suite("Rates whose events cluster")
struct ClusteredRateTests {
  private func totals(_ clusters: [(events: Int, exposure: Double)]) throws -> ClusterTotals {
    var totals = ClusterTotals()
    for cluster in clusters { try totals.add(events: cluster.events, exposure: cluster.exposure) }
    return totals
  }

  private func sets() throws -> [String: [(events: Int, exposure: Double)]] {
    try Dictionary(grouping: Fixture("clusters-counts").rows) { try $0.text("set") }.mapValues {
      try $0.map { (try $0.count("events"), try $0.required("exposure")) }
    }
  }

  @Test(
    "Rates, clustered errors, dispersions and both intervals agree with Poisson regressions of statsmodels"
  )
  func agreement() throws {
    let sets = try sets()
    var compared = 0
    for expected in try Fixture("clusters-rates").rows {
      let found = try ClusteredRate(
        try totals(try #require(sets[try expected.text("set")])), level: try expected.level())
      #expect(
        try found.clusters == expected.count("clusters")
          && found.poisson.events == expected.count("events"))
      #expect(found.clustersWithEvents == (try expected.count("with_events")))
      for (value, column) in [
        (found.poisson.value, "rate"), (found.poisson.lower, "poisson_lower"),
        (found.poisson.upper, "poisson_upper"),
        (found.robust?.logStandardError, "log_std_error"), (found.robust?.interval.lower, "lower"),
        (found.robust?.interval.upper, "upper"), (found.dispersion, "dispersion"),
      ] {
        #expect(
          agree(value, try expected.required(column), 1e-9),
          "\(expected) \(column): \(String(describing: value))")
      }
      compared += 1
    }
    #expect(compared == 16)
  }

  @Test("By the definition, at numbers that one can follow")
  func definition() throws {
    // R = 6/12; residuals 1 - 2, 5 - 4, 0 - 0.5, 0 - ... add up to 0.
    let found = try ClusteredRate(try totals([(1, 4), (5, 6), (0, 2)]))
    let (residuals, expected) = ([-1.0, 2, -1], [2.0, 3, 1])
    let squares = residuals.reduce(0) { $0 + $1 * $1 }
    #expect(agree(found.robust?.logStandardError, (1.5 * squares).squareRoot() / 6, 1e-15))
    #expect(
      agree(
        found.dispersion, zip(residuals, expected).reduce(0) { $0 + $1.0 * $1.0 / $1.1 } / 2, 1e-14)
    )
    let radius = 4.3026527297494637 * (1.5 * squares).squareRoot() / 6
    #expect(
      agree(found.robust?.interval.upper, 0.5 * exp(radius), 1e-12)
        && agree(found.robust?.interval.lower, 0.5 * exp(-radius), 1e-12))
  }

  @Test("Order, and how clusters were shared out, change no bit where exposures are whole")
  func order() throws {
    let clusters = (0..<997).map { index -> (events: Int, exposure: Double) in
      let few = (index * 7919) % 13
      return (index % 101 == 7 ? 1_000_000 * few : few, Double(20_000 + index * index * 977))
    }
    let found = try totals(clusters)
    let turned = try totals(clusters.reversed())
    #expect(
      turned.residualSquares == found.residualSquares && turned.exposure == found.exposure
        && turned.events == found.events)
    var merged = try totals(Array(clusters[300...]))
    try merged.add(try totals(Array(clusters[..<300])))
    #expect(
      merged.residualSquares == found.residualSquares && merged.clusters == 997
        && merged.clustersWithEvents == found.clustersWithEvents)
    let (one, two) = (try ClusteredRate(found), try ClusteredRate(merged))
    #expect(
      one.robust == two.robust && one.poisson == two.poisson
        && agree(one.dispersion, two.dispersion, 1e-14))
    var whole = ClusterTotals()
    for cluster in clusters {
      try whole.add(events: cluster.events, exposure: Int(cluster.exposure))
    }
    #expect(whole == found)
    // The other unit of time.
    let scaled = try ClusteredRate(try totals(clusters.map { ($0.events, $0.exposure * 0x1p-20) }))
    #expect(
      scaled.robust?.logStandardError == one.robust?.logStandardError
        && agree(scaled.dispersion, one.dispersion, 1e-14))
  }

  @Test("Nearly equal rates keep their digits where plain sums have none")
  func cancellation() throws {
    // A billion events a cluster, one more or one less by turns: residuals of one.
    let clusters = (0..<1000).map { index -> (events: Int, exposure: Double) in
      (index % 2 == 0 ? 1_000_000_001 : 999_999_999, 3e9)
    }
    // The total is within the limit of 10^12 events.
    let found = try ClusteredRate(try totals(clusters))
    #expect(agree(found.robust?.logStandardError, (1000 * 1000.0 / 999).squareRoot() / 1e12, 1e-12))
    #expect(agree(found.dispersion, 1000 / 1e9 / 999, 1e-12))
  }

  @Test(
    "Without events only the upper limit speaks; with one cluster, or clusters all alike, there is no robust interval"
  )
  func edges() throws {
    let none = try ClusteredRate(try totals([(0, 1000), (0, 3000)]))
    #expect(
      none.poisson.value == 0 && none.poisson.lower == 0
        && agree(none.poisson.upper, -log(0.025) / 4000, 1e-12))
    #expect(
      none.robust == nil && none.dispersion == nil && none.clusters == 2
        && none.clustersWithEvents == 0)
    let one = try ClusteredRate(try totals([(12, 1000)]))
    #expect(one.robust == nil && one.dispersion == nil && one.poisson.value == 0.012)
    let alike = try ClusteredRate(try totals([(1, 0.1), (3, 0.3), (7, 0.7)]))
    #expect(alike.robust == nil && alike.dispersion.map { $0 < 1e-13 } == true)
    let nothing = try ClusteredRate(ClusterTotals())
    #expect(
      nothing.poisson.value == nil && nothing.poisson.upper == nil && nothing.robust == nil
        && nothing.clusters == 0)
    // A chain that was never where events are counted says nothing.
    #expect(try totals([(2, 5), (0, 0), (3, 4), (0, 0)]) == totals([(2, 5), (3, 4)]))
  }

  @Test("The least and the largest exposures give numbers")
  func extremes() throws {
    for unit in [1e-100, 1e-3, 1e99] {
      let found = try ClusteredRate(try totals([(3, unit), (5, 2 * unit), (0, unit)]))
      #expect(
        found.robust?.logStandardError.isFinite == true && found.dispersion?.isFinite == true,
        "\(unit)")
    }
    let far = try ClusteredRate(try totals([(3, 1e-100), (5, 1e100)]))
    #expect(far.robust?.logStandardError.isFinite == true && far.dispersion?.isFinite == true)
    let most = try ClusteredRate(try totals([(PoissonRate.largestCount, 1e100), (0, 1e-100)]))
    #expect(most.robust?.logStandardError.isNaN != true && most.dispersion?.isFinite == true)
    // A limit that is no number above 0: two clusters of which one has all the events, at a level
    // near 1.
    let level = try ConfidenceLevel(1 - 1e-12)
    #expect(try ClusteredRate(try totals([(30, 1), (0, 1)]), level: level).robust == nil)
  }

  @Test("Refusals, after which the totals are as before")
  func refusals() throws {
    var found = try totals([(3, 10)])
    let before = found
    #expect(throws: SurvivalError.eventCount(-1)) { try found.add(events: -1, exposure: 5.0) }
    #expect(throws: SurvivalError.eventCount(PoissonRate.largestCount - 2)) {
      try found.add(events: PoissonRate.largestCount - 2, exposure: 5.0)
    }
    #expect(throws: SurvivalError.eventCount(Int.max)) {
      try found.add(events: Int.max, exposure: 5)
    }
    #expect(throws: SurvivalError.eventsWithoutExposure(2)) {
      try found.add(events: 2, exposure: 0.0)
    }
    for exposure in [-1, 1e-101, 1e101, .infinity, .nan, -.infinity] {
      #expect(throws: SurvivalError.self) { try found.add(events: 1, exposure: exposure) }
    }
    #expect(throws: SurvivalError.self) {
      try found.add(events: 1, exposure: 9_007_199_254_740_993)
    }
    let full = try totals([(PoissonRate.largestCount, 1)])
    #expect(throws: SurvivalError.eventCount(PoissonRate.largestCount)) { try found.add(full) }
    #expect(found == before)
    let error = #expect(throws: SurvivalError.self) { try found.add(events: 1, exposure: -2.5) }
    #expect(
      error?.description
        == "exposure -2.5 of a cluster is refused; 0, or a number from 1e-100 to 1e+100, is needed")
  }

  @Test(
    "Sums with twice the digits: whole numbers in any order, products, and what plain sums lose")
  func extendedSum() {
    var sum = ExtendedSum()
    for term in [1e30, 1, -1e30, 0x1p-40, 3] { sum.add(term) }
    #expect(sum.high == 4 + 0x1p-40 && sum.low == 0)
    var product = ExtendedSum()
    product.add(9_007_199_254_740_991, times: 9_007_199_254_740_991)
    product.add(-0x1p53, times: 9_007_199_254_740_990)
    // (2^53 - 1)^2 - 2^53 (2^53 - 2) = 1.
    #expect(product.high == 1 && product.low == 0)
    var (forward, backward) = (ExtendedSum(), ExtendedSum())
    let terms = (0..<2000).map { index -> Double in
      let whole = Double((index * 7919) % 104_729)
      return index % 3 == 0 ? whole * 0x1p60 : whole
    }
    for term in terms { forward.add(term, times: 3) }
    for term in terms.reversed() { backward.add(3, times: term) }
    #expect(forward == backward)
    var double = forward
    double.add(forward)
    var twice = ExtendedSum()
    twice.add(2, times: forward)
    #expect(double == twice)
  }
}
