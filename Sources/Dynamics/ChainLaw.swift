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
    /// By the same descents, with two cores and room between them: a look counts only where the chain is well inside a basin, and a move
    /// from one core to the other counts when no look of `commitment` steps sees the chain back in the first.
    ///
    /// With s = s_{r+1} of A at the chain's own weights and s* that of A where gradient descent has come to rest, the chain is in the core
    /// of low rank where the rest has rank <= r and s <= margin max|a_k|, and in the core of high rank where the rest has a rank above r
    /// and s >= (1 - margin) s*. Elsewhere a look is as if there had been none. So a chain that noise carries to and fro over the ridge
    /// between the basins has not moved, nor has one that comes back at once: the rates do not hang on how often one looks, as long as looks are
    /// several to a commitment.
    ///
    /// Source: Buchete and Hummer, J. Phys. Chem. B 112 (2008), doi:10.1021/jp0761665 (transition-based assignment).
    case cores(every: Int, margin: Double, commitment: Int)

    /// The steps from look to look; nil where the chain's own weights are judged at every step.
    public var every: Int? {
      switch self {
      case .state: nil
      case .quenched(let every, _), .cores(let every, _, _): every
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
    if let every = judge.every {
      precondition(every > 0 && every % Span.steps == 0, "looks fall on whole spans")
    }
    if case .quenched(_, let looks) = judge { precondition(looks >= 1, "an entry takes a look") }
    if case .cores(let every, let margin, let commitment) = judge {
      precondition(margin > 0 && margin <= 0.5 && commitment >= every, "cores do not meet, and a commitment has two looks")
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
