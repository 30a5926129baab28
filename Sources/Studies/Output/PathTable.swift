import Chains
import DeepLinear
import Ensemble
import Publishing

/// `paths.csv`: a row a point of a recorded chain or offshoot.
struct PathTable {
  private let values: Int
  private let layers: Int

  /// The table for these arms: a column for each singular value and layer that any of them has.
  init(_ arms: [Arm]) {
    values = arms.map { min($0.law.shape.smallerDimension, PathPoint.mostValues) }.max() ?? 0
    layers = arms.map(\.law.shape.depth).max() ?? 0
  }

  var header: String {
    let spectrum = (1...max(values, 1)).map { "s_\($0)" }
    let norms = (1...max(layers, 1)).map { "norm_\($0)" }
    return
      (["arm", "chain", "branch", "step", "test_error", "test_share", "fit_error", "rank", "ratio"] + spectrum + norms + ["inside"])
      .joined(separator: ",") + "\n"
  }

  /// A row of a chain, or of its offshoot from step `branch` on. What is not defined, or not finite, is empty.
  func row(_ arm: Arm, index: Int, chain: Int, branch: Int?, _ point: PathPoint) -> String {
    let spectrum = (0..<values).map { point.singularValues.indices.contains($0) ? point.singularValues[$0] : nil }
    let norms = (0..<layers).map { point.squaredNorms.indices.contains($0) ? point.squaredNorms[$0] : nil }
    let errors = [point.testError, arm.testShare(of: point), point.fitError].map(TableText.csv)
    let start = ["\(index)", "\(chain)", branch.map(String.init) ?? "", "\(point.step)"]
    return
      (start + errors + ["\(point.rank)", TableText.csv(point.ratio)] + (spectrum + norms).map(TableText.csv)
      + [point.level.map(String.init) ?? ""])
      .joined(separator: ",") + "\n"
  }
}

extension Arm {
  /// The test error of a point over that of zeros in the missing entries; nil where there is none, or that is 0.
  public func testShare(of point: PathPoint) -> Double? {
    guard let error = point.testError, let zeros = law.problem.testErrorOfZeros, zeros > 0 else { return nil }
    return error / zeros
  }

  /// Whether an offshoot has found the missing entries: it ends with a test share below `BranchTally.successBelow`. One that diverges has not.
  public func succeeds(_ offshoot: ChainRecord.Offshoot) -> Bool {
    offshoot.end.flatMap(testShare).map { $0 < BranchTally.successBelow } ?? false
  }
}
