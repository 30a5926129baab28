import AbsorbingSets
import Publishing

/// What the tables say, in plain words.
enum BoundsProse {
  private static let mostPoints = 6

  /// A paragraph a point, then what holds for all.
  static func paragraphs(_ points: [BoundsPoint], sweptKeys: [String]) -> [String] {
    let main = points.filter(\.isNoisiest)
    var paragraphs = main.prefix(mostPoints).map { point in
      let name = point.swept.map(\.description).joined(separator: ", ")
      let opening = "Setting \(point.index)" + (name.isEmpty ? "" : ", \(name)")
      do {
        return "\(opening): " + (try covered(point))
      } catch {
        return "\(opening) is not covered: \(error)."
      }
    }
    if main.count > mostPoints {
      paragraphs.append(
        "The other \(main.count - mostPoints) points of the sweep are in the tables.")
    }
    for point in main.prefix(1) where !point.isEpsilon2Covered {
      paragraphs.append(
        "The theorems need 0 < eps2 < 1/2, and the study has \(TableText.csv(point.law.event.epsilon2)): their constants are for eps2 just below 1/2."
      )
    }
    paragraphs.append(
      "All constants are in convention appendix, that of the proofs; the study's eta and lambda are translated to it. Each setting is a point of the sweep "
        + "with the phase of its schedule that has the largest eta; other pairs (eta, lambda) follow as settings of their own."
    )
    return paragraphs
  }

  private static func covered(_ point: BoundsPoint) throws(TheoremError) -> String {
    let rank = point.law.event.rank
    let closed = try point.closedSet()
    let reached = ReachedSet(
      try point.setting(), rank: rank, epsilon2: point.epsilon2, start: point.start)
    let limit = closed.largest
    let own = "the study's \(TableText.csv(point.phase.learningRate))"
    let translated =
      point.law.convention == .appendix
      ? own
      : own
        + " (\(TableText.csv(point.law.convention.equivalent(in: .appendix, learningRate: point.phase.learningRate, ridge: 1).learningRate)) in convention appendix)"
    let sentences = [
      "for r = \(rank) Theorem B.1 covers learning rates up to \(power(limit.value)); \(translated) is \(distance(point, limit)). "
        + "The limit by \(limit.reason.words) binds, for a set with C = \(power(closed.bound)), alpha = \(power(closed.alpha)) and "
        + "eps1 = \(power(closed.epsilon1)).",
      chance(reached),
    ]
    return sentences.joined(separator: " ")
  }

  private static func distance(_ point: BoundsPoint, _ limit: LearningRateLimit) -> String {
    guard !point.learningRate.isZero else { return "within that: nothing moves" }
    let above = point.learningRate.log10 - limit.value.log10
    return above > 0 ? "\(TableText.fixed(above, decimals: 1)) decades above" : "within that"
  }

  private static func chance(_ reached: ReachedSet) -> String {
    let opening = "Theorem B.2 covers rates up to \(power(reached.largest.value))"
    guard let decades = reached.probability.decades else {
      return "\(opening), and says nothing of the chance to reach r = 0."
    }
    guard !decades.isZero else {
      return "\(opening), and the set is so wide that chains are in it for sure."
    }
    let steps = reached.balancingTime + reached.fallingTime
    return
      "\(opening); there a chain is in the set after \(power(steps)) steps with a probability of at least 10^-(\(power(decades)))."
  }

  /// A number as a power of ten, or as it is where it is near 1.
  private static func power(_ number: LogNumber) -> String {
    guard !number.isZero else { return "0" }
    return number.log10.magnitude < 3
      ? TableText.significant(number.value, digits: 3)
      : "10^\(TableText.fixed(number.log10, decimals: 1))"
  }

  /// What the ensemble saw in its first arm of plain SGD; nothing where it has none.
  static func measured(_ arms: [MeasuredArm]) -> [String] {
    guard let arm = arms.first(where: { $0.arm.law.rung == .sgd }),
      let chains = arm.count("chains"),
      let entered = arm.count("entered")
    else { return [] }
    let law = arm.arm.law
    let set = (law.judge == .state ? "" : "the basin of ") + "the study's own B_\(law.event.rank)"
    var sentence =
      "Beside it the ensemble: \(entered) of \(chains) chains of arm \(arm.index), \(arm.arm.dynamics), entered \(set)"
    if let steps = arm.count("steps_inside"), let exits = arm.count("exits"),
      let upper = arm.number("exit_rate_upper")
    {
      sentence +=
        ", and in \(steps) steps inside there \(exits == 1 ? "was 1 exit" : exits == 0 ? "was no exit" : "were \(exits) exits")"
        + ", a rate of at most \(TableText.scientific(upper, digits: 2)) a step"
    }
    return [sentence + "."]
  }
}
