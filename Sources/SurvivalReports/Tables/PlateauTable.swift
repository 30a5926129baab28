import Publishing
import Survival

/// Where each group's hazard is flat, and its rate from there on.
public enum PlateauTable {
  /// The table of groups that are called by `key`.
  public static func table(key: String = "group", _ plateaus: [(name: String, plateau: HazardPlateau)]) -> Table {
    var table = Table(
      "plateau", title: "Where the hazard is flat",
      columns: [
        .words(key), TableColumn("onset"), TableColumn("rate", heading: "rate beyond it (interval)", shape: .interval),
        TableColumn("events", heading: "events beyond it"), TableColumn("exposure", heading: "time at risk"),
        TableColumn("flatness_p", heading: "flatness p"),
      ])
    for (name, plateau) in plateaus {
      guard let flatness = plateau.flatness, let rate = plateau.rate else {
        table.append([.text(name), .missing("no plateau found"), .missing(), .missing(), .missing(), .missing()])
        continue
      }
      table.append([
        .text(name), .number(flatness.onset, .shortest),
        .estimate(Estimate(rate.value, rate.lower, rate.upper, style: .scientific)),
        .count(flatness.events), .number(flatness.exposure, .significant(8)), .pValue(flatness.pValue),
      ])
    }
    table.notes = [
      "The onset is the earliest of a list of event quantiles beyond which a test of flatness has p of at least "
        + "\(TableText.csv(HazardPlateau.threshold)). Rate: exact Poisson."
    ]
    return table
  }
}
