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
        let counts = [
          try expected.count("at_risk"), try expected.count("events"),
          try expected.count("censored"),
        ]
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
        [-1, 0, 1e9] + sample.times.prefix(40) + sample.times.prefix(40).map(\.nextUp)
        + sample.entryTimes.prefix(40)
        + sample.entryTimes.prefix(9).map(\.nextUp)
      for row in sample.atRiskTable(at: times) {
        let ended = set.times.indices.filter { set.times[$0] <= row.time }
        let atRisk = set.times.indices.count {
          (set.entries[$0] < row.time || set.entries[$0] == 0) && row.time <= set.times[$0]
        }
        #expect(row.atRisk == atRisk, "\(name) at \(row.time)")
        #expect(
          row.events == ended.count { set.observed[$0] }
            && row.censored == ended.count { !set.observed[$0] },
          "\(name) at \(row.time)")
      }
      #expect(sample.atRiskTable(at: sample.times).map(\.atRisk) == sample.atRisk)
      #expect(sample.atRiskTable(at: []).isEmpty)
    }
  }
}
