import Foundation
import Testing

@testable import AbsorbingSets

/// The theorems' constants against an independent evaluation with 60 digits: Fixtures/bounds.py.
@Suite struct TheoremFixtureTests {
  /// A row of the fixture: numbers by their columns, nil where it says NA.
  struct Row {
    let cells: [String: Double?]

    func number(_ column: String) throws -> Double {
      let cell = try #require(cells[column], "no column \(column)")
      return try #require(cell, "\(column) is NA")
    }
    func count(_ column: String) throws -> Int { try #require(Int(exactly: try number(column))) }
    func setting() throws -> TheoremSetting {
      try TheoremSetting(
        depth: try count("depth"), size: try count("size"), inputs: try count("inputs"),
        outputs: try count("outputs"),
        ridge: LogNumber(try number("ridge")), dataBound: LogNumber(try number("data")))
    }
  }

  private static func rows() throws -> [Row] {
    let url = try #require(
      Bundle.module.url(forResource: "bounds", withExtension: "csv", subdirectory: "Fixtures"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",")
    }
    let header = try #require(lines.first).map(String.init)
    return try lines.dropFirst().map { line in
      try #require(line.count == header.count)
      let values = line.map { Double($0) }
      try #require(zip(line, values).allSatisfy { $0 == "NA" || $1 != nil })
      return Row(cells: Dictionary(uniqueKeysWithValues: zip(header, values)))
    }
  }

  /// 1e-12 in log10, relative where the logarithm itself is large.
  private func agrees(_ found: LogNumber?, _ row: Row, _ column: String) throws {
    let expected = try row.number(column)
    let found = try #require(found).log10
    #expect(
      abs(found - expected) <= 1e-12 * max(1, abs(expected)), "\(column): \(found), not \(expected)"
    )
  }

  @Test func closedSets() throws {
    let rows = try Self.rows()
    #expect(rows.count == 20)
    for row in rows {
      let setting = try row.setting()
      let closed = ClosedSet(
        setting, rank: try row.count("rank"), epsilon2: try row.number("epsilon2"))
      try agrees(closed.bound, row, "closed_bound")
      try agrees(closed.alpha, row, "closed_alpha")
      try agrees(closed.epsilon1, row, "closed_epsilon1")
      for (limit, column) in zip(closed.limits, ["norm", "balance", "rank_step", "small_rank"]) {
        try agrees(limit.value, row, column)
      }
      try agrees(
        setting.largestNormStep(bound: closed.bound, reading: .printed), row, "norm_printed")
      for (reading, column) in [(TheoremReading.proven, "excess"), (.printed, "excess_printed")] {
        let excess = setting.productExcess(
          alpha: closed.alpha, epsilon1: closed.epsilon1, bound: closed.bound, reading: reading)
        try agrees(excess, row, column)
      }
      let product = setting.largestProductEpsilon1(
        alpha: closed.alpha, epsilon2: closed.epsilon2, bound: closed.bound)
      try agrees(product, row, "product_epsilon1")
    }
  }

  @Test(arguments: TheoremReading.allCases)
  func reachedSets(reading: TheoremReading) throws {
    for row in try Self.rows() {
      let setting = try row.setting()
      let reached = ReachedSet(
        setting, rank: try row.count("rank"), epsilon2: try row.number("epsilon2"),
        start: LogNumber(try row.number("start")),
        reading: reading)
      try agrees(reached.closed.bound, row, "reached_bound")
      try agrees(reached.closed.alpha, row, "reached_alpha")
      let limit = setting.largestReachedEpsilon1(
        rank: reached.closed.rank, alpha: reached.closed.alpha, epsilon2: reached.closed.epsilon2)
      try agrees(limit, row, "reached_limit")
      try agrees(reached.limits[0].value, row, "shrinking_\(reading)")
      try agrees(reached.limits[1].value, row, "balancing_\(reading)")
      try agrees(reached.balancingTime, row, "balancing_time_\(reading)")
      try agrees(reached.fallingTime, row, "falling_time_\(reading)")
      try agrees(reached.probability.decades, row, "decades_\(reading)")
      let counted = SmallProbability(
        share: try row.count("share"), of: try row.count("total"), steps: reached.fallingTime)
      if row.cells["counted_\(reading)"] == .some(nil) {
        #expect(counted.decades == .zero)
      } else {
        try agrees(counted.decades, row, "counted_\(reading)")
      }
    }
  }
}
