import CGSL

/// The fit of a piecewise exponential law with given cuts; without cuts, of an exponential law.
///
/// Without interval censoring the rates are events over exposure, piece by piece, with standard
/// error rate/sqrt(events). With it, Newton's method on the concave log-likelihood, a rate that
/// falls to nothing being set to 0; where nobody is known to have been without the event while at
/// risk (left-censored times alone) the likelihood rises with the rate without end, and the fit
/// says flat. The profile-likelihood interval of a rate with d events and no intervals solves 2 d
/// (x - 1 - log x) = q in x = r/rate; at d = 0 its upper limit is q/(2 exposure) (`PoissonRate` is
/// exact).
enum PiecewiseFit {
  static func fit(cuts: [Double], _ rows: LikelihoodRows, _ level: ConfidenceLevel, intervals: Bool)
    throws(SurvivalError)
    -> LawOutcome
  {
    var outcome = LawOutcome(parameterCount: cuts.count + 1, status: .converged)
    let table = PieceTable(rows, cuts: cuts)
    let start = table.roughRates
    guard rows.lastTime > 0, start.allSatisfy({ $0 < .infinity }) else {
      outcome.status =
        rows.events > 0 ? .atBound(.oneTime(rows.exact.first?.time ?? 0)) : .impossible(.noTime)
      return outcome
    }
    let search = PieceSearch(table, from: start)
    outcome.logLikelihood = search.value
    let zero = (0..<table.pieces).filter { search.rates[$0] == 0 }
    let unseen = zero.filter { !(table.exposure[$0] > 0) }
    let names = (0..<table.pieces).map { "rate \($0 + 1)" }
    if rows.events == 0 {
      outcome.status = .atBound(.noEvents)
    } else if let endless = (0..<table.pieces).first(where: table.isEndless) {
      outcome.status = .atBound(.flat(parameter: names[endless]))
      if table.events[endless] > 0 { outcome.logLikelihood = nil }
    } else if !search.isConverged {
      outcome.status = .notConverged(
        rounds: search.rounds, gradient: search.largestGradient / Double(rows.observations))
    } else if search.logDeviations == nil {
      outcome.status = .atBound(.flat(parameter: "rates"))
    } else if !unseen.isEmpty {
      outcome.status = .atBound(.noExposure(pieces: unseen))
    } else if !zero.isEmpty {
      outcome.status = .atBound(.zeroRate(pieces: zero))
    }
    outcome.law = PiecewiseExponentialLaw(cuts: cuts, rates: search.rates)
    if case .atBound(.flat) = outcome.status {
      outcome.parameters = zip(names, search.rates).map { LawParameter($0, $1) }
      return outcome
    }
    for piece in 0..<table.pieces {
      let limits =
        try intervals && search.isConverged ? limits(piece, table, search, level) : (nil, nil)
      let deviation = search.logDeviations?[piece]
      outcome.parameters.append(
        LawParameter(
          names[piece], search.rates[piece], error: deviation.map { $0 * search.rates[piece] },
          logError: deviation,
          lower: limits.0, upper: limits.1))
    }
    return outcome
  }

  private static func limits(
    _ piece: Int, _ table: PieceTable, _ search: PieceSearch, _ level: ConfidenceLevel
  ) throws(SurvivalError) -> (Double?, Double?) {
    let (rate, depth) = (search.rates[piece], level.normalQuantile)
    if rate == 0 {
      let exposure = table.exposure[piece]
      return exposure > 0 && table.intervals.isEmpty
        ? (0, depth * depth / (2 * exposure)) : (0, nil)
    }
    if table.intervals.isEmpty {
      let factors = try poissonFactors(events: table.events[piece], depth: depth)
      return (rate * factors.lowerBound, rate * factors.upperBound)
    }
    guard let deviation = search.logDeviations?[piece] else { return (nil, nil) }
    func limit(_ side: Double) -> Double? {
      var rates = search.rates
      return ProfileLimit.distance(depth: depth, start: depth * deviation) { distance in
        rates[piece] = rate * exp(side * distance)
        let profile = PieceSearch(table, from: rates, holding: piece)
        rates = profile.rates
        guard profile.isConverged else { return (.nan, .nan) }
        return (profile.value - search.value, side * profile.gradient[piece])
      }.map { rate * exp(side * $0) }
    }
    return (limit(-1), limit(1))
  }

