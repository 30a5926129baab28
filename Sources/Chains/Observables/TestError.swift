import DeepLinear

/// The mean of (A_ij - truth_ij)^2 over the entries that are not observed.
package enum TestError: ObservableKind {
  package static let word = "test-error"
  package static let isStandard = true

  package static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    [
      ObservableColumn(
        "test_error",
        "the mean of (A_ij - truth_ij)^2 over the entries that are not observed; empty where the "
          + "truth is not known")
    ]
  }

  package static func values(_ seen: SeenNetwork) -> [Double] {
    seen.law.problem.testError(of: seen.product).map { [$0] } ?? []
  }
}

/// The test error over that of zeros in the missing entries: what Figure 3 of Wang and Jacot (ICLR
/// 2024) shows.
package enum TestShare: ObservableKind {
  package static let word = "test-share"
  package static let isStandard = true

  package static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    [
      ObservableColumn(
        "test_share", unit: "share",
        "test_error over the test error of zeros in the missing entries")
    ]
  }

  package static func values(_ seen: SeenNetwork) -> [Double] {
    let problem = seen.law.problem
    return problem.testShare(ofError: problem.testError(of: seen.product)).map { [$0] } ?? []
  }
}

extension PathPoint {
  /// The test error; nil where it is not known.
  public var testError: Double? { self[TestError.self] }
}
