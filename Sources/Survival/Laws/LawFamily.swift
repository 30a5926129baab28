/// The laws that can be fitted.
public enum LawFamily: Equatable, Hashable, Sendable {
  /// `ExponentialLaw`.
  case exponential
  /// `DelayedExponentialLaw`.
  case delayedExponential
  /// `WeibullLaw`.
  case weibull
  /// `GammaLaw`.
  case gamma
  /// `LogNormalLaw`.
  case logNormal
  /// `LogLogisticLaw`.
  case logLogistic
  /// `PiecewiseExponentialLaw`.
  case piecewiseExponential(PiecewiseCuts)

  /// All of them, the piecewise law with chosen cuts.
  public static let all: [LawFamily] = [
    .exponential, .delayedExponential, .weibull, .gamma, .logNormal, .logLogistic,
    .piecewiseExponential(.chosen),
  ]

  /// The name, as in a sentence.
  public var name: String {
    switch self {
    case .exponential: "exponential"
    case .delayedExponential: "delayed exponential"
    case .weibull: "Weibull"
    case .gamma: "gamma"
    case .logNormal: "log-normal"
    case .logLogistic: "log-logistic"
    case .piecewiseExponential: "piecewise exponential"
    }
  }
}

/// Where a piecewise exponential law's hazard may change.
public enum PiecewiseCuts: Equatable, Hashable, Sendable {
  /// At these times: ascending, above 0, below the last time.
  case given([Double])
  /// At the times that part the events into so many groups of equal size (1 to 64); fewer where
  /// times are tied.
  case equalEvents(pieces: Int)
  /// At the best of the events' quantiles j/200, as many as lower BIC, each counted as three
  /// parameters (see `PiecewiseSegmentation`).
  case chosen
}
