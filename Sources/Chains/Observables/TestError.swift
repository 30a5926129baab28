import DeepLinear

/// The mean of (A_ij - truth_ij)^2 over the entries that are not observed.
public enum TestError: ObservableKind {
  public static let word = "test-error"
  public static let isStandard = true

  public static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    [
      ObservableColumn(
        "test_error",
        "the mean of (A_ij - truth_ij)^2 over the entries that are not observed; empty where the "
          + "truth is not known")
    ]
  }

  public static func values(_ seen: SeenNetwork) -> [Double] {
    seen.law.problem.testError(of: seen.product).map { [$0] } ?? []
  }
}

/// The test error over that of zeros in the missing entries: what Figure 3 of Wang and Jacot (ICLR
/// 2024) shows.
public enum TestShare: ObservableKind {
  public static let word = "test-share"
  public static let isStandard = true

  public static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    [
      ObservableColumn(
        "test_share", unit: "share",
        "test_error over the test error of zeros in the missing entries")
    ]
  }

  public static func values(_ seen: SeenNetwork) -> [Double] {
    let problem = seen.law.problem
    return problem.testShare(ofError: problem.testError(of: seen.product)).map { [$0] } ?? []
  }
}

extension PathPoint {
  /// The test error; nil where it is not known.
  public var testError: Double? { self[TestError.self] }
}
