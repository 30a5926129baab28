import Ensemble
import Publishing

/// `compare.csv`, `compare.md`, `compare.tex` and the picture: each arm against the reference of its sweep point.
struct ComparisonReport {
  let study: Study
  /// The rows, at least two.
  let rows: [ArmComparison]
  /// The arms that share more than their start.
  let pairs: [ArmPair]

  /// Every file that a comparison can have.
  static let files = ["compare.csv", "compare.md", "compare.tex"]

  /// The files' texts by their names.
  var texts: [(name: String, text: String)] {
    let document = document
    let shared = PairTable.table(pairs).map { [(PairTable.file, $0.text(in: .csv))] } ?? []
    return [
      (Self.files[0], ComparisonTable.table(rows).text(in: .csv)), (Self.files[1], document.text(in: .markdown)),
      (Self.files[2], document.text(in: .latex)),
    ] + shared
  }

  private var document: Document {
    Document(
      title: "\(study.name): arms compared",
      paragraphs: [opening] + rows.compactMap { ComparisonFacts($0).map { ComparisonSentence($0).text } },
      tables: ComparisonTable.readerTables(rows) + (PairTable.readerTable(pairs).map { [$0] } ?? []), notes: Self.notes)
  }

  private var opening: String {
    let arms = rows.map(\.record.arm)
    return
      "The event: \(ArmWords.event(arms)). \(ArmWords.comparedWidths(arms)) Each arm is compared with the reference of its sweep point, which is sgd "
      + "where that is one of its arms."
  }

  private static let notes = [
    "Parentheses hold 95 % intervals; in sentences their limits stand behind 95 %.",
    "rmst difference: the arm's mean of min(time, horizon) less the reference's, in steps; by pairs: the same from the differences of chains with "
      + "the same number, which begin alike and share what the table says (the first of them where one arm has more: a sentence then speaks of all chains, not of pairs), with the correlation of the two. hazard "
      + "ratio: Cox's model on the two arms, profile likelihood; where its p that it changes is small it is an average over time, and restricted means "
      + "compare better. p-values take all chains as independent, which makes them too large where pairs go together; p (Holm) is adjusted for "
      + "the number of arms.",
    "exits: how often chains left the event's set; by rank: those that broke the condition on the rank. All others keep the rank: they break the bound "
      + "on the norms or the balance of two layers (directions.csv counts them apart). rate by rank: exits by rank per step inside, exact Poisson "
      + "interval (Garwood); a sentence gives the wider of this and the one that allows for exits in bursts. ratio of rates: to the reference's, exact as if "
      + "exits had nothing to do with one another. collapsed: chains seen at rank 0. time inside: the share of the steps followed. back above the rank: chains that had entered, and that gradient descent "
      + "leads above the event's rank from the end of their follow-up. diverged after: chains that entered and diverged later, while they were followed or recorded.",
    "Arms that share random numbers: the differences of chains with the same number, name less against. variance ratio: how many times as many chains "
      + "a comparison without pairs would need for the same error. entered, difference: the shares of pairs that entered, Tango's score interval; "
      + "pairs.csv has McNemar's exact p.",
    "A chain that diverged before an entry counts as censored at the step of its divergence in all of these but its own share (diverged); one that diverges "
      + "later has entered (diverged after).",
  ]
}
