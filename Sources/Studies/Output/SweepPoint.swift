import Ensemble

/// The arms of one point of the sweep: the same study but for the rung, so that they can be compared. They share their streams of random numbers.
struct SweepPoint: Equatable {
  /// The arms, in the plan's order.
  let arms: [Int]
  /// The one that the others are compared with: `sgd`, or the first where it is not among them.
  let reference: Int

  /// Those of a plan's points that have at least two arms, in the order of their first ones.
  static func compared(_ plan: EnsemblePlan) -> [SweepPoint] {
    let points = Dictionary(grouping: plan.arms.indices) { plan.arms[$0].stream }.values.filter { $0.count > 1 }
    return points.sorted { $0[0] < $1[0] }.map { arms in
      SweepPoint(arms: arms, reference: arms.first { plan.arms[$0].law.rung == .sgd } ?? arms[0])
    }
  }
}
