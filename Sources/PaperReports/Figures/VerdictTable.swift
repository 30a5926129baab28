import Publishing

/// `verdicts.csv` and `verdicts.md`: a row a claim.
enum VerdictTable {
  static let name = "verdicts"

  static func table(_ claims: [FigureClaim]) -> Table {
    Table(
      name, title: "What the figure claims, and what the chains say",
      columns: [
        .words("figure"), .words("key"), .words("claim"), .words("measured"), TableColumn("chains"),
        TableColumn("estimate", shape: .interval), .words("verdict"), .words("remark"),
      ],
      rows: claims.map { claim in
        [
          .text(claim.figure.rawValue), .text(claim.key), .text(claim.words), .text(claim.measured),
          .count(claim.chains),
          .estimate(claim.estimate), .text(claim.verdict.rawValue), .text(claim.remark),
        ]
      })
  }

  /// The document around the table.
  static func document(_ figure: PaperFigure, _ answer: FigureAnswer) -> Document {
    Document(
      title: "\(figure.title): the paper and the ensemble", paragraphs: answer.paragraphs,
      tables: [table(answer.claims)],
      notes: [
        "Parentheses hold 95 % intervals. A verdict follows from the estimate and its interval by a rule; its thresholds are ours, set after trial runs and not before any chain was seen: "
          + answer.rules.joined(separator: " "),
        "The picture is figure.png; its rows are in figure.csv and the other files that begin with figure.",
      ])
  }
}
