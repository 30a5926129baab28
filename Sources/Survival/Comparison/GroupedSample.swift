/// Right-censored samples of several groups, perhaps within strata: what the log-rank family and
/// Cox's model compare.
///
/// Groups are compared within strata only: the risk set of an event is that of its stratum. A group
/// may lack observations in some strata or in all.
public struct GroupedSample: Equatable, Sendable {
  /// The groups' names, for tables; groups are numbered from 0 in this order.
  public let names: [String]
  /// The samples, `strata[stratum][group]`; nil where a group has no observation in a stratum.
  public let strata: [[RightCensoredSample?]]

  /// The number of groups, at least 1.
  public var groupCount: Int { names.count }
  /// The number of observations.
  public var count: Int { samples.reduce(0) { $0 + $1.count } }
  /// The number of events.
  public var eventCount: Int { samples.reduce(0) { $0 + $1.eventCount } }
  /// All samples, stratum by stratum, groups ascending in each.
  var samples: some Sequence<RightCensoredSample> { strata.lazy.joined().compactMap { $0 } }

  /// The most groups accepted: tests take time proportional to the square of this number at each
  /// distinct time.
  public static let mostGroups = 256
  /// The most pairs of a group and a stratum accepted.
  public static let mostCells = 4_000_000

  /// Samples of groups without strata, one for each group.
  ///
  /// - Throws: as for `init(strata:names:)`.
  public init(_ samples: [RightCensoredSample], names: [String]? = nil) throws(SurvivalError) {
    try self.init(strata: [samples], names: names)
  }

  /// Samples of groups within strata: `strata[stratum][group]`, nil where there is no observation.
  /// Without names, groups are called "1", "2" and so on.
  ///
  /// - Throws: `SurvivalError.groupCount` unless there are 1 to `mostGroups` groups,
  ///   `.unequalStratum` when a stratum has not one element for each group, `.cells` when there are
  ///   too many strata, and `.emptySample` when there is no observation at all.
  public init(strata: [[RightCensoredSample?]], names: [String]? = nil) throws(SurvivalError) {
    let groups = names?.count ?? strata.first?.count ?? 0
    try Self.check(groups: groups, strata: strata.count)
    for (row, stratum) in strata.enumerated() where stratum.count != groups {
      throw .unequalStratum(row, samples: stratum.count, groups: groups)
    }
    guard strata.contains(where: { $0.contains { $0 != nil } }) else { throw .emptySample }
    self.strata = strata
    self.names = names ?? (1...groups).map(String.init)
  }

  /// The same strata with some of the groups, in the order given; nil when these have no
  /// observation.
  ///
  /// - Precondition: each of `groups` is one of the sample's.
  func restricted(to groups: [Int]) -> GroupedSample? {
    try? GroupedSample(
      strata: strata.map { row in groups.map { row[$0] } }, names: groups.map { names[$0] })
  }

  static func check(groups: Int, strata: Int) throws(SurvivalError) {
    guard (1...mostGroups).contains(groups) else { throw .groupCount(groups) }
    guard strata <= mostCells / groups else { throw .cells(groups: groups, strata: strata) }
  }
}
