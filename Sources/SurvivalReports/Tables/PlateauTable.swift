import Publishing
import Survival

/// Where each group's hazard is flat, and its rate from there on.
public enum PlateauTable {
  /// The table of groups that are called by `key`; nil for a group without a plateau.
  public static func table(
    key: String = "group", _ plateaus: [(name: String, plateau: HazardPlateau?)]
  ) -> Table {
    Table(
      "plateau", title: title, columns: columns(key: key),
      rows: plateaus.map { row($0.name, $0.plateau) }, notes: [note])
  }

  /// Its title for readers.
  public static let title = "Where the hazard is flat"

  /// Its columns.
  public static func columns(key: String) -> [TableColumn] {
    [
      .words(key), TableColumn("onset"),
      TableColumn("rate", heading: "rate beyond it (interval)", shape: .interval),
      TableColumn("poisson_lower", heading: "Poisson interval from"),
      TableColumn("poisson_upper", heading: "to"),
      TableColumn("change_lower", heading: "may change by a factor from"),
      TableColumn("change_upper", heading: "to"),
      TableColumn("events", heading: "events beyond it"),
      TableColumn("exposure", heading: "time at risk"),
      TableColumn("selection_p", heading: "p at the choice"),
    ]
  }

  /// A group's row.
  public static func row(_ name: String, _ plateau: HazardPlateau?) -> [Cell] {
    guard let plateau else {
      return [.text(name), .missing("no plateau found")] + [Cell](repeating: .missing(""), count: 8)
    }
    let (rate, flatness) = (plateau.rate, plateau.flatness)
    let (lower, upper) = (plateau.interval.lower, plateau.interval.upper)
    return [
      .text(name), .time(plateau.onset),
      .estimate(Estimate(rate.value, lower, upper, style: .scientific)),
      .number(rate.lower, .scientific), .number(rate.upper, .scientific),
      .number(plateau.change.lower, .significant(3)),
      .number(plateau.change.upper, .significant(3)),
      .count(flatness.events), .time(flatness.exposure), .pValue(plateau.selectionPValue),
    ]
  }

  /// What readers must know of it.
  public static let note =
    "The onset is the earliest of a list of event quantiles beyond which tests do not tell the "
    + "hazard from a flat one (p of at least \(TableText.csv(HazardPlateau.threshold)), by "
    + "construction), and where the interval for the factor by which it may still change is within "
    + "\(TableText.csv(HazardPlateau.mostChange)). The rate is the hazard's mean beyond the onset; "
    + "its interval allows for the choice of the onset, the exact Poisson interval beside it takes "
    + "the onset as known."
}
