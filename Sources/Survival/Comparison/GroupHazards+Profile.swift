import CGSL

extension GroupHazards {
  /// The interval of all ratios that the likelihood does not refuse: with pl(b) the maximum of log L over all other coefficients when the log
  /// ratio is b,
  ///
  ///     { exp(b) : 2 (log L - pl(b)) <= z^2 }
  ///
  /// It follows the likelihood's skewness where Wald's interval does not, and holds for ratios that are zero (lower limit 0) or unbounded (no upper
  /// limit): the other limit is that of a two-sided interval, so it leaves out (1 - level)/2 on its side. An undetermined ratio has neither limit.
  ///
  /// Source: Venzon and Moolgavkar (1988), doi:10.2307/2347496.
  ///
  /// Cost: some nine fits a limit.
  ///
  /// - Throws: `SurvivalError.numerical` when a search does not end.
  /// - Precondition: both are groups of the sample, and not the same.
  public func profileInterval(
    of group: Int, to reference: Int, level: ConfidenceLevel = .standard
  ) throws(SurvivalError) -> HazardRatioInterval {
    let ratio = hazardRatio(of: group, to: reference)
    // With the ratio given, these groups' ratios are finite; the others are as far from them as before, and their likelihood does not change.
    let joined = order.joining(group, reference).comparable(with: group)
    let others = joined.filter { $0 != group && $0 != reference }
    guard ratio != .undetermined, let part = sample.restricted(to: [reference, group] + others) else {
      return HazardRatioInterval(lower: 0, upper: nil, level: level)
    }
    let highest = classes.reduce(0) { joined.contains($1.groups[0]) ? $0 + $1.maximum.likelihood.logLikelihood : $0 }
    /// z less the root of 2 (log L - pl), which is nearly a straight line on either side, so that few fits find where it is 0; not a number
    /// where a fit fails, which the search for a root reports.
    func excess(_ coefficient: Double) -> Double {
      let fall = highest - ((try? CoxMaximum(part, ties, second: coefficient))?.likelihood.logLikelihood ?? .nan)
      return level.normalQuantile - (fall < 0 ? 0 : 2 * fall).squareRoot()
    }
    let inside = ratio.estimate?.coefficient ?? Self.point(toward: ratio == .zero ? -1 : 1, where: excess)
    let step = max(ratio.estimate?.standardError ?? 1, 1e-3) * level.normalQuantile
    return HazardRatioInterval(
      lower: ratio == .zero ? 0 : try Self.limit(from: inside, step: -step, excess),
      upper: ratio == .unbounded ? nil : try Self.limit(from: inside, step: step, excess), level: level)
  }

  /// A coefficient inside the interval, for a likelihood that rises for ever in a direction.
  private static func point(toward direction: Double, where excess: (Double) -> Double) -> Double {
    var point = direction
    while abs(point) < 512, excess(point) < 0 { point *= 2 }
    return point
  }

  /// The limit on the side of `step`, as a ratio. The search is for the ratio over that of the inner point: a number that is never 0, as the
  /// solver's relative width wants it.
  private static func limit(from inside: Double, step: Double, _ excess: (Double) -> Double) throws(SurvivalError) -> Double {
    var distance = step
    while abs(distance) < 512, excess(inside + distance) >= 0 { distance *= 2 }
    let outer = exp(distance)
    return exp(inside) * (try BracketedRoot.find(in: min(1, outer)...max(1, outer), to: 1e-9) { excess(inside + log($0)) })
  }
}
