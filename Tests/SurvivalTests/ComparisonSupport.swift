import Testing

@testable import Survival

extension Dataset {
  /// All data sets that comparisons are tested on.
  static func compared() throws -> [String: Dataset] {
    try all().merging(read("comparison-sets")) { first, _ in first }
  }

  /// The observations by group, within strata or not; the data sets number their groups from 1.
  func grouped(stratified: Bool = false) throws -> GroupedSample {
    try GroupedSample(
      times: times, observed: observed, entries: isTruncated ? entries : nil,
      groups: groups.map { $0 - 1 },
      strata: stratified ? strata : nil)
  }

  /// The observations in another order, times changed, or groups renumbered.
  func mapped(order: [Int]? = nil, time: (Double) -> Double = { $0 }, group: (Int) -> Int = { $0 })
    -> Dataset
  {
    let rows = order ?? Array(times.indices)
    return Dataset(
      entries: rows.map { entries[$0] > 0 ? time(entries[$0]) : 0 },
      times: rows.map { time(times[$0]) },
      observed: rows.map { observed[$0] },
      groups: rows.map { group(groups[$0]) }, strata: rows.map { strata[$0] },
      causes: rows.map { causes[$0] })
  }
}

extension [String: Dataset] {
  func grouped(_ name: String, stratified: Bool = false) throws -> GroupedSample {
    try #require(self[name]).grouped(stratified: stratified)
  }
}

extension Fixture.Row {
  func weights() throws -> LogRankWeights {
    let words = try text("weights").split(separator: " ")
    switch words[0] {
    case "logRank": return .logRank
    case "gehan": return .gehan
    case "taroneWare": return .taroneWare
    case "petoPeto": return .petoPeto
    case "modifiedPetoPeto": return .modifiedPetoPeto
    default:
      return .flemingHarrington(
        rho: try #require(Double(words[1])), gamma: try #require(Double(words[2])))
    }
  }
  func isStratified() throws -> Bool { try count("stratified") == 1 }
  func ties() throws -> TieMethod { try #require(TieMethod(rawValue: try text("ties"))) }
  func transform() throws -> TimeTransform {
    let name = try text("transform")
    return try #require(name == "km" ? .kaplanMeier : TimeTransform(rawValue: name))
  }
}

/// Answers made once for each key of a fixture.
struct Memo<Key: Hashable, Answer> {
  private var answers: [Key: Answer] = [:]

  mutating func answer(_ key: Key, _ make: () throws -> Answer) rethrows -> Answer {
    if let known = answers[key] { return known }
    let answer = try make()
    answers[key] = answer
    return answer
  }
}

/// The largest difference between two lists, relative to the largest number of the second.
func largestDifference(_ found: [Double], _ expected: [Double]) -> Double {
  let scale = expected.reduce(1e-300) { max($0, abs($1)) }
  return zip(found, expected).reduce(0) { max($0, abs($1.0 - $1.1)) } / scale
}
