import AbsorbingSets
import Engines

/// The smallest s <= r with the weights in B_s; none outside B_r.
public enum InsideLevel: ObservableKind {
  public static let word = "inside"
  public static let isStandard = true

  public static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    [
      ObservableColumn(
        "inside", unit: "rank", isWhole: true,
        "the smallest s <= r with the weights in B_s, or empty")
    ]
  }

  public static func values(_ seen: SeenNetwork) -> [Double] {
    seen.membership.level(of: seen.network).map { [Double($0)] } ?? []
  }
}

/// How far the weights are from B_r: the largest of what its three conditions compare, each over
/// its limit; at most 1 inside.
///
/// The balance counts only where epsilon1 is above 0.
public enum SetDistance: ObservableKind {
  public static let word = "set-distance"

  public static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    [
      ObservableColumn(
        "set_distance",
        "the largest of what the three conditions of B_r compare, each over its limit: above 1 outside"
      )
    ]
  }

  public static func values(_ seen: SeenNetwork) -> [Double] {
    let set = seen.law.event
    let reading = SetReading(seen.network, in: set)
    let shares = SetCondition.allCases.compactMap { condition -> Double? in
      let limit = SetReading.limit(of: condition, in: set)
      return limit > 0 ? reading.value(of: condition).map { $0 / limit } : nil
    }
    return shares.max().map { [$0] } ?? []
  }
}

extension PathPoint {
  /// The smallest s <= r with the weights in B_s; nil outside B_r.
  public var level: Int? { self[InsideLevel.self].map { Int($0) } }
}
