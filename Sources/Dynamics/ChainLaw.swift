import AbsorbingSets
import DeepLinear

/// Everything that decides what a chain does, but for its random numbers: the law that the chains of one arm share.
public struct ChainLaw: Equatable, Sendable {
  /// What is to be completed.
  public let problem: CompletionProblem
  /// The network's widths.
  public let shape: NetworkShape
  /// The law of theta_0.
  public let initialLaw: InitialLaw
  /// How eta and lambda enter a step.
  public let convention: Convention
  /// eta and lambda over time.
  public let schedule: Schedule
  /// The number of steps after which a chain that has not entered is censored.
  public let horizon: Int
  /// The set whose first passage is timed.
  public let event: AbsorbingSet
  /// How many steps a chain runs on after its entry, to count its exits; it may run beyond the horizon for that.
  public let follow: Int

  /// Makes a law.
  ///
  /// - Precondition: the shape fits the problem, the event's rank is below min(d_in, d_out), horizon >= 1 and follow >= 0.
  public init(
    problem: CompletionProblem, shape: NetworkShape, initialLaw: InitialLaw, convention: Convention, schedule: Schedule,
    horizon: Int, event: AbsorbingSet, follow: Int
  ) {
    precondition(shape.inputs == problem.columns && shape.outputs == problem.rows, "the network's ends must fit the problem")
    precondition(event.rank < problem.smallerDimension, "an event of full rank happens at once")
    precondition(horizon >= 1 && follow >= 0, "horizon and follow count steps")
    self.problem = problem
    self.shape = shape
    self.initialLaw = initialLaw
    self.convention = convention
    self.schedule = schedule
    self.horizon = horizon
    self.event = event
    self.follow = follow
  }
}