  /// The range of x with 2 d (x - 1 - log x) at most depth squared.
  static func poissonFactors(events: Double, depth: Double) throws(SurvivalError) -> ClosedRange<
    Double
  > {
    let fall = depth * depth / (2 * events)
    // In y = log x: e^y - 1 - y = fall. Below, y > -1 - fall; above, e^y - 1 - y > y^2/2.
    func excess(_ y: Double) -> Double {
      (abs(y) < 1e-3 ? y * y * (0.5 + y * (1.0 / 6 + y * (1.0 / 24 + y / 120))) : expm1(y) - y)
        - fall
    }
    let low = try BracketedRoot.find(in: (-1.5 - fall)...0) { excess($0) }
    let high = try BracketedRoot.find(in: 0...(1.1 * (2 * fall).squareRoot())) { excess($0) }
    return exp(low)...exp(high)
  }
}

/// The maximum of a piecewise exponential log-likelihood over the rates.
struct PieceSearch {
  private(set) var rates: [Double]
  private(set) var value = 0.0
  private(set) var gradient: [Double] = []
  private(set) var isConverged = false
  private(set) var rounds = 0
  /// The standard errors of the log rates, nil where a rate is 0; nil when the information is
  /// singular.
  private(set) var logDeviations: [Double?]?

  /// - Parameter holding: a piece whose rate stays as it is.
  init(_ table: PieceTable, from start: [Double], holding: Int? = nil) {
    rates = start
    let reach = rates.indices.map(table.reach)
    while rounds < 200 {
      rounds += 1
      let here = table.derivatives(rates)
      (value, gradient) = (here.value, here.gradient)
      let free = rates.indices.filter { $0 != holding && rates[$0] > 0 }
      // The gradient's size makes up for what an interval over several pieces leaves open; it is 0
      // where the search ends.
      let information = Self.block(
        here.information, free, table.pieces, adding: gradient.map { abs($0) })
      guard let system = PositiveDefiniteSystem(information, size: free.count) else { return }
      let slopes = free.map { gradient[$0] }
      let step = system.solve(slopes)
      let decrement = zip(step, slopes).reduce(0) { $0 + $1.0 * $1.1 }
      if decrement < 1e-14 {
        move(free, step)
        let end = table.derivatives(rates)
        (value, gradient, isConverged) = (end.value, end.gradient, true)
        var deviations: [Double?] = Array(repeating: nil, count: rates.count)
        guard
          let system = PositiveDefiniteSystem(
            Self.block(end.information, free, table.pieces), size: free.count)
        else { return }
        for (column, piece) in free.enumerated() {
          deviations[piece] = system.solve(free.indices.map { $0 == column ? 1 : 0 })[column]
            .squareRoot()
        }
        logDeviations = deviations
        return
      }
      let before = rates
      var fraction = 1.0
      repeat {
        rates = before
        move(free, step.map { fraction * $0 })
        fraction /= 2
      } while !(table.derivatives(rates).value >= here.value - 1e-13 * abs(here.value))
        && fraction > 1e-10
      // A rate that has all but vanished beside the exposure is 0; nothing is lost, as its piece
      // has no exact event.
      for piece in free where table.events[piece] == 0 && rates[piece] * reach[piece] < 1e-9 {
        rates[piece] = 0
      }
    }
  }

  /// The rows and columns of the free pieces.
  private static func block(
    _ matrix: [Double], _ free: [Int], _ pieces: Int, adding diagonal: [Double]? = nil
  ) -> [Double] {
    free.flatMap { row in
      free.map { matrix[row * pieces + $0] + (row == $0 ? diagonal?[row] ?? 0 : 0) }
    }
  }

  var largestGradient: Double { gradient.reduce(0) { max($0, abs($1)) } }

  /// rates (1 + step), at most a factor 10 down.
  private mutating func move(_ free: [Int], _ step: [Double]) {
    for (piece, change) in zip(free, step) { rates[piece] *= max(0.1, 1 + change) }
  }
}
