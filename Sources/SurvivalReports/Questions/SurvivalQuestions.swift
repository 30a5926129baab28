import Publishing
import Survival

/// What an analysis of survival data is to answer.
public struct SurvivalQuestions: Equatable, Sendable {
  /// The level of all intervals.
  public var level = ConfidenceLevel.standard
  /// The scale of the curves' pointwise intervals.
  public var transform = IntervalTransform.logLog
  /// The probabilities of the quantiles.
  public var probabilities = quartiles
  /// The probabilities where nothing else is said.
  static let quartiles = [0.25, 0.5, 0.75]
  /// The horizon of restricted means; nil for the last time up to which every group's curve is
  /// known.
  public var horizon: Double?
  /// A time from which only those count who last beyond it; nil for the beginning.
  public var landmark: Double?
  /// Times at which survival, or the incidence of each cause, is asked for; empty: round times.
  public var times: [Double] = []
  /// Whether texts in CSV files are kept from being formulas in spreadsheets.
  public var spreadsheetSafe = false
  /// The group that others are compared with; nil for the first.
  public var reference: String?
  /// Whether parametric laws, the hazard over time and its plateau are estimated.
  public var laws = false
  /// The most distinct times of a group for which the laws' goodness of fit is tested: each
  /// replicate fits every law anew.
  static let mostTestedTimes = 50_000
  /// The replicates of each bootstrap, their seed and their threads.
  public var bootstrap: Bootstrap

  /// A probability in percent, as text, another for each number.
  static func percent(_ probability: Double) -> String { TableText.exactPercent(probability) }

  /// A label as CSV files have it.
  func csvName(_ name: String) -> String {
    spreadsheetSafe ? TableText.spreadsheetSafe(name) : name
  }

  /// The level in percent.
  var levelPercent: String { Self.percent(level.value) + " %" }

  /// Refuses times to look at that are none.
  ///
  /// - Throws: `QuestionError`.
  func checkTimes() throws {
    for time in times where !(time >= 0 && time.isFinite) {
      throw QuestionError("time \(time) to look at is refused; a finite number from 0 up is needed")
    }
  }

  /// The questions that are asked where nothing else is said.
  public init() throws(SurvivalError) { bootstrap = try Bootstrap(replicates: 500, seed: 1) }
}
