import DeepLinear

/// How the chains of an arm move: everything that decides a path but its random numbers.
public struct Motion: Equatable, Sendable {
  /// What is to be completed.
  public var problem: CompletionProblem
  /// The network's widths.
  public var shape: NetworkShape
  /// The law of theta_0.
  public var initialLaw: InitialLaw
  /// How eta and lambda enter a step.
  public var convention: Convention
  /// eta and lambda over time.
  public var schedule: Schedule
  /// The rung of the noise ladder.
  public var rung: Rung

  /// Makes a motion.
  ///
  /// - Precondition: the shape fits the problem.
  public init(
    problem: CompletionProblem, shape: NetworkShape, initialLaw: InitialLaw, convention: Convention,
    schedule: Schedule, rung: Rung = .sgd
  ) {
    precondition(
      shape.inputs == problem.columns && shape.outputs == problem.rows,
      "the network's ends must fit the problem")
    self.problem = problem
    self.shape = shape
    self.initialLaw = initialLaw
    self.convention = convention
    self.schedule = schedule
    self.rung = rung
  }

  /// Decay and pull of a substep in a phase.
  public func coefficients(of phase: Schedule.Phase) -> StepCoefficients {
    StepCoefficients(phase: phase, convention: convention, substeps: rung.substeps)
  }

  /// How many standard normal numbers a substep takes at the study's own shape.
  public var normals: Int {
    rung.kind.normals(entries: problem.entries.count, parameters: shape.parameterCount)
  }
}
