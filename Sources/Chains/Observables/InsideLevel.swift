import AbsorbingSets
import Engines

/// The smallest s <= r with the weights in B_s; none outside B_r.
package enum InsideLevel: ObservableKind {
  package static let word = "inside"
  package static let isStandard = true

  package static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    [
      ObservableColumn(
        "inside", unit: "rank", isWhole: true,
        "the smallest s <= r with the weights in B_s, or empty")
    ]
  }

  package static func values(_ seen: SeenNetwork) -> [Double] {
    seen.membership.level(of: seen.network).map { [Double($0)] } ?? []
  }
}

/// How far the weights are from B_r: the largest of what its three conditions compare, each over
/// its limit. At most 1 inside, above 1 outside; none where a limit is 0 (epsilon1 = 0, or rank 0
/// with epsilon2 = 0).
///
/// Costs the singular values of every layer and of every pair's difference, at the chain's own
/// width.
package enum SetDistance: ObservableKind {
  package static let word = "set-distance"

  package static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    [
      ObservableColumn(
        "set_distance",
        "the largest of what the three conditions of B_r compare, each over its limit: above 1 outside; "
          + "empty where a limit is 0"
      )
    ]
  }

  package static func values(_ seen: SeenNetwork) -> [Double] {
    let set = seen.law.event
    let reading = SetReading(seen.network, in: set)
    let shares = SetCondition.allCases.compactMap { condition in
      reading.value(of: condition).map { $0 / SetReading.limit(of: condition, in: set) }
    }
    guard shares.count == SetCondition.allCases.count, shares.allSatisfy(\.isFinite) else {
      return []
    }
    return shares.max().map { [$0] } ?? []
  }
}

extension PathPoint {
  /// The smallest s <= r with the weights in B_s; nil outside B_r.
  public var level: Int? { self[InsideLevel.self].flatMap { Int(exactly: $0) } }
}
