import AbsorbingSets
import Chains
import DeepLinear
import Ladder
import RandomStreams
import TestKit
import Testing

@testable import Audits

/// Whole audits, with controls that must find exits and controls that must not.
@Suite struct AuditTests {
  private func audit(
    _ law: ChainLaw, chains: Int = 8, points: Int = 8, depth: Int = 4, threads: Int = 1
  ) throws -> Audit {
    let plan = try AuditPlan(
      problem: law.problem, chains: chains, pointsPerChain: points, window: 500, depth: depth,
      horizon: 20_000, threads: threads)
    return Audit(law: law, stream: RandomStream(seed: 2305, index: 0), plan: plan)
  }

  @Test func threadsChangeNothing() throws {
    let law = try Laws.figure1(width: 2, alpha: 0.1, epsilon2: 0.5)
    let results = try [1, 2, 3, 7].map { try audit(law, threads: $0).result(law.event) }
    #expect(results.allSatisfy { $0 == results[0] })
    #expect(
      results[0].groups.contains { $0.exits > 0 }
        && results[0].groups.contains { $0.kind == .visited && $0.points > 8 })
  }

  /// Seeds are fixed: among these chains of width 2, one falls to rank 1 at the small learning
  /// rate, and can leave when it grows.
  @Test func aSetThatIsTooWideIsLeftFromVisitedPoints() throws {
    let law = try Laws.figure1(width: 2, alpha: 0.1, epsilon2: 0.5)
    let result = try audit(law, chains: 16, points: 16).result(law.event, kinds: [.visited])
    #expect(result.groups.reduce(0) { $0 + $1.exits } > 0)
    for exit in result.groups.compactMap(\.shortest) {
      #expect(
        Membership(law.event).level(of: exit.point.network) != nil && exit.reading.level == nil
          && !exit.reading.broken.isEmpty)
      #expect(Membership(law.event).level(of: exit.successor.network) == nil)
    }
  }

  @Test func nothingLeavesASetOfEverythingReachable() throws {
    let law = try Laws.figure1(width: 2)
    let all = try AbsorbingSet(rank: 1, alpha: 1e6, epsilon1: 1e6, epsilon2: 0.5, bound: 1e6)
    let result = try audit(law).result(all, kinds: [.visited])
    #expect(result.entered == 8 && result.outside == 0 && result.chains == 8)
    #expect(
      result.groups.reduce(0) { $0 + $1.points } == 64 && result.groups.allSatisfy { $0.exits == 0 }
    )
  }

  @Test func countsAddUp() throws {
    let law = try Laws.figure1(width: 2, alpha: 0.1, epsilon2: 0.5)
    let whole = try audit(law, chains: 12)
    let result = whole.result(law.event)
    let search = ExitSearch(law: law, set: law.event, depth: 4)
    let visits = VisitedPoints(
      law: law, set: law.event, stream: RandomStream(seed: 2305, index: 0), plan: whole.plan
    ).visits(
      from: whole.states)
    let visited = result.groups.filter { $0.kind == .visited }
    #expect(visited.reduce(0) { $0 + $1.points } == visits.reduce(0) { $0 + $1.points.count })
    let exits = visits.map {
      $0.points.count { search.shortestExit(from: $0.network, at: $0.step) != nil }
    }
    #expect(visited.reduce(0) { $0 + $1.exits } == exits.reduce(0, +))
    #expect(
      result.outside == visits.reduce(0) { $0 + $1.outside }
        && result.chains == visits.count { !$0.points.isEmpty })
    for group in result.groups {
      #expect(
        group.chainsWithExit <= group.chains && group.exits <= group.points
          && group.chains <= group.points)
      #expect(
        group.broken.values.reduce(0, +) >= group.exits
          && (group.exits > 0) == (group.shortest != nil))
    }
  }

  /// A 3 x 4 problem of seven entries under a periodic schedule: points in both phases, sets of
  /// rank 2, layers that are not square.
  @Test func largerProblemsAreAuditedInEveryPhase() throws {
    let law = try Laws.threeByFour(depth: 3, rank: 2)
    let plan = try AuditPlan(
      problem: law.problem, chains: 4, pointsPerChain: 8, window: 200, horizon: 3_000, threads: 2)
    #expect(plan.depth == 3)
    let result = Audit(law: law, stream: RandomStream(seed: 3, index: 0), plan: plan).result(
      law.event)
    let visited = result.groups.filter { $0.kind == .visited }
    #expect(result.entered > 0 && Set(visited.map(\.learningRate)) == [0.05, 0.15])
    #expect(Set(result.groups.map(\.kind)) == Set(PointKind.allCases))
    for exit in result.groups.compactMap(\.shortest) {
      let example = CounterExample(exit, law: law, set: law.event, study: "larger", arm: 0)
      let read = try CounterExample(json: try example.json())
      #expect(read == example && CounterExampleReplay(read).isConfirmed)
    }
  }

  @Test func alphaIsBracketed() throws {
    let law = try Laws.figure1(width: 16)
    let audit = try audit(law, chains: 4, points: 4, depth: 3, threads: 2)
    let known = audit.result(law.event)
    for scope in [AlphaSearch.Scope.visited, .rankEdge] {
      let search = AlphaSearch(audit, known: known, scope: scope)
      let (low, high) = (try #require(search.without), try #require(search.with))
      #expect(
        low.alpha < high.alpha && high.alpha <= low.alpha * (1 + 0x1p-6)
          && low.alpha >= law.event.alpha)
      for trial in [low, high] {
        let set = try AbsorbingSet(
          rank: 1, alpha: trial.alpha, epsilon1: 0.3, epsilon2: 0.1, bound: 3)
        let result = audit.result(set, kinds: scope.kinds)
        #expect(result.groups.contains { $0.exits > 0 } == (trial == high))
        if trial == low {
          #expect(result.groups.points == low.points && result.groups.chains == low.chains)
        }
      }
    }
    // The balance can be left at its edge whatever alpha is.
    #expect(AlphaSearch(audit, known: known, scope: .otherEdges).without == nil)
  }

  /// A chain that is in two groups is one chain, and groups know their own.
  @Test func chainsOfGroupsAreCountedOnce() throws {
    let law = try Laws.figure1(width: 2)
    var groups = [PointKind.rank, .bound].map {
      AuditGroup(kind: $0, phase: law.schedule.phases[0])
    }
    for (group, chains) in [[3, 3, 5], [5, 7]].enumerated() {
      for chain in chains { groups[group].add(nil, of: UInt32(chain)) }
    }
    #expect(
      groups.map(\.chains) == [2, 2] && groups.chains == 3 && groups.points == 5
        && groups.exits == 0)
    #expect(groups.prefix(0).chains == 0)
  }

  /// Where no point could be pushed to the edge of the rank, nothing is known of exits there, and
  /// no alpha is climbed to.
  @Test func alphaIsNotSearchedWithoutPoints() throws {
    let law = try Laws.figure1(width: 2)
    let audit = try audit(law, chains: 2, points: 2, depth: 1)
    let known = audit.result(law.event, kinds: [.visited])
    #expect(known.groups.points > 0)
    let search = AlphaSearch(audit, known: known, scope: .rankEdge)
    #expect(search.without == nil && search.with == nil && search.empty == 0.03)
  }

  /// Within 700 steps no chain comes into a set of the smallest alphas: they end the search from
  /// below, and are not alphas without an exit.
  @Test func alphasThatNoChainEntersAreNotAlphasWithoutAnExit() throws {
    let law = try Laws.figure1(width: 2, alpha: 0.1, epsilon2: 0.5)
    let plan = try AuditPlan(
      problem: law.problem, chains: 16, pointsPerChain: 4, window: 20, depth: 3, horizon: 700,
      threads: 2)
    let audit = Audit(law: law, stream: RandomStream(seed: 2305, index: 0), plan: plan)
    let known = audit.result(law.event)
    let search = AlphaSearch(audit, known: known, scope: .otherEdges)
    #expect(known.groups.filter { search.scope.kinds.contains($0.kind) }.exits > 0)
    let (empty, with) = (try #require(search.empty), try #require(search.with))
    #expect(empty < with.alpha && with.points > 0 && with.chains > 0)
    #expect(search.without.map { $0.points > 0 } ?? true)
  }

  @Test func plansAreRefusedWithTheirNumbers() throws {
    let problem = try CompletionProblem.twoByTwo(epsilon: 0.25)
    #expect(try AuditPlan(problem: problem, window: 10, horizon: 10).depth == 6)
    #expect(throws: AuditError.whole(name: "chains", 0, 1...AuditPlan.mostChains)) {
      try AuditPlan(problem: problem, chains: 0, window: 10, horizon: 10)
    }
    #expect(throws: AuditError.words(entries: 3, depth: 13)) {
      try AuditPlan(problem: problem, window: 10, depth: 13, horizon: 10)
    }
    #expect(throws: AuditError.points(100_000 * 101)) {
      try AuditPlan(problem: problem, chains: 100_000, pointsPerChain: 101, window: 10, horizon: 10)
    }
    #expect(
      AuditPlan.words(entries: 3, length: 12) == 531_441
        && AuditPlan.words(entries: 3, length: 13) == nil)
    let single = try CompletionProblem(observed: [[1, nil], [nil, nil]])
    #expect(try AuditPlan(problem: single, window: 1, horizon: 1).depth == 16)
    let large = try CompletionProblem(
      observed: [[Double]](repeating: [Double](repeating: 1, count: 60), count: 50))
    #expect(try AuditPlan(problem: large, window: 1, horizon: 1).depth == 1)
  }
}
