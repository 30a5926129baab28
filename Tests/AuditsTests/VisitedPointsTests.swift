import AbsorbingSets
import Chains
import DeepLinear
import Ladder
import RandomStreams
import TestKit
import Testing

@testable import Audits

/// Visited points are the chain's own.
@Suite struct VisitedPointsTests {
  @Test func narrowChainsAreSeenWhereTheReferenceIs() throws {
    let law = try Laws.figure1(width: 2, horizon: 4_000)
    let plan = try AuditPlan(
      problem: law.problem, chains: 24, pointsPerChain: 6, window: 100, horizon: 4_000, threads: 2)
    let states = HeldChains.states(
      law: law, stream: RandomStream(seed: 5, index: 2), chains: 24, horizon: 4_000, threads: 1
    )
    .compactMap { $0 }
    #expect(states.count == 24 && states.allSatisfy { $0.step == 0 })
    let visits = VisitedPoints(
      law: law, set: law.event, stream: RandomStream(seed: 5, index: 2), plan: plan
    ).visits(from: states)
    var entered = 0
    for (chain, visit) in visits.enumerated() {
      var reference = ReferenceChain(
        law: law, stream: RandomStream(seed: 5, index: 2), chain: UInt32(chain))
      while reference.watch.entry == nil, reference.step < 4_000 { reference.advance() }
      #expect(visit.isEntered == (reference.watch.entry != nil))
      guard let entry = reference.watch.entry else { continue }
      entered += 1
      let offsets = AuditDraws(stream: RandomStream(seed: 5, index: 2), chain: UInt32(chain))
        .offsets(count: 6, window: 100)
      #expect(visit.points.count + visit.outside == 6 && visit.points.first?.step == entry)
      var (next, outside) = (visit.points.makeIterator(), 0)
      for offset in offsets {
        while reference.step < entry + offset { reference.advance() }
        guard reference.watch.level != nil else {
          outside += 1
          continue
        }
        let found = next.next()
        let point = try #require(found)
        #expect(point.step == reference.step && point.network == reference.network)
      }
      #expect(outside == visit.outside)
    }
    #expect(entered > 4)
  }

  /// At eta = 5 chains diverge in the second phase. What was drawn beyond is not walked to, and is
  /// not outside.
  @Test func nothingIsLookedAtAfterAChainHasDiverged() throws {
    let law = try Laws.figure1(width: 2, horizon: 4_000, eta: 5)
    let all = try AbsorbingSet(rank: 1, alpha: 1e6, epsilon1: 1e6, epsilon2: 0.5, bound: 1e6)
    let plan = try AuditPlan(
      problem: law.problem, chains: 4, pointsPerChain: 16, window: 1_000_000, depth: 1,
      horizon: 4_000)
    let audit = Audit(law: law, stream: RandomStream(seed: 5, index: 0), plan: plan)
    let visits = VisitedPoints(
      law: law, set: all, stream: RandomStream(seed: 5, index: 0), plan: plan
    ).visits(from: audit.states)
    for (chain, visit) in visits.enumerated() {
      let drawn = AuditDraws(stream: RandomStream(seed: 5, index: 0), chain: UInt32(chain)).offsets(
        count: 16, window: 1_000_000)
      #expect(visit.isEntered && visit.points.count + visit.outside + visit.diverged == drawn.count)
      // No chain lives to step 1000.
      #expect(
        visit.diverged >= drawn.count { $0 > 1_000 } && visit.diverged > 0 && visit.outside <= 2)
    }
    #expect(audit.result(all, kinds: [.visited]).diverged == visits.reduce(0) { $0 + $1.diverged })
  }

  @Test func wideChainsAreHeldWithTheirPath() throws {
    let law = try Laws.figure1(width: 16, horizon: 4_000)
    let states = HeldChains.states(
      law: law, stream: RandomStream(seed: 5, index: 0), chains: 3, horizon: 4_000, threads: 2)
    for (chain, state) in states.enumerated() {
      let state = try #require(state)
      #expect(state.network.widths == [2, 2, 2, 2] && state.step % 32 == 0)
      let start = Network(
        shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: 5, index: 0),
        chain: UInt32(chain))
      var walk = ReferenceWalk(
        law.motion, stream: RandomStream(seed: 5, index: 0), chain: UInt32(chain), network: start,
        step: 0, noise: nil)
      while walk.step < state.step { walk.advance() }
      for (held, full) in zip(state.network.product.elements, walk.network.product.elements) {
        #expect(abs(held - full) < 1e-12)
      }
    }
  }

  @Test func chainsThatNeverDecayAreNotHeld() throws {
    let law = try Laws.figure1(width: 16, horizon: 200, eta: 0.01)
    #expect(
      HeldChains.states(
        law: law, stream: RandomStream(seed: 5, index: 0), chains: 2, horizon: 200, threads: 1
      ).allSatisfy {
        $0 == nil
      })
  }

  @Test func offsetsAreDistinctAndInTheWindow() {
    let draws = AuditDraws(stream: RandomStream(seed: 9, index: 1), chain: 4)
    for (count, window) in [(16, 2000), (1, 10), (11, 10), (40, 10), (10, 10), (300, 400)] {
      let offsets = draws.offsets(count: count, window: window)
      #expect(offsets.first == 0 && (offsets.last ?? 0) <= window)
      #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 < $1 })
      if count > window {
        #expect(offsets.count == window + 1)
      } else {
        #expect(offsets.count <= count && offsets.count > count / 2)
      }
    }
  }
}
