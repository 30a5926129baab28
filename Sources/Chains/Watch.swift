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
  /// How many steps a chain runs on after its entry, to count its exits; it may run beyond the horizon for that.
  public var follow: Int

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

    /// The earliest step at which an entry can be believed.
    public var firstEntry: Int {
      switch self {
      case .state: 0
      case .quenched(let every, let looks): (looks - 1) * every
      case .cores(let every, _, let commitment): (commitment + every - 1) / every * every
      }
    }

    /// The steps from look to look; nil where the chain's own weights are judged at every step.
    public var every: Int? {
      switch self {
      case .state: nil
      case .quenched(let every, _), .cores(let every, _, _): every
      }
    }
  }

  /// Makes a watch.
  ///
  /// - Precondition: horizon >= 1 and follow >= 0, and looks are a positive multiple of 32 steps apart, at least one of
  ///   them.
  public init(event: AbsorbingSet, judge: Judge = .state, horizon: Int, follow: Int) {
    precondition(horizon >= 1 && follow >= 0, "horizon and follow count steps")
    if let every = judge.every {
      precondition(every > 0 && every % Span.steps == 0, "looks fall on whole spans")
    }
    if case .quenched(_, let looks) = judge { precondition(looks >= 1, "an entry takes a look") }
    if case .cores(let every, let margin, let commitment) = judge {
      precondition(
        margin > 0 && margin <= 0.5 && commitment >= every, "cores do not meet, and a commitment has two looks")
    }
    self.event = event
    self.judge = judge
    self.horizon = horizon
    self.follow = follow
  }
}
