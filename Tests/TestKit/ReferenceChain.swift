import AbsorbingSets
import Chains
import DeepLinear
import Ladder
import RandomStreams

/// A chain of any rung run by the scalar reference alone: one step, one membership test by the
/// definition, and so on to its end.
public struct ReferenceChain {
  /// What has been seen.
  public private(set) var watch: PassageWatch
  private var walk: ReferenceWalk
  private let law: ChainLaw
  private let noise: MinimumNoise?
  private let membership: Membership
  private let descent: Descent

  /// A chain at its first step.
  public init(law: ChainLaw, stream: RandomStream, chain: UInt32) {
    self.law = law
    membership = Membership(law.event)
    descent = Descent(law: law)
    let start = Network(shape: law.shape, law: law.initialLaw, stream: stream, chain: chain)
    noise = law.rung.kind.needsMinimum ? descent.noise(from: start) : nil
    walk = ReferenceWalk(
      law.motion, stream: stream, chain: chain, network: start, step: 0, noise: noise)
    watch = PassageWatch(rank: law.event.rank, horizon: law.horizon, follow: law.follow)
    look()
  }

  /// theta_t.
  public var network: Network { walk.network }
  /// t.
  public var step: Int { walk.step }

  /// One step, and one look.
  public mutating func advance() {
    walk.advance()
    look()
  }

  /// Runs to the end and says how it ended, as `ChainOutcome` has it. Divergence is judged at
  /// multiples of 32.
  public mutating func outcome() -> ChainOutcome {
    var beyond: Int?
    while true {
      if step % 32 == 0 {
        if !isBounded { return finish(divergence: beyond ?? step) }
        if step >= watch.end { return finish(divergence: nil) }
        beyond = nil
      }
      advance()
      if beyond == nil, !isBounded { beyond = step }
    }
  }

  private mutating func look() {
    guard let every = law.judge.every else {
      return watch.observe(membership.standing(of: network), step: step)
    }
    guard step % every == 0, isBounded else { return }
    let rest = descent.rest(of: network, phase: law.schedule.phase(at: step).phase)
    // Given up outside the set: no evidence.
    if rest.ending == .givenUp, rest.rank == nil { return }
    let standing: Standing
    if let rank = rest.rank, rank <= law.event.rank {
      standing = .inside(level: rank)
    } else {
      standing = .outside(rest.ending == .diverged ? .bound : .rank)
    }
    guard let values = law.judge.values else { return }
    guard law.judge.word == "cores" else {
      return watch.look(standing, step: step, looks: values.whole("looks"))
    }
    if rest.ending != .diverged {
      func value(_ network: Network) -> Double {
        SingularValues.values(network.product)?[law.event.rank] ?? .nan
      }
      let largest = law.problem.entries.map { abs($0.value) }.max() ?? 0
      let (isLow, margin) = (standing.level != nil, values.number("margin"))
      guard
        isLow
          ? value(network) <= margin * largest
          : value(network) >= (1 - margin) * value(rest.network)
      else {
        return
      }
    }
    watch.look(standing, step: step, commitment: values.whole("commitment"))
  }

  private var isBounded: Bool { network.squaredNorm <= Divergence.squaredNormLimit }

  private func finish(divergence: Int?) -> ChainOutcome {
    let stop = min(divergence ?? watch.end, watch.end)
    let hasDiverged = divergence.map { $0 <= watch.end } ?? false
    let rank =
      isBounded ? descent.rest(of: network, phase: law.schedule.phase(at: step).phase).rank : nil
    return ChainOutcome(
      kind: watch.entry != nil ? .entered : hasDiverged ? .diverged : .censored,
      time: watch.entry ?? stop,
      collapseTime: watch.entry == nil ? nil : watch.collapse, exits: watch.exits,
      reentries: watch.reentries,
      rankReentries: watch.rankReentries,
      stepsInside: watch.stepsInside(before: stop), steps: stop,
      divergence: divergence, restingRank: rank, noise: noise?.summary)
  }
}

/// Runs chains on one worker and collects their outcomes by chain.
public func outcomes(of law: ChainLaw, stream: RandomStream, chains: Range<UInt32>)
  -> [ChainOutcome?]
{
  var result = [ChainOutcome?](repeating: nil, count: chains.count)
  var waiting = chains.makeIterator()
  ChainWorker(law: law, stream: stream).run(
    next: { waiting.next().map(ChainAssignment.fresh) },
    finished: { chain, outcome in result[Int(chain - chains.lowerBound)] = outcome },
    pulse: { true })
  return result
}
