import Publishing
import Survival

/// Where each group's hazard is flat, and its rate from there on.
public enum PlateauTable {
  /// The table of groups that are called by `key`; nil for a group without a plateau.
  public static func table(key: String = "group", _ plateaus: [(name: String, plateau: HazardPlateau?)]) -> Table {
    var table = Table(
      "plateau", title: "Where the hazard is flat",
      columns: [
        .words(key), TableColumn("onset"), TableColumn("rate", heading: "rate beyond it (interval)", shape: .interval),
        TableColumn("poisson_lower", heading: "Poisson interval from"), TableColumn("poisson_upper", heading: "to"),
        TableColumn("change_lower", heading: "may change by a factor from"), TableColumn("change_upper", heading: "to"),
        TableColumn("events", heading: "events beyond it"), TableColumn("exposure", heading: "time at risk"),
        TableColumn("selection_p", heading: "p at the choice"),
      ])
    for (name, plateau) in plateaus {
      guard let plateau else {
        table.append([.text(name), .missing("no plateau found")] + table.columns.dropFirst(2).map { _ in .missing("") })
        continue
      }
      let (rate, flatness) = (plateau.rate, plateau.flatness)
      table.append([
        .text(name), .time(plateau.onset),
        .estimate(Estimate(rate.value, plateau.interval.lower, plateau.interval.upper, style: .scientific)),
        .number(rate.lower, .scientific),
        .number(rate.upper, .scientific), .number(plateau.change.lower, .significant(3)),
        .number(plateau.change.upper, .significant(3)),
        .count(flatness.events), .time(flatness.exposure), .pValue(plateau.selectionPValue),
      ])
    }
    table.notes = [
      "The onset is the earliest of a list of event quantiles beyond which tests do not tell the hazard from a flat one (p of at least "
        + "\(TableText.csv(HazardPlateau.threshold)), by construction), and where the interval for the factor by which it may still change is within "
        + "\(TableText.csv(HazardPlateau.mostChange)). The rate is the hazard's mean beyond the onset; its interval allows for the choice of the onset, the exact "
        + "Poisson interval beside it takes the onset as known."
    ]
    return table
  }
}
