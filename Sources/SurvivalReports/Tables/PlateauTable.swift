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
        TableColumn("poisson_lower", heading: "Poisson from"), TableColumn("poisson_upper", heading: "to"),
        TableColumn("events", heading: "events beyond it"), TableColumn("exposure", heading: "time at risk"),
        TableColumn("p", heading: "p of flatness"),
      ])
    for (name, plateau) in plateaus {
      guard let plateau else {
        table.append([.text(name), .missing("no plateau found")] + table.columns.dropFirst(2).map { _ in .missing("") })
        continue
      }
      let (rate, flatness) = (plateau.rate, plateau.flatness)
      table.append([
        .text(name), .number(plateau.onset, .shortest),
        .estimate(Estimate(rate.value, plateau.interval.lower, plateau.interval.upper, style: .scientific)),
        .number(rate.lower, .scientific),
        .number(rate.upper, .scientific), .count(flatness.events), .number(flatness.exposure, .significant(8)),
        .pValue(plateau.pValue),
      ])
    }
    table.notes = [
      "The onset is the earliest of a list of event quantiles beyond which the hazard cannot be told from a flat one at "
        + "\(TableText.percent(HazardPlateau.threshold, digits: 0)) %. The interval allows for the choice of the onset; the exact Poisson interval beside it takes "
        + "the onset as known."
    ]
    return table
  }
}
