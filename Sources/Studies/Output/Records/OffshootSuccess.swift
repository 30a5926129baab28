import Chains
import Ensemble

/// When an offshoot succeeds: when it has found the missing entries.
public enum OffshootSuccess {
  /// The test share below which it has: its test error at the end over that of zeros in the missing
  /// entries.
  public static let below = 0.1
}

extension Arm {
  /// The test error of a point over that of zeros in the missing entries; nil where there is none,
  /// or that is 0.
  public func testShare(of point: PathPoint) -> Double? {
    law.problem.testShare(ofError: point.testError)
  }

  /// Whether an offshoot succeeds. One that diverges does not.
  public func succeeds(_ offshoot: ChainRecord.Offshoot) -> Bool {
    offshoot.end.flatMap(testShare).map { $0 < OffshootSuccess.below } ?? false
  }
}

extension ChainOutcome {
  /// Whether the chain had entered the event's set by a step.
  public func hasFallen(by step: Int) -> Bool { kind == .entered && time <= step }
}
