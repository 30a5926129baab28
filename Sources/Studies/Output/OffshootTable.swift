import Chains
import Ensemble
import Publishing

/// `offshoots.csv`: a row an offshoot, where it has led.
enum OffshootTable {
  static let header = "arm,chain,branch,end,outcome,fallen,test_error,test_share,fit_error,rank,ratio,inside\n"

  /// What is not defined is empty, as all numbers of an offshoot that diverged.
  static func row(_ arm: Arm, index: Int, chain: Int, _ outcome: ChainOutcome, _ offshoot: ChainRecord.Offshoot) -> String {
    let steps = arm.law.recording.offshoots?.steps ?? 0
    let end = offshoot.end
    let start = [
      "\(index)", "\(chain)", "\(offshoot.at)", "\(offshoot.at + steps)", end == nil ? "diverged" : "ended",
      outcome.hasFallen(by: offshoot.at) ? "1" : "0",
    ]
    let errors = [end?.testError, end.flatMap(arm.testShare), end?.fitError].map(TableText.csv)
    let level = end?.level.map(String.init) ?? ""
    return (start + errors + [end.map { "\($0.rank)" } ?? "", TableText.csv(end?.ratio), level]).joined(separator: ",") + "\n"
  }
}

extension ChainOutcome {
  /// Whether the chain had entered the event's set by a step.
  public func hasFallen(by step: Int) -> Bool { kind == .entered && time <= step }
}
