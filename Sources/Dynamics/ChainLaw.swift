import AbsorbingSets
import DeepLinear
import RandomStreams

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
  /// The rung of the noise ladder.
  public let rung: Rung
  /// How a chain is judged to be inside the event's set.
  public let judge: Judge
  /// What is recorded on the way.
  public let recording: Recording

  /// How a chain is judged to be inside the event's set.
  public enum Judge: Hashable, Sendable {
    /// By its own weights, at every step.
    case state
    /// By where gradient descent leads from its weights with the eta and lambda of the step, looked up every so many steps, a multiple of 32:
    /// whether the chain is in the basin of the set. It is believed to be inside when `looks` looks in a row say so, and a visit is
    /// timed to the last of them: near the ridge between two basins noise carries a chain to and fro. One look outside ends a visit.
    /// A look at which gradient descent was given up outside the set is no evidence: it is as if there had been none.
    case quenched(every: Int, looks: Int = 1)

    /// How many looks in a row must see a chain inside.
    public var looks: Int {
      switch self {
      case .state: 1
      case .quenched(_, let looks): looks
      }
    }
  }

  /// Makes a law.
  ///
  /// - Precondition: the shape fits the problem, the event's rank is below min(d_in, d_out), horizon >= 1 and follow >= 0, and quenched
  ///   looks are a positive multiple of 32 steps apart, at least one of them.
  public init(
    problem: CompletionProblem, shape: NetworkShape, initialLaw: InitialLaw, convention: Convention, schedule: Schedule,
    horizon: Int, event: AbsorbingSet, follow: Int, rung: Rung = .sgd, judge: Judge = .state, recording: Recording = .none
  ) {
    precondition(shape.inputs == problem.columns && shape.outputs == problem.rows, "the network's ends must fit the problem")
    precondition(event.rank < problem.smallerDimension, "an event of full rank happens at once")
    precondition(horizon >= 1 && follow >= 0, "horizon and follow count steps")
    if case .quenched(let every, let looks) = judge {
      precondition(every > 0 && every % Span.steps == 0 && looks >= 1, "looks fall on whole spans")
    }
    self.problem = problem
    self.shape = shape
    self.initialLaw = initialLaw
    self.convention = convention
    self.schedule = schedule
    self.horizon = horizon
    self.event = event
    self.follow = follow
    self.rung = rung
    self.judge = judge
    self.recording = recording
  }

  /// The last step at which something is recorded of a chain beyond what its watch asks for; 0 where nothing is.
  public func recordEnd(of chain: UInt32) -> Int { RecordPlan(law: self, chain: chain).end }

  /// The law with another schedule, and nothing recorded.
  public func following(_ schedule: Schedule) -> ChainLaw {
    ChainLaw(
      problem: problem, shape: shape, initialLaw: initialLaw, convention: convention, schedule: schedule, horizon: horizon,
      event: event, follow: follow, rung: rung, judge: judge)
  }
}
