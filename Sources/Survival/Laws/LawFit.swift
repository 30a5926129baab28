import CGSL

/// A parameter's estimate.
public struct LawParameter: Equatable, Sendable {
  /// The name.
  public let name: String
  /// The estimate.
  public let value: Double
  /// The standard error from the observed information; nil where the likelihood is not regular (a
  /// delay, a bound).
  public let standardError: Double?
  /// The standard error of the parameter's logarithm; nil as above, and for mu, which may be
  /// negative.
  public let logStandardError: Double?
  /// The lower limit of the profile-likelihood interval; nil when the data set none, or intervals
  /// were not asked for.
  public let lower: Double?
  /// The upper limit; nil as above.
  public let upper: Double?

  init(
    _ name: String, _ value: Double, error: Double? = nil, logError: Double? = nil,
    lower: Double? = nil, upper: Double? = nil
  ) {
    (self.name, self.value, standardError, logStandardError) = (name, value, error, logError)
    (self.lower, self.upper) = (lower, upper)
  }
}

/// A law fitted by maximum likelihood to exact, right-, left- and interval-censored and
/// left-truncated times.
///
/// The log-likelihood is that of the times as they are: densities are per unit of time, as in R's
/// `survreg`, whose log-likelihood of a log-normal fit includes the terms -log t. So
/// log-likelihoods of different families can be compared, and change by -(exact events) log c when
/// times are multiplied by c. Intervals are for one parameter at a time: where twice the fall of
/// the profile log-likelihood stays below the chi-square(1) quantile. The delay of a delayed
/// exponential law is different, see `DelayedExponentialFit`.
///
/// Cost: some 5 to 10 passes over the distinct rows, and 30 to 60 more when intervals are asked
/// for.
///
/// Sources: Klein and Moeschberger (2003), sections 3.5 and 12.2 to 12.5; Cox and Oakes, Analysis
/// of Survival Data (1984), chapter 3.
public struct LawFit: Sendable {
  /// The family.
  public let family: LawFamily
  /// The law with the estimates; nil when there is none (no events, one time, an impossible fit).
  public let law: (any SurvivalLaw)?
  /// The estimates.
  public let parameters: [LawParameter]
  /// The log-likelihood, or its supremum at a bound; nil when that is infinite or the fit
  /// impossible.
  public let logLikelihood: Double?
  /// The number of parameters as AIC and BIC count them: a delay counts as two
  /// (`DelayedExponentialFit`), and a cut that was chosen from the data as three, its piece's rate
  /// among them (`PiecewiseSegmentation`).
  public let parameterCount: Int
  /// All observations.
  public let observations: Int
  /// Events.
  public let events: Int
  /// How the fit ended.
  public let status: LawStatus
  /// The level of the intervals.
  public let level: ConfidenceLevel

  /// 2 parameters - 2 log-likelihood.
  public var aic: Double? { logLikelihood.map { 2 * Double(parameterCount) - 2 * $0 } }
  /// log(observations) parameters - 2 log-likelihood; observations, as in R's `BIC(survreg)`, not
  /// events.
  public var bic: Double? {
    logLikelihood.map { log(Double(observations)) * Double(parameterCount) - 2 * $0 }
  }
  /// Whether the estimates are an ordinary maximum, or one at a bound that is a law all the same (a
  /// delay or a piece's rate of 0).
  public var isUsable: Bool {
    guard law != nil else { return false }
    switch status {
    case .converged, .atBound(.zeroDelay), .atBound(.zeroRate): return true
    default: return false
    }
  }

  /// Whether this is the exponential law under another family's name: a piecewise law without cuts,
  /// a delayed one without delay.
  var isExponentialAgain: Bool {
    (law as? PiecewiseExponentialLaw)?.cuts.isEmpty ?? ((law as? DelayedExponentialLaw)?.delay == 0)
  }

  /// The estimate of the parameter with this name.
  public subscript(name: String) -> LawParameter? { parameters.first { $0.name == name } }

