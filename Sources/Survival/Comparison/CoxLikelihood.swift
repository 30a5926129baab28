import CGSL

/// The partial likelihood of Cox's model whose covariate is the group, at given coefficients b_g (log hazard ratios, up to a common shift):
///
///     log L = sum over strata and event times of  sum_g d_g b_g - sum over the d events of log sum_g (n_g - f d_g) exp(b_g)
///
/// with the f of `TieMethod`. Cost: O(events + distinct event times x groups^2).
struct CoxLikelihood: Equatable, Sendable {
  /// log L.
  let logLikelihood: Double
  /// The derivatives of log L by the coefficients; they add up to 0.
  let score: [Double]
  /// Minus the second derivatives.
  let information: ContrastMatrix

  init(_ sample: GroupedSample, _ coefficients: [Double], _ ties: TieMethod) {
    let ratios = coefficients.map { exp($0) }
    var score = Array(repeating: 0.0, count: ratios.count)
    var information = ContrastMatrix(size: ratios.count)
    var risk = TiedRisk(groups: ratios.count, ties: ties)
    var sum = 0.0
    for stratum in sample.strata.indices {
      sample.forEachEventTime(in: stratum) { _, atRisk, events in
        risk.set(atRisk, events, ratios)
        for g in ratios.indices where atRisk[g] > 0 {
          sum += Double(events[g]) * coefficients[g]
          score[g] += Double(events[g]) - risk.expected(g)
        }
        risk.addLinks(to: &information)
      }
    }
    self.logLikelihood = sum - risk.denominators.value
    self.score = score
    self.information = information
  }
}
