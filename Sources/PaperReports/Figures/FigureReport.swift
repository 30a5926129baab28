import Chains
import Ensemble
import Publishing
import Studies

/// One figure of the paper as an ensemble: takes the chains of its study one by one, keeps what it
/// needs of each, and says what they come to.
protocol FigureReport {
  /// The names of its tables; `figure` is among them.
  static var tables: [String] { get }

  /// Begins a report on the chains of a plan.
  ///
  /// - Throws: `FigureError` when the study lacks what the figure shows.
  init(study: Study, plan: EnsemblePlan) throws(FigureError)

  /// Takes a chain. Arms come in order, and the chains of an arm in order.
  mutating func add(arm: Int, chain: Int, _ outcome: ChainOutcome) throws

  /// What the chains came to.
  func answer() throws -> FigureAnswer
}

/// What the chains of a figure's study come to.
struct FigureAnswer: Sendable {
  /// What stands first in verdicts.md: what was run, and what the words of the table mean.
  let paragraphs: [String]
  /// The claims.
  let claims: [FigureClaim]
  /// How verdicts follow from estimates, a sentence a rule.
  let rules: [String]
  /// The tables, each written to a CSV file of its name; `figure` is among them.
  let tables: [Table]
  /// The picture, `figure`, which reads those files.
  let picture: PanelPicture

  /// Makes an answer.
  ///
  /// - Precondition: The picture is named `figure`, and no table `verdicts`.
  init(
    paragraphs: [String], claims: [FigureClaim], rules: [String], tables: [Table],
    picture: PanelPicture
  ) {
    precondition(
      picture.name == "figure" && !tables.contains { $0.name == VerdictTable.name },
      "the names of files are taken")
    self.paragraphs = paragraphs
    self.claims = claims
    self.rules = rules
    self.tables = tables
    self.picture = picture
  }
}
