import AbsorbingSets
import Chains
import DeepLinear
import Engines
import Ladder
import RandomStreams

/// Goes through one chain of any rung again, step by step, by the scalar reference at the chain's
/// full width.
///
/// The engines give the same bits as the reference until they compress a chain; from then on the
/// path agrees to rounding.
public struct ChainReplay {
  /// One point of the path.
  public struct Point: Sendable {
    /// t.
    public let step: Int
    /// theta_t.
    public let network: Network
    /// The smallest s <= r with theta_t in B_s; `nil` outside B_r. By the weights themselves, also
    /// where the law looks at where gradient descent leads from them.
    public let level: Int?
  }

  private let law: ChainLaw
  private let stream: RandomStream
  private let chain: UInt32
  private let branch: Int?

  /// The replay of a chain.
  ///
  /// - Parameters:
  ///   - stream: The address of its arm's random numbers.
  ///   - branch: The step at which an offshoot branches off: the path is the chain's up to there,
  ///     and that of its offshoot from there on.
  /// - Precondition: the law has offshoots where there is a branch.
  public init(law: ChainLaw, stream: RandomStream, chain: Int, branch: Int? = nil) {
    precondition(branch == nil || law.recording.offshoots != nil, "a branch is that of an offshoot")
    self.law = law
    (self.stream, self.chain, self.branch) = (stream, UInt32(chain), branch)
  }

  /// Calls `body` with every point from step `first` to step `last`; ends early where the chain has
  /// diverged.
  ///
  /// Costs the steps from 0 on: theta_t depends on all of them. For the rungs that take their noise
  /// from a minimum, also gradient descent from theta_0.
  public func forEachPoint(from first: Int, to last: Int, _ body: (Point) throws -> Void) rethrows {
    let membership = WideMembership(law.event)
    let start = Network(shape: law.shape, law: law.initialLaw, stream: stream, chain: chain)
    let noise = law.rung.kind.needsMinimum ? Descent(law: law).noise(from: start) : nil
    var walk = ReferenceWalk(
      law.motion, stream: stream, chain: chain, network: start, step: 0, noise: noise)
    while walk.step <= last {
      if walk.step == branch, let offshoots = law.recording.offshoots {
        // The noise stays that of the chain, whose minimum is not looked for again.
        var motion = law.motion
        motion.schedule = Schedule(constant: offshoots.phase)
        walk = ReferenceWalk(
          motion, stream: stream, chain: chain, network: walk.network, step: walk.step, noise: noise
        )
      }
      if walk.step >= first {
        try body(
          Point(step: walk.step, network: walk.network, level: membership.level(of: walk.network)))
        guard walk.network.squaredNorm <= Divergence.squaredNormLimit else { return }
      }
      walk.advance()
    }
  }
}
