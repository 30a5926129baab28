import AbsorbingSets
import DeepLinear
import Dynamics
import RandomStreams

/// Goes through one chain again, step by step, by the scalar reference at the chain's full width.
///
/// The engines give the same bits as the reference until they compress a chain; from then on the path agrees to rounding.
public struct ChainReplay {
  /// One point of the path.
  public struct Point: Sendable {
    /// t.
    public let step: Int
    /// theta_t.
    public let network: Network
    /// The smallest s <= r with theta_t in B_s; `nil` outside B_r.
    public let level: Int?
  }

  private let law: ChainLaw
  private let seed: UInt64
  private let arm: UInt32
  private let chain: UInt32

  /// The replay of a chain.
  public init(law: ChainLaw, seed: UInt64, arm: Int, chain: Int) {
    (self.law, self.seed) = (law, seed)
    (self.arm, self.chain) = (UInt32(arm), UInt32(chain))
  }

  /// Calls `body` with every point from step `first` to step `last`; ends early where the chain has diverged.
  ///
  /// Costs the steps from 0 on: theta_t depends on all of them.
  public func forEachPoint(from first: Int, to last: Int, _ body: (Point) throws -> Void) rethrows {
    let membership = WideMembership(law.event)
    let address = StreamAddress(seed: seed, arm: arm, chain: chain, purpose: .entries)
    let choice = EntryChoice(among: law.problem.entries.count)
    var network = Network(shape: law.shape, law: law.initialLaw, seed: seed, arm: arm, chain: chain)
    var entries: [Int] = []
    for step in 0...max(last, 0) {
      if step >= first {
        try body(Point(step: step, network: network, level: membership.level(of: network)))
        guard network.squaredNorm <= Divergence.squaredNormLimit else { return }
      }
      if step % Span.steps == 0 { entries = choice.span(first: step, of: address) }
      network.step(
        entry: law.problem.entries[entries[step % Span.steps]],
        coefficients: StepCoefficients(phase: law.schedule.phase(at: step).phase, convention: law.convention))
    }
  }
}
