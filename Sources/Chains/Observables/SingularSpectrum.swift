import DeepLinear

/// The singular values of A, the largest.
public enum SingularSpectrum: ObservableKind {
  public static let word = "singular-values"
  public static let isStandard = true
  /// How many are kept.
  public static let most = 16

  public static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    (1...shape.singularValues).map {
      ObservableColumn(
        "s_\($0)", shown: "`s_1`, `s_2`, ...",
        "the singular values of A, the \(most) largest at most")
    }
  }

  public static func values(_ seen: SeenNetwork) -> [Double] {
    Array(seen.singularValues.prefix(most))
  }
}

/// s_2 / s_1 of A; none where there is no s_2 or s_1 is 0.
public enum Ratio: ObservableKind {
  public static let word = "ratio"
  public static let isStandard = true

  public static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    [ObservableColumn("ratio", "s_2 / s_1, the second singular value of A over the first")]
  }

  public static func values(_ seen: SeenNetwork) -> [Double] {
    let values = seen.singularValues
    return values.count > 1 && values[0] > 0 ? [values[1] / values[0]] : []
  }
}

/// The singular values of A above both 0.01 s_1 and 1e-6 max|a_k|: the numerical rank.
public enum NumericalRank: ObservableKind {
  public static let word = "rank"
  public static let isStandard = true

  public static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    [
      ObservableColumn(
        "rank", unit: "rank", isWhole: true,
        "the numerical rank: the singular values of A above both 0.01 s_1 and 1e-6 of the largest "
          + "observed value")
    ]
  }

  public static func values(_ seen: SeenNetwork) -> [Double] {
    let scale = max(seen.law.problem.largestValue, .leastNormalMagnitude)
    let floor = max(0.01 * (seen.singularValues.first ?? 0), 1e-6 * scale)
    return [Double(seen.singularValues.count { $0 > floor })]
  }
}

extension PathPoint {
  /// The numerical rank, which is recorded of every point.
  public var rank: Int { Int(self[NumericalRank.self] ?? 0) }
  /// s_2 / s_1 of A.
  public var ratio: Double? { self[Ratio.self] }
}
