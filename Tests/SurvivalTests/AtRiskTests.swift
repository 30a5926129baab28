import Testing

@testable import Survival

@Suite("At-risk tables")
struct AtRiskTests {
  @Test("Numbers at risk, events and censorings up to a time agree with summary(survfit, times)")
  func agreement() throws {
    let sets = try Dataset.all()
    let groups = try Dictionary(grouping: Fixture("curves-at-risk").rows) { try $0.text("set") }
    #expect(groups.count >= 14)
    for (name, rows) in groups {
      let sample = try #require(try sets[name]?.sample())
      let table = sample.atRiskTable(at: try rows.map { try $0.required("time") })
      for (found, expected) in zip(table, rows) {
        let counts = [try expected.count("at_risk"), try expected.count("events"), try expected.count("censored")]
        #expect(found.time == (try expected.required("time")))
        #expect([found.atRisk, found.events, found.censored] == counts, "\(name) \(found)")
      }
    }
  }

  @Test("With late entries, what the definition says at times of every kind")
  func lateEntries() throws {
    for (name, set) in try Dataset.all() where set.isTruncated {
      let sample = try #require(try set.sample())
      let times =
        [-1, 0, 1e9] + sample.times.prefix(40) + sample.times.prefix(40).map(\.nextUp) + sample.entryTimes.prefix(40)
        + sample.entryTimes.prefix(9).map(\.nextUp)
      for row in sample.atRiskTable(at: times) {
        let ended = set.times.indices.filter { set.times[$0] <= row.time }
        let atRisk = set.times.indices.count { (set.entries[$0] < row.time || set.entries[$0] == 0) && row.time <= set.times[$0] }
        #expect(row.atRisk == atRisk, "\(name) at \(row.time)")
        #expect(
          row.events == ended.count { set.observed[$0] } && row.censored == ended.count { !set.observed[$0] },
          "\(name) at \(row.time)")
      }
      #expect(sample.atRiskTable(at: sample.times).map(\.atRisk) == sample.atRisk)
      #expect(sample.atRiskTable(at: []).isEmpty)
    }
  }

  @Test("Ticks are round, few and within the horizon")
  func ticks() {
    #expect(RoundTicks.upTo(1000) == [0, 200, 400, 600, 800, 1000])
    #expect(RoundTicks.upTo(965) == [0, 200, 400, 600, 800])
    #expect(RoundTicks.upTo(0.35) == [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35])
    #expect(RoundTicks.upTo(17) == [0, 5, 10, 15])
    for horizon in [0, -3, .infinity, .nan] { #expect(RoundTicks.upTo(horizon) == [0]) }
    for index in 0..<600 {
      for horizon in [Double(100 + index * 3) * 1e-9, Double(100 + index * 3), Double(100 + index * 3) * 1e12] {
        let ticks = RoundTicks.upTo(horizon)
        let lead = Double(100 + index * 3) / (index < 300 ? 100 : 1000)
        #expect((1.6..<2).contains(lead) ? ticks.count == 4 : (5...8).contains(ticks.count), "\(horizon) \(ticks)")
        #expect(ticks.allSatisfy { $0 <= horizon } && ticks.first == 0 && (ticks.last ?? 0) > horizon * 0.7)
      }
    }
    for horizon in [Double.leastNonzeroMagnitude, 1e-300, 1.7e308] {
      #expect(RoundTicks.upTo(horizon).allSatisfy { $0 <= horizon })
    }
  }
}
