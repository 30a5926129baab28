import CGSL

/// The weight that a weighted log-rank test gives to an event time t with n at risk and d events,
/// all groups of the stratum together.
///
/// S(t-) is the Kaplan-Meier estimate just before t and S~(t) = prod_{u <= t} (1 - d/(n + 1)), both
/// of the stratum.
///
/// Sources: Klein and Moeschberger, Survival Analysis (2nd ed., 2003), section 7.3, table 7.3;
/// Tarone and Ware (1977), doi:10.1093/biomet/64.1.156; Peto and Peto (1972), doi:10.2307/2344317;
/// Andersen, Borgan, Gill and Keiding (1982), doi:10.2307/1402489; Harrington and Fleming (1982),
/// doi:10.1093/biomet/69.3.553.
public enum LogRankWeights: Equatable, Sendable {
  /// 1: most powerful when hazards are proportional (Mantel, Cox).
  case logRank
  /// n: Gehan's and Breslow's generalization of Wilcoxon's test; early times count more, and
  /// censoring changes how much.
  case gehan
  /// sqrt(n).
  case taroneWare
  /// S~(t): the Peto-Peto test as Stata, SAS and Klein and Moeschberger define it.
  case petoPeto
  /// S~(t) n/(n + 1): Andersen's modification.
  case modifiedPetoPeto
  /// S(t-)^rho (1 - S(t-))^gamma: early times count more with rho, late ones with gamma. R's
  /// `survdiff` has gamma = 0. Where late entries let a risk set die out and fill again, S stays 0,
  /// and so does the weight if rho > 0. Exponents so large that the weights' squares underflow
  /// leave no test.
  case flemingHarrington(rho: Double, gamma: Double)

  /// The weights of one stratum, made in ascending order of its event times.
  struct Sequence {
    private let weights: LogRankWeights
    private var survival = 1.0

    init(_ weights: LogRankWeights) { self.weights = weights }

    @inline(__always)
    mutating func next(atRisk n: Double, events d: Double) -> Double {
      switch weights {
      case .logRank: return 1
      case .gehan: return n
      case .taroneWare: return n.squareRoot()
      case .petoPeto, .modifiedPetoPeto:
        survival *= (n + 1 - d) / (n + 1)
        return weights == .petoPeto ? survival : survival * n / (n + 1)
      case .flemingHarrington(let rho, let gamma):
        defer { survival *= (n - d) / n }
        return pow(survival, rho) * pow(1 - survival, gamma)
      }
    }
  }

  func check() throws(SurvivalError) {
    guard case .flemingHarrington(let rho, let gamma) = self else { return }
    guard rho.isFinite, gamma.isFinite, rho >= 0, gamma >= 0 else {
      throw .exponents(rho: rho, gamma: gamma)
    }
  }
}
