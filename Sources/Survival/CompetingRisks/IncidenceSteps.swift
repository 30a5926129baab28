/// One cause's cumulative incidence F, the overall survival S and their covariances, carried from
/// one distinct time to the next.
///
/// With hazards a = d_k/n of the cause and q = d/n of any, a step takes F to F + S a and S to S (1
/// - q). To first order the errors follow:
///
///     dF' = dF + a dS + S da        dS' = (1 - q) dS - S dq
///
/// and da, dq are multinomial errors of this time alone: var a = a (1 - a)/n, var q = q (1 - q)/n,
/// cov(a, q) = a (1 - q)/n. No term divides by n - d, and nothing cancels, unlike in the closed sum
/// of `AalenJohansenEstimate`, to which this is equal.
struct IncidenceSteps {
  private let sample: RightCensoredSample
  private let events: [Int]
  private(set) var incidence = 0.0
  private(set) var survival = 1.0
  /// Estimates of var F, cov(F, S) and var S.
  private(set) var variance = 0.0
  private var covariance = 0.0
  private var survivalVariance = 0.0
  private var otherEvents = 0
  /// The area under F up to the last time, its variance and its covariances with F and S.
  private(set) var area = 0.0
  private(set) var areaVariance = 0.0
  private var areaWithIncidence = 0.0
  private var areaWithSurvival = 0.0

  init(_ sample: CompetingRisksSample, cause: Int) {
    self.sample = sample.overall
    events = sample.events[sample.index(of: cause)]
  }

  /// Takes in the events of a row; rows come in their order.
  mutating func step(_ row: Int) {
    let atRisk = Double(sample.atRisk[row])
    let (cause, any) = (Double(events[row]) / atRisk, Double(sample.events[row]) / atRisk)
    let lasting = Double(sample.atRisk[row] - sample.events[row]) / atRisk
    let square = survival * survival / atRisk
    let others = Double(sample.atRisk[row] - events[row]) / atRisk

    areaWithIncidence += cause * areaWithSurvival
    areaWithSurvival *= lasting
    variance += cause * cause * survivalVariance + 2 * cause * covariance + square * cause * others
    covariance = lasting * (covariance + cause * survivalVariance - square * cause)
    survivalVariance = lasting * (lasting * survivalVariance + square * any)
    incidence += survival * cause
    otherEvents += survival > 0 ? sample.events[row] - events[row] : 0
    // Rounding must not decide whether everybody had the cause.
    if lasting == 0, survival > 0, otherEvents == 0 { (incidence, variance) = (1, 0) }
    survival *= lasting
    variance = max(variance, 0)
  }

  /// Lets time pass without an event.
  mutating func pass(_ duration: Double) {
    area += duration * incidence
    areaVariance += duration * (2 * areaWithIncidence + duration * variance)
    areaWithIncidence += duration * variance
    areaWithSurvival += duration * covariance
  }
}
