import Ensemble
import Publishing
import SurvivalReports

/// `plateau.csv`: from where on the hazard of an entry is flat in each arm, and its rate there.
struct ArmPlateauTable: StudyTable {
  static let name = "plateau"
  static let title: String? = PlateauTable.title
  static let about = """
    A row for each arm: the step from which the hazard of an entry is flat, and its rate from there
    on. It takes some 100 entries to find one; where none is found all columns but the first are
    empty.
    """
  static let legend = "- Where the hazard is flat: \(PlateauTable.note)\n"

  static func columns(of shape: TableShape) -> [StudyColumn<[Cell]>] {
    PlateauTable.columns(key: "arm").enumerated().map { place, column in
      let (kind, unit, meaning) = words[column.key] ?? (.number, nil, "")
      let words = ColumnWords(column, kind, unit: unit, shown: nil, meaning)
      return StudyColumn(words: words) { $0[place] }
    }
  }

  private static let words: [String: (ColumnWords.Kind, String?, String)] = [
    "arm": (.whole, "index from 0", "the arm"),
    "onset": (
      .number, "steps",
      "the step from which tests do not tell the hazard from a flat one, and from which it is "
        + "known to change by less than a factor 2"
    ),
    "rate": (
      .number, "per step",
      "entries per step at risk from the onset on, with an interval that allows for the choice of "
        + "the onset"
    ),
    "poisson_lower": (
      .number, "per step", "lower limit of the exact Poisson interval, the onset given"
    ),
    "poisson_upper": (.number, "per step", "its upper limit"),
    "change_lower": (
      .number, nil, "lower limit of the factor by which the hazard may change from the onset on"
    ),
    "change_upper": (.number, nil, "its upper limit"),
    "events": (.whole, "entries", "entries from the onset on"),
    "exposure": (.number, "steps", "steps at risk from the onset on"),
    "selection_p": (
      .number, "p-value", "that at the choice of the onset, at least 0.2 by construction"
    ),
  ]

  init(_ plan: EnsemblePlan) {}

  func rows(of arm: CountedArm) -> [[Cell]] {
    [PlateauTable.row(String(arm.record.index), arm.record.summary.plateau)]
  }
}
