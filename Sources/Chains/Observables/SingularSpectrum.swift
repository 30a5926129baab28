import DeepLinear

/// The singular values of A, the largest.
package enum SingularSpectrum: ObservableKind {
  package static let word = "singular-values"
  package static let isStandard = true
  /// How many are kept.
  package static let most = 16

  package static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    (1...shape.singularValues).map {
      ObservableColumn(
        "s_\($0)", shown: "`s_1`, `s_2`, ...",
        "the singular values of A, the \(most) largest at most")
    }
  }

  package static func values(_ seen: SeenNetwork) -> [Double] {
    Array(seen.singularValues.prefix(most))
  }
}

/// s_2 / s_1 of A; none where there is no s_2 or s_1 is 0.
package enum Ratio: ObservableKind {
  package static let word = "ratio"
  package static let isStandard = true

  package static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    [ObservableColumn("ratio", "s_2 / s_1, the second singular value of A over the first")]
  }

  package static func values(_ seen: SeenNetwork) -> [Double] {
    let values = seen.singularValues
    return values.count > 1 && values[0] > 0 ? [values[1] / values[0]] : []
  }
}

/// The singular values of A above both 0.01 s_1 and 1e-6 max|a_k|: the numerical rank.
package enum NumericalRank: ObservableKind {
  package static let word = "rank"
  package static let isStandard = true

  package static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    [
      ObservableColumn(
        "rank", unit: "rank", isWhole: true,
        "the numerical rank: the singular values of A above both 0.01 s_1 and 1e-6 of the largest "
          + "observed value")
    ]
  }

  package static func values(_ seen: SeenNetwork) -> [Double] {
    let scale = max(seen.law.problem.largestValue, .leastNormalMagnitude)
    let floor = max(0.01 * (seen.singularValues.first ?? 0), 1e-6 * scale)
    return [Double(seen.singularValues.count { $0 > floor })]
  }
}

extension PathPoint {
  /// The numerical rank, which is recorded of every point.
  public var rank: Int { self[NumericalRank.self].flatMap { Int(exactly: $0) } ?? 0 }
  /// s_2 / s_1 of A.
  public var ratio: Double? { self[Ratio.self] }
}
