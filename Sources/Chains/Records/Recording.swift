import DeepLinear

/// What is recorded of chains on their way, beside how they end: points of their paths, and
/// offshoots.
///
/// Nothing that is recorded changes a chain. One that is recorded runs on until the last of it is
/// done, whatever its watch has seen.
public struct Recording: Hashable, Sendable {
  /// Points of the paths of some chains.
  public struct Points: Hashable, Sendable {
    /// The steps between two points; the first is theta_0, the last is at most at the horizon. At
    /// least 1.
    public let every: Int
    /// Points are kept of chains 0 ..< `chains`.
    public let chains: Int

    /// Makes a plan for points.
    public init(every: Int, chains: Int) {
      precondition(every >= 1 && chains >= 1, "points are counted from 1")
      (self.every, self.chains) = (every, chains)
    }
  }

  /// Copies of every chain that branch off its path and go on with values of their own, while the
  /// chain itself goes on as if nothing had been.
  ///
  /// An offshoot at step a is the chain up to step a, with `learningRate` and `ridge` from there
  /// on: it draws what the chain draws, and takes its noise from the same minimum.
  public struct Offshoots: Hashable, Sendable {
    /// The steps at which offshoots branch off, ascending, none twice.
    public let at: [Int]
    /// How many steps each lasts, at least 1.
    public let steps: Int
    /// eta.
    public let learningRate: Double
    /// lambda.
    public let ridge: Double

    /// Makes a plan for offshoots.
    public init(at: [Int], steps: Int, learningRate: Double, ridge: Double) {
      precondition(
        !at.isEmpty && at[0] >= 0 && zip(at, at.dropFirst()).allSatisfy { $0 < $1 },
        "offshoots branch off in order")
      precondition(steps >= 1, "an offshoot lasts a step or more")
      (self.at, self.steps) = (at, steps)
      (self.learningRate, self.ridge) = (learningRate, ridge)
    }

    /// Their eta and lambda.
    public var phase: Schedule.Phase {
      Schedule.Phase(steps: nil, learningRate: learningRate, ridge: ridge)
    }
  }

  /// Points of paths; nil for none.
  public let points: Points?
  /// Offshoots of every chain; nil for none. Those of a chain whose points are kept have points as
  /// well, at the same distance.
  public let offshoots: Offshoots?

  /// The words of the observables that a point has.
  public let observables: [String]

  /// Makes a plan for what is recorded.
  public init(
    points: Points? = nil, offshoots: Offshoots? = nil, observables: [String] = Observables.standard
  ) {
    (self.points, self.offshoots, self.observables) = (points, offshoots, observables)
  }

  /// Nothing is recorded.
  public static let none = Recording()

  /// Whether points of a chain are kept.
  public func keepsPoints(of chain: UInt32) -> Bool {
    points.map { Int(chain) < $0.chains } ?? false
  }
}
