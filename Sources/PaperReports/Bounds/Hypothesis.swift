import AbsorbingSets

/// A hypothesis of a theorem, with the study's own value and what is asked for.
struct Hypothesis {
  /// The theorem or proposition.
  let statement: String
  /// The hypothesis as a formula.
  let formula: String
  /// The study's own value.
  let own: LogNumber
  /// The value that is asked for.
  let required: LogNumber
  /// Whether the study's value has to be at least, at most, or below it.
  let relation: Relation

  enum Relation {
    case atLeast, atMost, below
  }

  /// Whether the study meets it.
  var isMet: Bool {
    switch relation {
    case .atLeast: own >= required
    case .atMost: own <= required
    case .below: own < required
    }
  }

  /// By how many decades the study's value misses what is asked for; negative where there are
  /// decades to spare, and nil where one of them is 0.
  var decadesMissing: Double? {
    guard !own.isZero, !required.isZero else { return nil }
    return relation == .atLeast ? required.log10 - own.log10 : own.log10 - required.log10
  }

  /// All hypotheses at a point, each with the study's own values in all other places.
  static func all(at point: BoundsPoint) throws(TheoremError) -> [Hypothesis] {
    let (setting, event) = (try point.setting(), point.law.event)
    let (rank, bound, alpha) = (event.rank, LogNumber(event.bound), LogNumber(event.alpha))
    let (epsilon1, epsilon2) = (spectral(event), LogNumber(event.epsilon2))
    let closed = setting.closedLimits(
      rank: rank, alpha: alpha, epsilon1: epsilon1, epsilon2: epsilon2, bound: bound)
    let reached = setting.reachedLimits(start: point.start, bound: bound, epsilon1: epsilon1)
    let formulas: [(String, String, LogNumber, LogNumber, Relation)] =
      [
        ("B.1", "L >= 3", LogNumber(Double(setting.depth)), LogNumber(3), .atLeast),
        ("B.1", "eps2 < 1/2", epsilon2, LogNumber(0.5), .below),
        ("B.1", "C >= C1/(2 lambda)", bound, setting.smallestBound, .atLeast),
        (
          "B.1", "alpha <= (lambda^2/(2 (C1 + C^L)))^(1/(L-2))", alpha,
          setting.largestAlpha(bound: bound), .atMost
        ),
        (
          "B.1", "eps1 <= (lambda alpha eps2/(32 n L (r+1) C^((L-1)/2) sqrt(2 (C1 + C^L))))^2",
          epsilon1,
          setting.largestEpsilon1(rank: rank, alpha: alpha, epsilon2: epsilon2, bound: bound),
          .atMost
        ),
      ]
      + closed.map {
        ("B.1", "eta <= limit by \($0.reason.words)", point.learningRate, $0.value, .atMost)
      } + [
        ("B.2", "C >= C1/lambda", bound, setting.smallestReachedBound, .atLeast),
        (
          "B.2", "eps1 <= alpha eps2/(4 (n-r) (L-1))", epsilon1,
          setting.largestReachedEpsilon1(rank: rank, alpha: alpha, epsilon2: epsilon2), .atMost
        ),
      ]
      + reached.map {
        ("B.2", "eta <= limit by \($0.reason.words)", point.learningRate, $0.value, .atMost)
      } + [
        ("F.1", "alpha <= 1", alpha, .one, .atMost),
        (
          "F.1", "eps1 <= alpha eps2/(n L^2 C^(L-1))", epsilon1,
          setting.largestProductEpsilon1(alpha: alpha, epsilon2: epsilon2, bound: bound), .atMost
        ),
      ]
    return formulas.map {
      Hypothesis(statement: $0.0, formula: $0.1, own: $0.2, required: $0.3, relation: $0.4)
    }
  }

  /// eps1 in the spectral norm of Appendix B: where the study asks for a squared Frobenius norm of
  /// at most e, the spectral norm is at most sqrt(e).
  private static func spectral(_ event: AbsorbingSet) -> LogNumber {
    let epsilon1 = LogNumber(event.epsilon1)
    return event.balance == .spectral || epsilon1.isZero ? epsilon1 : epsilon1.power(0.5)
  }
}
