import Testing

@testable import Survival

/// One of the data sets of datasets.csv: each observation's entry, time, event, group, stratum and
/// cause.
struct Dataset {
  var entries: [Double] = []
  var times: [Double] = []
  var observed: [Bool] = []
  var groups: [Int] = []
  var strata: [Int] = []
  var causes: [Int] = []

  /// All data sets by name.
  static func all() throws -> [String: Dataset] { try read("datasets") }

  /// The data sets of a fixture with the columns of datasets.csv.
  static func read(_ fixture: String) throws -> [String: Dataset] {
    var sets: [String: Dataset] = [:]
    for row in try Fixture(fixture).rows {
      let name = try row.text("set")
      var set = sets.removeValue(forKey: name) ?? Dataset()
      set.entries.append(try row.required("start"))
      set.times.append(try row.required("time"))
      set.observed.append(try row.count("event") == 1)
      set.groups.append(try row.count("group"))
      set.strata.append(try row.count("stratum"))
      set.causes.append(try row.count("cause"))
      sets[name] = set
    }
    return sets
  }

  /// Whether anybody enters late.
  var isTruncated: Bool { entries.contains { $0 > 0 } }

  /// The observations as one sample, or those of one group, of one stratum, or of both; nil when
  /// there are none.
  func sample(group: Int? = nil, stratum: Int? = nil) throws -> RightCensoredSample? {
    let rows = times.indices.filter {
      (group ?? groups[$0]) == groups[$0] && (stratum ?? strata[$0]) == strata[$0]
    }
    guard !rows.isEmpty else { return nil }
    return try RightCensoredSample(
      times: rows.map { times[$0] }, observed: rows.map { observed[$0] },
      entries: isTruncated ? rows.map { entries[$0] } : nil)
  }
}
