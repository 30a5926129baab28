import Publishing

/// `outcomes.csv`: how the chains of each arm ended, a row for each way.
enum OutcomeTable {
  /// The table.
  static func table(_ summaries: [ArmSummary]) -> Table {
    var table = Table(
      "outcomes", title: "How chains ended",
      columns: [TableColumn("arm"), .words("outcome"), TableColumn("chains"), TableColumn("share", shape: .interval)])
    for summary in summaries {
      for ending in summary.endings {
        table.append([
          .count(summary.index), .text(ending.name), .count(ending.share.events),
          .share(ending.share),
        ])
      }
    }
    return table
  }
}
