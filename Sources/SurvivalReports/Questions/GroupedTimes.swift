import DataFiles
import Survival

/// Observed times as the analyses of groups need them: a sample for each group, and the groups
/// within their strata.
struct GroupedTimes {
  /// The groups' names; one name, "all", where there is one group.
  let names: [String]
  /// Each group's observations, strata together.
  let samples: [RightCensoredSample]
  /// Each group's Kaplan-Meier estimate.
  let curves: [KaplanMeierEstimate]
  /// The groups within strata.
  let stratified: GroupedSample
  /// The group that others are compared with.
  let reference: Int
  /// The horizon of restricted means.
  let horizon: Double

  /// Whether events are of any of several causes.
  let isAnyCause: Bool

  /// The groups other than the reference.
  var others: [Int] { names.indices.filter { $0 != reference } }

  init(_ data: SurvivalData, _ questions: SurvivalQuestions) throws {
    if let horizon = questions.horizon, !(horizon > 0 && horizon.isFinite) {
      throw SurvivalError.horizon(horizon)
    }
    try questions.checkTimes()
    names = data.groupNames
    let groups = data.groups?.codes ?? [Int](repeating: 0, count: data.count)
    let whole = try RightCensoredSample.grouped(
      times: data.times, observed: data.observed, entries: data.entries, groups: groups,
      count: names.count)
    var samples: [RightCensoredSample] = []
    for (name, sample) in zip(names, whole) {
      guard let sample else { continue }
      do {
        samples.append(try questions.landmark.map { try sample.landmark(at: $0) } ?? sample)
      } catch let error as SurvivalError {
        throw QuestionError(
          names.count == 1 ? error.description : "group '\(DelimitedText.shown(name))': \(error)")
      }
    }
    self.samples = samples
    curves = samples.map { KaplanMeierEstimate($0) }
    stratified = try Self.stratified(data, groups, names, samples, questions.landmark)
    reference = try Self.reference(questions.reference, names)
    isAnyCause = data.causes != nil
    horizon = questions.horizon ?? Self.commonHorizon(curves)
  }

  private static func reference(_ name: String?, _ names: [String]) throws -> Int {
    guard let name else { return 0 }
    guard let place = names.firstIndex(of: name) else {
      let known = names.map { "'\(DelimitedText.shown($0))'" }.joined(separator: ", ")
      throw QuestionError(
        "there is no group '\(DelimitedText.shown(name))' to compare with; the groups are \(known)")
    }
    return place
  }

  private static func stratified(
    _ data: SurvivalData, _ groups: [Int], _ names: [String], _ samples: [RightCensoredSample],
    _ landmark: Double?
  ) throws -> GroupedSample {
    guard let strata = data.strata else { return try GroupedSample(samples, names: names) }
    let sample = try GroupedSample(
      times: data.times, observed: data.observed, entries: data.entries, groups: groups,
      strata: strata.codes, names: names)
    guard let landmark else { return sample }
    // A cell that is over by the landmark has nobody left.
    return try GroupedSample(
      strata: sample.strata.map { row in row.map { try? $0?.landmark(at: landmark) } }, names: names
    )
  }

  /// The last time up to which every curve is known: the shortest of those that do not come down to
  /// 0, else the longest.
  private static func commonHorizon(_ curves: [KaplanMeierEstimate]) -> Double {
    let open = curves.filter { ($0.survival.last ?? 1) > 0 }.map(\.sample.lastTime)
    return open.min() ?? curves.map(\.sample.lastTime).max() ?? 0
  }
}

/// Why a question cannot be answered with these data.
public struct QuestionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// One sentence for a person.
  public let description: String

  init(_ description: String) { self.description = description }
}
