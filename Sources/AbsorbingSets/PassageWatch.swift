/// Follows one chain down the ladder: the first passage into each B_s, s <= r, then the exits from
/// B_r, the re-entries, and how long the chain was inside.
///
/// Tell it where the chain stands at every step, or at every step where that has changed; it keeps
/// no weights.
public struct PassageWatch: Equatable, Sendable, Codable {
  /// The step at which a chain that has not entered is censored.
  public let horizon: Int
  /// How many steps a chain is watched after its entry.
  public let follow: Int
  /// The first step in B_s, s = 0...r: a ladder T_r <= ... <= T_0.
  public private(set) var passages: [Int?]
  /// Exits from B_r so far, by what they broke.
  public private(set) var exits = ExitCounts()
  /// The smallest s <= r with the chain in B_s at the last step told, or `nil` when it was outside
  /// B_r.
  public private(set) var level: Int?
  /// The steps inside B_r of the visits that are over.
  private var stepsOfVisits = 0
  /// The step at which the visit that is not over began.
  private var visitStart = 0
  /// The gravest condition that the chain has broken since it left; nil inside, and before the
  /// entry.
  private var broken: SetCondition?
  /// How many looks in a row have seen the chain inside that was not taken to be there.
  private var sightings = 0
  /// The first of the looks in a row that have seen the chain on the other side of the set's border
  /// from where it is taken to be.
  private var contrarySince: Int?

  /// A watch for events of rank `rank`.
  public init(rank: Int, horizon: Int, follow: Int) {
    self.horizon = horizon
    self.follow = follow
    passages = [Int?](repeating: nil, count: rank + 1)
  }

  /// Where the chain stood at the last step told. Before the entry it is not told why a chain is
  /// outside.
  public var standing: Standing { level.map { .inside(level: $0) } ?? .outside(broken ?? .rank) }
  /// T_r, the step of the entry.
  public var entry: Int? { passages[passages.count - 1] }
  /// T_0, the first step in B_0.
  public var collapse: Int? { passages[0] }
  /// Entries into B_r after an exit, so far.
  public var reentries: Int { entry == nil ? 0 : exits.total - (level == nil ? 1 : 0) }
  /// Those after exits by rank.
  public var rankReentries: Int { exits.rank - (level == nil && broken == .rank ? 1 : 0) }
  /// The last step that counts: the horizon, or `follow` steps after the entry.
  public var end: Int { entry.map { $0 + follow } ?? horizon }

  /// Notes where the chain stands at `step`. Steps after the end are ignored.
  public mutating func observe(_ standing: Standing, step: Int) {
    guard step <= end else { return }
    switch standing {
    case .inside(let level): enter(level, step: step)
    case .outside(let condition): leave(by: condition, step: step)
    }
  }

  private mutating func leave(by condition: SetCondition, step: Int) {
    if level != nil {
      stepsOfVisits += step - visitStart
      level = nil
    } else if let earlier = broken, condition < earlier {
      exits.add(-1, by: earlier)
    } else {
      return
    }
    exits.add(1, by: condition)
    broken = condition
  }

  private mutating func enter(_ level: Int, step: Int) {
    if self.level == nil { visitStart = step }
    (self.level, broken) = (level, nil)
    for rank in level..<passages.count where passages[rank] == nil { passages[rank] = step }
  }

  /// Notes a look that may mislead: that the chain is inside is believed when `looks` looks in a
  /// row have said so, and is dated to the last of them. One look that sees it outside is enough to
  /// end a visit: from well inside, that far is a move.
  public mutating func look(_ standing: Standing, step: Int, looks: Int) {
    if standing.level != nil, level == nil {
      sightings += 1
      guard sightings >= looks else { return }
    }
    sightings = 0
    observe(standing, step: step)
  }

  /// Notes a look of which only lasting changes count, either way: that the chain has come in or
  /// gone out is believed when every look of `commitment` steps has said so, and is dated to the
  /// last of them.
  public mutating func look(_ standing: Standing, step: Int, commitment: Int) {
    guard (standing.level != nil) != (level != nil) else {
      contrarySince = nil
      return observe(standing, step: step)
    }
    let first = contrarySince ?? step
    contrarySince = first
    guard step - first >= commitment else { return }
    contrarySince = nil
    observe(standing, step: step)
  }

  /// How many of the steps before `stop` found the chain inside B_r, for a `stop` not before the
  /// last step told: a visit from step a to an exit at step b counts b - a.
  public func stepsInside(before stop: Int) -> Int {
    level == nil ? stepsOfVisits : stepsOfVisits + max(stop - visitStart, 0)
  }
}

extension PassageWatch {
  /// Whether a chain that stands at `step` can have been seen so: what a watch that was read from a
  /// file is to be asked first.
  ///
  /// The passages lie in 0 ... step and go down the ladder, and the chain is in no set that it has
  /// not entered. From an entry at step e on, every visit that is over has lasted a step or more,
  /// and so has every stay outside that is over:
  ///
  ///     e + exits + (steps of visits) <= (start of the visit)     inside, after an exit
  ///     e + exits - 1 + (steps of visits) <= step                 outside
  ///
  /// Without an entry there is nothing else. Steps beyond 2^60 are not possible.
  public func isPossible(at step: Int) -> Bool {
    guard (0...(1 << 60)).contains(step), (0...(step + 1)).contains(sightings),
      contrarySince.map({ (0...step).contains($0) }) ?? true, !passages.isEmpty,
      passages.allSatisfy({ $0.map { (0...step).contains($0) } ?? true })
    else { return false }
    for case (let lower?, let higher) in zip(passages, passages.dropFirst()) {
      guard let higher, higher <= lower else { return false }
    }
    let counts = SetCondition.allCases.map { self.exits[$0] }
    guard counts.allSatisfy({ (0...step).contains($0) }) else { return false }
    let exits = counts.reduce(0, +)
    guard let entry else {
      return level == nil && exits == 0 && broken == nil && stepsOfVisits == 0 && visitStart == 0
    }
    guard broken.map({ level == nil && self.exits[$0] > 0 }) ?? (level != nil) else { return false }
    if let level {
      guard passages.indices.contains(level), passages[level] != nil else { return false }
    }
    guard entry <= horizon, (entry...step).contains(visitStart) else { return false }
    guard (0...step).contains(exits), (exits...max(exits, step)).contains(stepsOfVisits) else {
      return false
    }
    if exits == 0 { return level != nil && stepsOfVisits == 0 && visitStart == entry }
    return level != nil
      ? entry + exits + stepsOfVisits <= visitStart : entry + exits - 1 + stepsOfVisits <= step
  }
}
