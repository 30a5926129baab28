import Ensemble

/// The arms of one combination of swept values: the same study but for the rung, so that they can be compared.
struct SweepPoint: Equatable {
  /// The arms, in the plan's order.
  let arms: [Int]
  /// The one that the others are compared with: `sgd`, or the first where it is not among them.
  let reference: Int

  /// Those of a plan's points that have at least two arms, in the order of their first ones.
  static func compared(_ plan: EnsemblePlan) -> [SweepPoint] {
    var places: [[String]: Int] = [:]
    var members: [[Int]] = []
    for (index, arm) in plan.arms.enumerated() {
      let values = arm.swept.flatMap { [$0.key, $0.value] }
      if let place = places[values] {
        members[place].append(index)
      } else {
        places[values] = members.count
        members.append([index])
      }
    }
    return members.filter { $0.count > 1 }.map { arms in
      SweepPoint(arms: arms, reference: arms.first { plan.arms[$0].law.rung == .sgd } ?? arms[0])
    }
  }
}
