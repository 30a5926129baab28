import AbsorbingSets
import DeepLinear

/// What has been found at the points of one kind in one phase of the schedule.
public struct AuditGroup: Equatable, Sendable {
  /// How the points came to be.
  public let kind: PointKind
  /// eta at the points' steps.
  public let learningRate: Double
  /// lambda at the points' steps.
  public let ridge: Double
  /// How many points were searched.
  public private(set) var points = 0
  /// How many of them an exit exists from.
  public private(set) var exits = 0
  /// The chains that the points are from: points of one chain are not independent.
  public private(set) var members: Set<UInt32> = []
  /// How many chains the points are from.
  public var chains: Int { members.count }
  /// How many chains have a point that an exit exists from.
  public private(set) var chainsWithExit = 0
  /// At how many points the shortest exit breaks each condition.
  public private(set) var broken: [SetCondition: Int] = [:]
  /// An exit by a shortest word of all, the first of them in the order of chains and points.
  public private(set) var shortest: AuditExit?

  init(kind: PointKind, phase: Schedule.Phase) {
    (self.kind, learningRate, ridge) = (kind, phase.learningRate, phase.ridge)
  }

  /// Whether a phase and a kind are this group's.
  func holds(_ kind: PointKind, _ phase: Schedule.Phase) -> Bool {
    (kind, phase.learningRate, phase.ridge) == (self.kind, learningRate, ridge)
  }

  /// Adds a point of the only chain in the group.
  mutating func add(_ exit: AuditExit?, of chain: UInt32) {
    points += 1
    members.insert(chain)
    guard let exit else { return }
    (exits, chainsWithExit) = (exits + 1, 1)
    for condition in exit.reading.broken { broken[condition, default: 0] += 1 }
    keep(exit)
  }

  /// Adds the points of a later chain.
  mutating func merge(_ other: AuditGroup) {
    points += other.points
    exits += other.exits
    members.formUnion(other.members)
    chainsWithExit += other.chainsWithExit
    broken.merge(other.broken, uniquingKeysWith: +)
    if let exit = other.shortest { keep(exit) }
  }

  private mutating func keep(_ exit: AuditExit) {
    if let shortest, shortest.successor.word.count <= exit.successor.word.count { return }
    shortest = exit
  }
}

extension Sequence where Element == AuditGroup {
  /// How many points were searched.
  public var points: Int { reduce(0) { $0 + $1.points } }
  /// How many of them an exit exists from.
  public var exits: Int { reduce(0) { $0 + $1.exits } }
  /// How many chains the points are from, each counted once: a chain has points in several groups.
  public var chains: Int { reduce(into: Set<UInt32>()) { $0.formUnion($1.members) }.count }
}