  /// Fits a law to right-censored times.
  ///
  /// - Parameter intervals: whether to find profile-likelihood intervals, which costs several times
  ///   the fit.
  /// - Throws: `SurvivalError.cuts` for the cuts of a piecewise law that are out of order or out of
  ///   the data.
  public init(
    _ family: LawFamily, _ sample: RightCensoredSample, level: ConfidenceLevel = .standard,
    intervals: Bool = true
  ) throws(SurvivalError) {
    try self.init(family, LikelihoodRows(sample), level: level, intervals: intervals)
  }

  /// Fits a law to interval-censored times.
  ///
  /// - Throws: as for right-censored times.
  public init(
    _ family: LawFamily, _ sample: IntervalCensoredSample, level: ConfidenceLevel = .standard,
    intervals: Bool = true
  ) throws(SurvivalError) {
    try self.init(family, LikelihoodRows(sample), level: level, intervals: intervals)
  }

  init(_ family: LawFamily, _ rows: LikelihoodRows, level: ConfidenceLevel, intervals: Bool)
    throws(SurvivalError)
  {
    let outcome: LawOutcome
    switch family {
    case .exponential:
      outcome = try PiecewiseFit.fit(cuts: [], rows, level, intervals: intervals).named(["rate"]) {
        ExponentialLaw(rate: $0[0])
      }
    case .piecewiseExponential(let cuts):
      let times = try PiecewiseSegmentation.cuts(cuts, rows)
      outcome = try PiecewiseFit.fit(cuts: times, rows, level, intervals: intervals).counting(
        cuts == .chosen ? times.count * (PiecewiseSegmentation.parametersACut - 1) : 0)
    case .delayedExponential:
      // A root is lost only among times hundreds of decades apart; that is no reason to refuse the
      // other laws.
      outcome =
        (try? DelayedExponentialFit.fit(rows, level, intervals: intervals))
        ?? LawOutcome(
          parameterCount: DelayedExponentialFit.parameterCount,
          status: .notConverged(rounds: 0, gradient: nil))
    case .weibull:
      outcome = TwoParameterFit<LocationScaleModel<WeibullLaw>>.fit(
        rows, level, intervals: intervals)
    case .logNormal:
      outcome = TwoParameterFit<LocationScaleModel<LogNormalLaw>>.fit(
        rows, level, intervals: intervals)
    case .logLogistic:
      outcome = TwoParameterFit<LocationScaleModel<LogLogisticLaw>>.fit(
        rows, level, intervals: intervals)
    case .gamma: outcome = TwoParameterFit<GammaModel>.fit(rows, level, intervals: intervals)
    }
    self.family = family
    (law, parameters, logLikelihood) = (outcome.law, outcome.parameters, outcome.logLikelihood)
    (parameterCount, status) = (outcome.parameterCount, outcome.status)
    (observations, events, self.level) = (rows.observations, rows.events, level)
  }
}

/// What a fit found, before it is a `LawFit`.
struct LawOutcome {
  var law: (any SurvivalLaw)?
  var parameters: [LawParameter] = []
  var logLikelihood: Double?
  var parameterCount: Int
  var status: LawStatus

  /// With parameters chosen from the data besides the estimates.
  func counting(_ more: Int) -> LawOutcome {
    var outcome = self
    outcome.parameterCount += more
    return outcome
  }

  /// With other names and another form of the law.
  func named(_ names: [String], _ law: ([Double]) -> any SurvivalLaw) -> LawOutcome {
    var outcome = self
    outcome.parameters = zip(names, parameters).map { name, old in
      LawParameter(
        name, old.value, error: old.standardError, logError: old.logStandardError, lower: old.lower,
        upper: old.upper)
    }
    outcome.law = self.law.map { _ in law(parameters.map(\.value)) }
    if case .atBound(.flat(let old)) = status,
      let index = parameters.firstIndex(where: { $0.name == old })
    {
      outcome.status = .atBound(.flat(parameter: names[index]))
    }
    return outcome
  }
}
