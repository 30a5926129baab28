import AbsorbingSets
import DeepLinear
import Ladder

/// Everything that decides what a chain does, but for its random numbers: the law that the chains
/// of one arm share.
///
/// The parts' own values can be had, and set, as the law's: `law.schedule` is
/// `law.motion.schedule`. A law with a change is a copy that is changed.
@dynamicMemberLookup
public struct ChainLaw: Equatable, Sendable {
  /// How the chains move.
  public var motion: Motion
  /// What is looked for in them.
  public var watch: Watch
  /// What is recorded on the way.
  public var recording: Recording

  /// Makes a law.
  ///
  /// - Precondition: the event's rank is below min(d_in, d_out).
  public init(motion: Motion, watch: Watch, recording: Recording = .none) {
    precondition(
      watch.event.rank < motion.problem.smallerDimension, "an event of full rank happens at once")
    self.motion = motion
    self.watch = watch
    self.recording = recording
  }

  /// A value of the motion.
  @inlinable
  public subscript<Value>(dynamicMember path: WritableKeyPath<Motion, Value>) -> Value {
    get { motion[keyPath: path] }
    set { motion[keyPath: path] = newValue }
  }

  /// A value of the watch.
  @inlinable
  public subscript<Value>(dynamicMember path: WritableKeyPath<Watch, Value>) -> Value {
    get { watch[keyPath: path] }
    set { watch[keyPath: path] = newValue }
  }

  /// The last step at which something is recorded of a chain beyond what its watch asks for; 0
  /// where nothing is.
  public func recordEnd(of chain: UInt32) -> Int { RecordPlan(law: self, chain: chain).end }

  /// The last of the schedule's phases with the largest learning rate that begin before the
  /// horizon, and its first step: where noise is matched.
  public var noisiestPhase: (phase: Schedule.Phase, first: Int) {
    motion.schedule.noisiestPhase(before: watch.horizon)
  }

  /// The temperature T of an additive rung in the noisiest phase, the mean over all directions; nil
  /// for other rungs, and for a chain that has not looked for its minimum.
  public func temperature(noise: MinimumNoise.Summary?) -> Double? {
    motion.rung.kind.temperature(
      noisiestPhase.phase, noise: noise, parameters: motion.shape.parameterCount)
  }
}

extension Schedule {
  /// The last phase of those with the largest learning rate that begin before step `horizon`, and
  /// its first step.
  func noisiestPhase(before horizon: Int) -> (phase: Phase, first: Int) {
    var (best, first, start) = (phases[0], 0, 0)
    for phase in phases where start < horizon {
      if phase.learningRate >= best.learningRate { (best, first) = (phase, start) }
      start += phase.steps ?? 0
    }
    return (best, first)
  }
}
