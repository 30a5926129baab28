import CGSL

/// 2 (log L - pl(b)), with pl(b) the maximum of log L over all other coefficients when the log
/// ratio of two groups is b.
struct HazardRatioProfile {
  private let table: RiskChanges
  private let ties: TieMethod
  private let highest: Double
  /// Where the next fit starts: the fit before, near which it mostly is.
  private var start: [Double]
  /// The search for many groups.
  private let chord: ChordMaximum?

  /// Log ratios beyond this, either way, are not looked at: their likelihoods need numbers that are
  /// too large.
  private static let furthest = 300.0

  /// nil when the two groups have no observations.
  init?(_ model: GroupHazards, of group: Int, to reference: Int) {
    // With the ratio given, these groups' ratios are finite; the others are as far from them as
    // before, and their likelihood does not change.
    let order =
      model.order.areComparable(group, reference)
      ? model.order : model.order.joining(group, reference)
    let joined = order.comparable(with: group)
    let groups = [reference, group] + joined.filter { $0 != group && $0 != reference }
    if groups.count == model.sample.groupCount {
      table = model.changes.renumbered(groups)
    } else {
      guard let part = model.sample.restricted(to: groups) else { return nil }
      table = RiskChanges(part)
    }
    ties = model.ties
    let classes = model.classes.filter { joined.contains($0.groups[0]) }
    highest = classes.reduce(0) { $0 + $1.maximum.likelihood.logLikelihood }
    var known = Array(repeating: 0.0, count: model.sample.groupCount)
    for part in classes {
      for (group, coefficient) in zip(part.groups, part.maximum.coefficients) {
        known[group] = coefficient
      }
    }
    start = groups.map { known[$0] - known[reference] }
    chord =
      groups.count <= ChordMaximum.fewGroups
      ? nil
      : ChordMaximum(information: Self.information(groups, classes, table, start, ties))
  }

  /// Minus the second derivatives at the estimate: those of the fit, or a pass where several
  /// classes are joined.
  private static func information(
    _ groups: [Int], _ classes: [ComparableGroups], _ table: RiskChanges, _ start: [Double],
    _ ties: TieMethod
  ) -> ContrastMatrix {
    guard classes.count == 1, let part = classes.first, part.groups.count == groups.count else {
      return CoxLikelihood(table, start, ties).information
    }
    var places: [Int: Int] = [:]
    for (place, group) in part.groups.enumerated() { places[group] = place }
    let known = part.maximum.likelihood.information
    var information = ContrastMatrix(size: groups.count)
    for (place, group) in groups.enumerated() {
      information.addRow(place) { other in
        known.link(places[group] ?? 0, places[groups[other]] ?? 0)
      }
    }
    return information
  }

  /// 2 (log L - pl(coefficient)), at least 0.
  mutating func statistic(_ coefficient: Double) throws(SurvivalError) -> Double {
    if let fit = chord?.find(table, ties, second: coefficient, from: start) {
      start = fit.coefficients
      return max(0, 2 * (highest - fit.logLikelihood))
    }
    var first = start
    first[1] = coefficient
    let fit = try CoxMaximum(table, ties, from: first, holdsSecond: true)
    start = fit.coefficients
    return max(0, 2 * (highest - fit.likelihood.logLikelihood))
  }

  /// z less the root of the statistic, which is nearly a straight line on either side, so that few
  /// fits find where it is 0; not a number where a fit fails, which the search for a root reports.
  private mutating func excess(_ coefficient: Double, _ z: Double) -> Double {
    z - ((try? statistic(coefficient)) ?? .nan).squareRoot()
  }

  /// A coefficient inside the interval, for a likelihood that rises for ever in a direction.
  mutating func point(toward direction: Double, within z: Double) -> Double {
    var point = direction
    while abs(point) < Self.furthest / 2, excess(point, z) < 0 { point *= 2 }
    return point
  }

  /// The limit on the side of `step`, as a ratio; nil when there is none within reach. The search
  /// is for the ratio over that of the inner point: a number that is never 0, as the solver's
  /// relative width wants it.
  mutating func limit(from inside: Double, step: Double, within z: Double) throws(SurvivalError)
    -> Double?
  {
    let furthest = step < 0 ? min(-Self.furthest - inside, step) : max(Self.furthest - inside, step)
    var distance = step
    while excess(inside + distance, z) >= 0 {
      if distance == furthest { return nil }
      distance = step < 0 ? max(2 * distance, furthest) : min(2 * distance, furthest)
    }
    let outer = exp(distance)
    return exp(inside)
      * (try BracketedRoot.find(in: min(1, outer)...max(1, outer), to: 1e-11) {
        excess(inside + log($0), z)
      })
  }
}
