import Publishing
import Survival

/// `pairs.csv`: a row for every two arms of a sweep point whose chains share more than their start, each chain compared with its like.
enum PairTable {
  /// Its file.
  static let file = "pairs.csv"

  /// The table; nil without such arms.
  static func table(_ pairs: [ArmPair]) -> Table? {
    guard !pairs.isEmpty else { return nil }
    return Table(
      "pairs", title: "Arms that share random numbers, pair by pair",
      columns: [
        TableColumn("arm"), .words("name"), TableColumn("against"), .words("against_name", heading: "against"),
        .words("shared", heading: "pairs share"), TableColumn("pairs"),
        TableColumn("rmst_difference_paired", heading: "rmst difference", shape: .interval), TableColumn("correlation"),
        TableColumn("variance_ratio", heading: "variance ratio"), TableColumn("entered_only"),
        TableColumn("entered_only_against"), TableColumn("entered_difference", heading: "entered, difference", shape: .interval),
        TableColumn("entered_difference_p", heading: "p"),
      ], rows: pairs.map(row))
  }

  /// What readers see of it.
  static func readerTable(_ pairs: [ArmPair]) -> Table? {
    table(pairs)?.part(
      "compare-pairs", title: "Arms that share random numbers, pair by pair",
      ["name", "against_name", "shared", "pairs", "rmst_difference_paired", "correlation", "variance_ratio", "entered_difference"])
  }

  private static func row(_ pair: ArmPair) -> [Cell] {
    [
      .count(pair.record.index), PictureCurve.cell(pair.record.name), .count(pair.other.index), PictureCurve.cell(pair.other.name),
      .text(pair.shared.rawValue), .count(pair.entered?.count ?? 0),
    ] + means(pair.means) + entered(pair.entered)
  }

  private static func means(_ means: PairedRestrictedMean?) -> [Cell] {
    guard let means else { return [.missing("too few pairs"), .missing(""), .missing("")] }
    let difference = means.difference
    let isKnown = !means.first.isExtrapolated && !means.second.isExtrapolated
    let interval = difference.inference?.interval
    return [
      isKnown
        ? .estimate(Estimate(difference.value, interval?.lower, interval?.upper)) : .missing("a curve ends before the horizon"),
      .number(difference.correlation, .decimals(2)), .number(difference.varianceRatio, .significant(3)),
    ]
  }

  private static func entered(_ entered: PairedProportion?) -> [Cell] {
    guard let entered else { return [.count(0), .count(0), .missing("no pairs"), .missing("")] }
    return [
      .count(entered.secondOnly), .count(entered.firstOnly),
      .estimate(Estimate(entered.difference, entered.interval.lower, entered.interval.upper, kind: .share)),
      .pValue(entered.pValue),
    ]
  }
}
