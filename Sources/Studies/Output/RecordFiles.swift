import Chains
import Ensemble
import Publishing

/// `paths.csv` and `offshoots.csv`, where a plan records points or offshoots.
struct RecordFiles: ~Copyable {
  private var paths: TextSink?
  private var offshoots: TextSink?
  private let table: PathTable

  /// The files that a plan has.
  static func names(_ plan: EnsemblePlan) -> [String] {
    let recordings = plan.arms.map(\.law.recording)
    return (recordings.contains { $0.points != nil } ? ["paths.csv"] : [])
      + (recordings.contains { $0.offshoots != nil } ? ["offshoots.csv"] : [])
  }

  /// Opens them in a staged folder.
  init(in folder: Stage, plan: EnsemblePlan) throws(ReportError) {
    table = PathTable(plan.arms)
    let names = Self.names(plan)
    paths = names.contains("paths.csv") ? try Self.opened("paths.csv", table.header, in: folder) : nil
    offshoots = names.contains("offshoots.csv") ? try Self.opened("offshoots.csv", OffshootTable.header, in: folder) : nil
  }

  private static func opened(_ name: String, _ header: String, in folder: Stage) throws(ReportError) -> TextSink {
    var sink = try folder.sink(name)
    try sink.write(header)
    return sink
  }

  /// Writes what was recorded of a chain. The last state of an offshoot whose points are not kept is in offshoots.csv alone.
  mutating func write(_ arm: Arm, index: Int, chain: Int, _ outcome: ChainOutcome) throws(ReportError) {
    let isKept = arm.law.recording.keepsPoints(of: UInt32(chain))
    for point in outcome.record.points {
      try paths?.write(table.row(arm, index: index, chain: chain, branch: nil, point))
    }
    for offshoot in outcome.record.offshoots {
      for point in offshoot.points where isKept {
        try paths?.write(table.row(arm, index: index, chain: chain, branch: offshoot.at, point))
      }
      try offshoots?.write(OffshootTable.row(arm, index: index, chain: chain, outcome, offshoot))
    }
  }

  /// Hands all rows to the disk.
  consuming func finish() throws(ReportError) {
    try paths.take()?.finish()
    try offshoots.take()?.finish()
  }
}
