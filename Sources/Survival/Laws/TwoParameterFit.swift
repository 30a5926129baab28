import CGSL

/// The fit of a law with two parameters: Newton's method, the observed information,
/// profile-likelihood intervals.
enum TwoParameterFit<Model: TwoParameterModel> {
  static func fit(_ rows: LikelihoodRows, _ level: ConfidenceLevel, intervals: Bool) -> LawOutcome {
    var outcome = LawOutcome(parameterCount: 2, status: .converged)
    if rows.exact.contains(where: { $0.time == 0 }) {
      outcome.status = .impossible(.eventAtZero)
    } else if rows.events == 0 {
      (outcome.status, outcome.logLikelihood) = (.atBound(.noEvents), 0)
    } else if let time = rows.onePoint {
      outcome.status = .atBound(.oneTime(time))
      outcome.logLikelihood = rows.exact.isEmpty && rows.entries.isEmpty ? 0 : nil
    } else {
      maximise(LogTimeRows(rows), &outcome, intervals ? level : nil)
    }
    return outcome
  }

  private static func maximise(
    _ rows: LogTimeRows, _ outcome: inout LawOutcome, _ level: ConfidenceLevel?
  ) {
    let function = { (point: SIMD2<Double>) in Model.logLikelihood(rows, at: point) }
    let start = Model.start(rows)
    var search = TwoParameterSearch(from: start, range: Model.range, function)
    if !search.isConverged, !search.isFlat {
      let second = TwoParameterSearch(from: SIMD2(0, start.y), range: Model.range, function)
      if second.isConverged || !(search.jet.value >= second.jet.value) { search = second }
    }
    let covariance = TwoByTwo.inverse(-search.jet.hessian)
    outcome.logLikelihood = search.jet.value
    outcome.status = status(search, covariance, rows)
    let values = Model.readings.map {
      $0.value(($0.direction * search.point).sum(), centre: rows.centre)
    }
    guard search.jet.value.isFinite, values.allSatisfy({ $0.isFinite }),
      zip(values, Model.readings).allSatisfy({ $0 > 0 || !$1.isLogarithm })
    else { return outcome.logLikelihood = nil }
    outcome.law = Model.law(search.point, centre: rows.centre)
    outcome.parameters = zip(values, Model.readings).map { value, reading in
      guard outcome.status == .converged else { return LawParameter(reading.name, value) }
      let error = TwoByTwo.product(covariance, reading.direction)
      let deviation = (reading.direction * error).sum().squareRoot()
      func limit(_ side: Double) -> Double? {
        guard let level else { return nil }
        let profile = TwoParameterProfile(
          search: search, direction: side * reading.direction,
          null: SIMD2(-reading.direction.y, reading.direction.x),
          tangent: side * error,
          deviation: deviation, range: Model.range)
        guard let distance = profile.limit(level.normalQuantile, function) else { return nil }
        return reading.value(
          (reading.direction * search.point).sum() + side * distance, centre: rows.centre)
      }
      return LawParameter(
        reading.name, value, error: reading.isLogarithm ? value * deviation : deviation,
        logError: reading.isLogarithm ? deviation : nil, lower: limit(-1), upper: limit(1))
    }
  }

  /// Converged, unless the search stopped short or a standard error on the log scale is above 30,
  /// beyond any data: then the likelihood is flat.
  private static func status(
    _ search: TwoParameterSearch, _ covariance: SIMD4<Double>, _ rows: LogTimeRows
  ) -> LawStatus {
    let isLoose =
      !TwoParameterSearch.isConcave(search.jet.hessian) || max(covariance.x, covariance.z) > 900
    if search.isFlat || (search.isConverged && isLoose) {
      let first =
        abs(search.point.x) > Model.range || covariance.x > covariance.z || !(covariance.z > 0)
      return .atBound(.flat(parameter: Model.readings[first ? 0 : 1].name))
    }
    if search.isConverged { return .converged }
    let gradient = max(abs(search.jet.gradient.x), abs(search.jet.gradient.y)) / rows.observations
    return .notConverged(rounds: search.rounds, gradient: gradient)
  }
}

/// The profile log-likelihood along one direction of two parameters.
struct TwoParameterProfile {
  let search: TwoParameterSearch
  /// The direction of interest: distances are measured by its product with the parameters.
  let direction: SIMD2<Double>
  /// The direction that leaves that product alone, over which is maximized.
  let null: SIMD2<Double>
  /// The covariance times the direction: the way the maximum goes, to first order.
  let tangent: SIMD2<Double>
  /// The standard error of the product.
  let deviation: Double
  /// Beyond this, and twice this for the second coordinate, there is no profile.
  let range: Double

  /// The distance at which the signed root has risen to `depth`; nil when it never does.
  func limit(_ depth: Double, _ function: (SIMD2<Double>) -> Jet) -> Double? {
    let along = tangent / (deviation * deviation)
    var (lastDistance, lastOffset) = (0.0, 0.0)
    return ProfileLimit.distance(depth: depth, start: depth * deviation) { distance in
      // The maximum leaves the tangent as the square of the distance.
      let ratio = lastDistance > 0 ? distance / lastDistance : 0
      var offset = lastOffset * ratio * ratio
      func value(_ offset: Double) -> Jet {
        let point = search.point + distance * along + offset * null
        return abs(point.x) <= range && abs(point.y) <= 2 * range ? function(point) : Jet(.nan)
      }
      var jet = value(offset)
      for _ in 0..<50 where jet.value.isFinite {
        let slope = (jet.gradient * null).sum()
        let curvature = (TwoByTwo.product(jet.hessian, null) * null).sum()
        let step = curvature < 0 ? -slope / curvature : (slope > 0 ? deviation : -deviation)
        let cut = max(-1, min(1, step))
        var next = value(offset + cut)
        var part = cut
        while !(next.value >= jet.value - 1e-12 * abs(jet.value)), abs(part) > 1e-9 * abs(cut) {
          part /= 2
          next = value(offset + part)
        }
        offset += part
        jet = next
        if abs(slope * step) < 1e-12 { break }
      }
      (lastDistance, lastOffset) = (distance, offset)
      return (jet.value - search.jet.value, (jet.gradient * along).sum())
    }
  }
}
