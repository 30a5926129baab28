/// The learning rate eta and the ridge lambda of every step: phases in a row, or phases that
/// repeat.
///
/// Step t (counted from 0) moves theta_t to theta_{t+1} with the values of the phase that contains
/// t.
public struct Schedule: Equatable, Sendable {
  /// A stretch of steps with one learning rate and one ridge.
  public struct Phase: Equatable, Sendable {
    /// How many steps it lasts, at least 1; `nil` for the last phase of a schedule that does not
    /// repeat.
    public let steps: Int?
    /// eta, finite and at least 0.
    public let learningRate: Double
    /// lambda, finite and at least 0.
    public let ridge: Double

    /// Makes a phase.
    public init(steps: Int?, learningRate: Double, ridge: Double) {
      self.steps = steps
      self.learningRate = learningRate
      self.ridge = ridge
    }
  }

  /// The phases, in order.
  public let phases: [Phase]
  /// Whether the phases start again when the last has ended.
  public let repeats: Bool
  /// The first step after each phase of finite length, within one period.
  private let ends: [Int]

  /// Makes a schedule.
  ///
  /// A last phase with a number of steps is held beyond its end when the schedule does not repeat.
  ///
  /// - Throws: `ScheduleError` when there is no phase, a value is negative or not finite, a phase
  ///   lasts less than one step, or a phase without an end is followed by another or repeats.
  public init(phases: [Phase], repeats: Bool = false) throws(ScheduleError) {
    guard !phases.isEmpty else { throw .empty }
    var ends: [Int] = []
    for (index, phase) in phases.enumerated() {
      guard phase.learningRate.isFinite, phase.learningRate >= 0 else {
        throw .learningRate(phase: index, phase.learningRate)
      }
      guard phase.ridge.isFinite, phase.ridge >= 0 else { throw .ridge(phase: index, phase.ridge) }
      if let steps = phase.steps {
        guard steps >= 1, steps <= 1 << 48 else { throw .steps(phase: index, steps) }
        ends.append((ends.last ?? 0) + steps)
      } else {
        guard index == phases.count - 1, !repeats else { throw .endless(phase: index) }
      }
    }
    self.phases = phases
    self.repeats = repeats
    self.ends = ends
  }

  /// One learning rate and one ridge for ever: those of a phase.
  public init(constant phase: Phase) {
    phases = [Phase(steps: nil, learningRate: phase.learningRate, ridge: phase.ridge)]
    repeats = false
    ends = []
  }

  /// The phase that contains `step`, and how many steps from `step` on share it (`Int.max` when it
  /// does not end).
  public func phase(at step: Int) -> (phase: Phase, remaining: Int) {
    var within = step
    if repeats, let period = ends.last { within = step % period }
    for (index, end) in ends.enumerated() where within < end {
      let held = !repeats && index == phases.count - 1
      return (phases[index], held ? Int.max : end - within)
    }
    return (phases[phases.count - 1], Int.max)
  }
}

/// Why a schedule was refused. Phases are counted from 0 in the values, from 1 in the sentences.
public enum ScheduleError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No phase.
  case empty
  /// eta is negative or not finite.
  case learningRate(phase: Int, Double)
  /// lambda is negative or not finite.
  case ridge(phase: Int, Double)
  /// A phase shorter than one step, or absurdly long.
  case steps(phase: Int, Int)
  /// A phase without `steps` that is not the last, or that would have to repeat.
  case endless(phase: Int)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .empty: "the schedule has no phase; at least one with eta and lambda is needed"
    case .learningRate(let phase, let value):
      "phase \(phase + 1) has eta = \(value); a finite number from 0 up is needed"
    case .ridge(let phase, let value):
      "phase \(phase + 1) has lambda = \(value); a finite number from 0 up is needed"
    case .steps(let phase, let value):
      "phase \(phase + 1) lasts \(value) steps; a whole number from 1 to 2^48 is needed"
    case .endless(let phase):
      "phase \(phase + 1) has no number of steps; only the last phase of a schedule that does not repeat may go without"
    }
  }
}
