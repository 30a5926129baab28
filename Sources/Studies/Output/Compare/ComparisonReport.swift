import Ensemble
import Publishing

/// `compare.md` and `compare.tex`: what the numbers say of each arm beside the reference of its
/// sweep point, in sentences and tables.
struct ComparisonReport {
  private let findings: StudyFindings

  /// A report of findings that have comparisons.
  init(_ findings: StudyFindings) { self.findings = findings }

  /// The files.
  static let files = ["compare.md", "compare.tex"]

  /// The files' texts, in this order.
  func texts() throws -> [String] {
    let document = try document()
    return [document.text(in: .markdown), document.text(in: .latex)]
  }

  private var rows: [ArmComparison] { findings.comparisons }

  private func document() throws -> Document {
    let shape = TableShape(findings.plan)
    let pairs = try PairTable.readerTable(findings.pairs, of: shape)
    return Document(
      title: "\(findings.study.name): arms compared", paragraphs: [opening] + sentences,
      tables: try ComparisonTable.readerTables(rows, of: shape) + [pairs].compactMap { $0 },
      notes: Self.notes)
  }

  private var sentences: [String] {
    rows.compactMap { row in
      guard var facts = ComparisonFacts(row) else { return nil }
      facts.minimaAreInside =
        findings.check?.point(of: row.record.arm, in: findings.plan)?.fit.holdsLowMinima ?? false
      return ComparisonSentence(facts).text
    }
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

extension Table {
  /// Some of its columns, by their keys.
  func part(_ name: String, title: String, _ keys: [String]) -> Table {
    let places = keys.compactMap { key in columns.firstIndex { $0.key == key } }
    return Table(
      name, title: title, columns: places.map { columns[$0] },
      rows: rows.map { row in places.map { row[$0] } })
  }
}
