import AbsorbingSets
import DeepLinear
import Dynamics
import RandomStreams

/// A chain run by the scalar reference alone: one step, one membership test by the definition, and so on to its end.
public struct ReferenceChain {
  /// theta_t.
  public private(set) var network: Network
  /// t.
  public private(set) var step = 0
  /// What has been seen.
  public private(set) var watch: PassageWatch
  private let law: ChainLaw
  private let address: StreamAddress
  private let choice: EntryChoice
  private let membership: Membership

  /// A chain at its first step.
  public init(law: ChainLaw, seed: UInt64, arm: UInt32, chain: UInt32) {
    self.law = law
    address = StreamAddress(seed: seed, arm: arm, chain: chain, purpose: .entries)
    choice = EntryChoice(among: law.problem.entries.count)
    membership = Membership(law.event)
    network = Network(shape: law.shape, law: law.initialLaw, seed: seed, arm: arm, chain: chain)
    watch = PassageWatch(rank: law.event.rank, horizon: law.horizon, follow: law.follow)
    watch.observe(level: membership.level(of: network), step: 0)
  }

  /// One step, and one look.
  public mutating func advance() {
    let entry = law.problem.entries[choice.entry(at: step, of: address)]
    let coefficients = StepCoefficients(phase: law.schedule.phase(at: step).phase, convention: law.convention)
    network.step(entry: entry, coefficients: coefficients)
    step += 1
    watch.observe(level: membership.level(of: network), step: step)
  }

  /// Runs to the end and says how it ended, as `ChainOutcome` has it. Divergence is judged at multiples of 32.
  public mutating func outcome() -> ChainOutcome {
    var beyond: Int?
    while true {
      if step % 32 == 0 {
        if !isBounded { return finish(divergence: (beyond ?? step) <= watch.end ? beyond ?? step : nil) }
        if step >= watch.end { return finish(divergence: nil) }
        beyond = nil
      }
      advance()
      if beyond == nil, !isBounded { beyond = step }
    }
  }

  private var isBounded: Bool { network.squaredNorm <= Divergence.squaredNormLimit }

  private func finish(divergence: Int?) -> ChainOutcome {
    if let entry = watch.entry {
      return ChainOutcome(
        kind: .entered, time: entry, collapseTime: watch.collapse, exits: watch.exits, steps: divergence ?? watch.end)
    }
    return ChainOutcome(
      kind: divergence == nil ? .censored : .diverged, time: divergence ?? law.horizon, collapseTime: nil, exits: 0,
      steps: divergence ?? law.horizon)
  }
}

/// Runs chains on one worker and collects their outcomes by chain.
public func outcomes(of law: ChainLaw, seed: UInt64, arm: UInt32 = 0, chains: Range<UInt32>) -> [ChainOutcome?] {
  var result = [ChainOutcome?](repeating: nil, count: chains.count)
  var waiting = chains.makeIterator()
  ChainWorker(law: law, seed: seed, arm: arm).run(
    next: { waiting.next().map(ChainAssignment.fresh) },
    finished: { chain, outcome in result[Int(chain - chains.lowerBound)] = outcome },
    pulse: { true })
  return result
}
