import AbsorbingSets
import Chains
import DeepLinear
import Ladder
import RandomStreams
import Threads

/// Tests absorption for the chains of one arm of SGD: looks for exits from B_r at points that they
/// visit in it, and at its edge.
///
/// "B_r is absorbing" says that every successor of every point inside is inside. SGD has N
/// successors, so at any one point that can be decided; the audit decides it, for words of up to k
/// entries, at many. What it does not find at n points is no proof: the share of such points is
/// then below the upper limit of the exact interval for 0 of n.
///
/// Making an audit costs the chains' steps at full width, once; each set then costs their steps to
/// the entry, and the searches.
public struct Audit: Sendable {
  /// What the chains do.
  public let law: ChainLaw
  /// How much is looked at.
  public let plan: AuditPlan
  /// The chains that can be held at a small width.
  let states: [ChainState]
  private let stream: RandomStream

  /// How many chains are held: the others diverged, or their initial weights did not decay, before
  /// they could be compressed.
  public var held: Int { states.count }

  /// An audit of the chains 0 ..< `plan.chains` of an arm.
  ///
  /// - Parameter arm: The address of its random numbers.
  /// - Precondition: the law's rung is `sgd`.
  public init(law: ChainLaw, stream: RandomStream, plan: AuditPlan) {
    precondition(law.rung == .sgd, "SGD alone has N successors")
    (self.law, self.stream, self.plan) = (law, stream, plan)
    states = HeldChains.states(
      law: law, stream: stream, chains: plan.chains, horizon: plan.horizon, threads: plan.threads
    ).compactMap { $0 }
  }

  /// Looks for exits from `set` at points of some kinds.
  ///
  /// - Parameter untilExit: Whether to stop after the first block of 8 chains with an exit, which
  ///   decides whether there is one.
  public func result(
    _ set: AbsorbingSet, kinds: [PointKind] = PointKind.allCases, untilExit: Bool = false
  ) -> AuditResult {
    let visits = VisitedPoints(law: law, set: set, stream: stream, plan: plan).visits(from: states)
    let search = ExitSearch(law: law, set: set, depth: plan.depth)
    let push = EdgePush(set: set, stream: stream)
    var groups: [AuditGroup] = []
    var first = 0
    while first < visits.count {
      let block = Array(visits[first..<min(first + (untilExit ? 8 : visits.count), visits.count)])
      let found = ParallelMap.run(block.count, threads: plan.threads) { chain in
        self.groups(block[chain].points, set, kinds, search, push)
      }
      for part in found { Self.merge(part, into: &groups) }
      first += block.count
      if untilExit, groups.contains(where: { $0.exits > 0 }) { break }
    }
    return AuditResult(
      set: set, entered: visits.count { $0.isEntered },
      outside: visits.reduce(0) { $0 + $1.outside },
      diverged: visits.reduce(0) { $0 + $1.diverged },
      chains: visits.prefix(first).count { !$0.points.isEmpty },
      groups: ordered(groups))
  }

  /// The findings at the points of one chain.
  private func groups(
    _ visited: [AuditPoint], _ set: AbsorbingSet, _ kinds: [PointKind], _ search: ExitSearch,
    _ push: EdgePush
  ) -> [AuditGroup] {
    var groups: [AuditGroup] = []
    for origin in visited {
      let phase = law.schedule.phase(at: origin.step).phase
      for kind in kinds {
        guard let point = push.point(kind, from: origin) else { continue }
        let exit = search.shortestExit(from: point.network, at: point.step).map {
          AuditExit(point: point, successor: $0, reading: SetReading($0.network, in: set))
        }
        let index = groups.firstIndex { $0.holds(kind, phase) } ?? groups.endIndex
        if index == groups.endIndex { groups.append(AuditGroup(kind: kind, phase: phase)) }
        groups[index].add(exit, of: origin.chain)
      }
    }
    return groups
  }

  private static func merge(_ part: [AuditGroup], into groups: inout [AuditGroup]) {
    for group in part {
      if let index = groups.firstIndex(where: {
        ($0.kind, $0.learningRate, $0.ridge) == (group.kind, group.learningRate, group.ridge)
      }) {
        groups[index].merge(group)
      } else {
        groups.append(group)
      }
    }
  }

  /// By kind, then by the first phase of the schedule that has the group's eta and lambda.
  private func ordered(_ groups: [AuditGroup]) -> [AuditGroup] {
    func place(_ group: AuditGroup) -> Int {
      law.schedule.phases.firstIndex {
        ($0.learningRate, $0.ridge) == (group.learningRate, group.ridge)
      } ?? 0
    }
    return groups.sorted { ($0.kind.order, place($0)) < ($1.kind.order, place($1)) }
  }
}
