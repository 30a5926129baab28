/// How a fit ended.
public enum LawStatus: Equatable, Sendable {
  /// At an interior maximum of the likelihood, where the information is positive definite (for a
  /// delay: at its sharp maximum).
  case converged
  /// The likelihood is largest at an edge of the parameters' space, or nowhere inside it.
  case atBound(LawBound)
  /// The search stopped short: after so many rounds, at a gradient (by unconstrained coordinates,
  /// an observation) of this size; nil when it broke off without one.
  case notConverged(rounds: Int, gradient: Double?)
  /// The law gives the data no likelihood, or every one: nothing was estimated.
  case impossible(LawObstacle)
}

/// The edge at which a likelihood is largest.
public enum LawBound: Equatable, Sendable {
  /// No events: the rate is 0, or the time scale infinite.
  case noEvents
  /// All events can lie at this one time: the spread is 0 (a shape or rate beyond all bounds).
  case oneTime(Double)
  /// The delay is 0: the law is exponential.
  case zeroDelay
  /// These pieces (from 0) have rate 0: no events.
  case zeroRate(pieces: [Int])
  /// Nobody was at risk in these pieces (from 0), so their rates are unknown.
  case noExposure(pieces: [Int])
  /// The likelihood is flat along this parameter, or rises without end: the estimate has run away
  /// and its value means nothing.
  case flat(parameter: String)
}

/// Why a law cannot be fitted to some data.
public enum LawObstacle: Equatable, Sendable {
  /// An event at time 0, where the law's density is 0 or infinite.
  case eventAtZero
  /// Nothing but time 0 in the data.
  case noTime
}

extension LawStatus: CustomStringConvertible {
  /// One clause for a person.
  public var description: String {
    switch self {
    case .converged: "converged"
    case .atBound(.noEvents): "at a bound: there are no events, so the rate is 0"
    case .atBound(.oneTime(let time)):
      "at a bound: all events may lie at time \(time), so the spread is 0"
    case .atBound(.zeroDelay): "at a bound: the delay is 0"
    case .atBound(.zeroRate(let pieces)):
      "at a bound: rate 0 in pieces without events (\(Self.list(pieces)))"
    case .atBound(.noExposure(let pieces)):
      "at a bound: nobody was at risk in pieces \(Self.list(pieces))"
    case .atBound(.flat(let parameter)): "at a bound: the data do not set the \(parameter)"
    case .notConverged(let rounds, let gradient):
      "not converged after \(rounds) rounds" + (gradient.map { ": gradient \($0)" } ?? "")
    case .impossible(.eventAtZero): "not possible: an event at time 0"
    case .impossible(.noTime): "not possible: no time above 0"
    }
  }

  private static func list(_ pieces: [Int]) -> String {
    pieces.map { String($0 + 1) }.joined(separator: ", ")
  }
}
