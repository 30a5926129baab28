import AbsorbingSets
import RandomStreams

/// What is looked for in chains: the event, how it is judged, and for how long.
public struct Watch: Equatable, Sendable {
  /// The set whose first passage is timed.
  public var event: AbsorbingSet
  /// How a chain is judged to be inside the event's set.
  public var judge: Judge
  /// The number of steps after which a chain that has not entered is censored.
  public var horizon: Int
  /// How many steps a chain runs on after its entry, to count its exits; it may run beyond the
  /// horizon for that.
  public var follow: Int

  /// Makes a watch.
  ///
  /// - Precondition: horizon >= 1 and follow >= 0, looks are a positive multiple of 32 steps apart,
  ///   and the judge's values go together.
  public init(event: AbsorbingSet, judge: Judge = .state, horizon: Int, follow: Int) {
    precondition(horizon >= 1 && follow >= 0, "horizon and follow count steps")
    if let kind = judge.kind {
      precondition(kind.every > 0 && kind.every % Span.steps == 0, "looks fall on whole spans")
      precondition(kind.fault(horizon: .max) == nil, "the values of a judge go together")
    }
    self.event = event
    self.judge = judge
    self.horizon = horizon
    self.follow = follow
  }
}
