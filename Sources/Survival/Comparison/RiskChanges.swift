/// The event times of a grouped sample, as what changes from one to the next: fits walk through it
/// many times.
///
/// Cost: O(groups) for each event time to make it; 16 bytes for each change of a group's number at
/// risk between event times, and for each group that has events at a time: never more than in
/// proportion to the samples' tables.
struct RiskChanges: Equatable, Sendable {
  /// A number for a group.
  struct Count: Equatable, Sendable {
    let group: Int
    let number: Int
  }

  /// An event time; one without events ends a stratum, when everybody leaves.
  struct Instant: Equatable, Sendable {
    let changes: Range<Int>
    let events: Range<Int>
  }

  let groupCount: Int
  /// The event times, ascending within each stratum, stratum by stratum.
  let instants: [Instant]
  /// How numbers at risk change from the event time before. Groups that shrink come before groups
  /// that grow, so that of two groups the one that leaves before the other enters never meets it.
  let changes: [Count]
  /// The events.
  let events: [Count]

  /// The same changes with other numbers for the groups.
  ///
  /// Cost: O(changes + events), where making them anew costs O(groups) for each event time.
  ///
  /// - Precondition: `order` has each group once; group `order[i]` becomes number i.
  func renumbered(_ order: [Int]) -> RiskChanges {
    precondition(order.count == groupCount, "every group has a place")
    var place = order
    for (new, old) in order.enumerated() { place[old] = new }
    return RiskChanges(
      groupCount: groupCount, instants: instants,
      changes: changes.map { Count(group: place[$0.group], number: $0.number) },
      events: events.map { Count(group: place[$0.group], number: $0.number) })
  }

  private init(groupCount: Int, instants: [Instant], changes: [Count], events: [Count]) {
    self.groupCount = groupCount
    (self.instants, self.changes, self.events) = (instants, changes, events)
  }

  init(_ sample: GroupedSample) {
    var (instants, changes, deaths): ([Instant], [Count], [Count]) = ([], [], [])
    var present = Array(repeating: 0, count: sample.groupCount)
    func add(_ atRisk: [Int], _ events: [Int]) {
      let (firstChange, firstEvent) = (changes.count, deaths.count)
      for g in present.indices where atRisk[g] < present[g] {
        changes.append(Count(group: g, number: atRisk[g] - present[g]))
      }
      for g in present.indices where atRisk[g] > present[g] {
        changes.append(Count(group: g, number: atRisk[g] - present[g]))
      }
      for g in present.indices {
        if events[g] > 0 { deaths.append(Count(group: g, number: events[g])) }
        present[g] = atRisk[g]
      }
      instants.append(
        Instant(changes: firstChange..<changes.count, events: firstEvent..<deaths.count))
    }
    let nobody = present
    for stratum in sample.strata.indices {
      sample.forEachEventTime(in: stratum) { _, atRisk, events in add(atRisk, events) }
      add(nobody, nobody)
    }
    (groupCount, self.instants, self.changes, self.events) = (
      sample.groupCount, instants, changes, deaths
    )
  }
}
