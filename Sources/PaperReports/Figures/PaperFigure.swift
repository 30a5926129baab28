import Ensemble
import Studies

/// A figure of the paper.
public enum PaperFigure: String, CaseIterable, Sendable {
  /// The annealing schedule: one path, its offshoots, and the jump.
  case fig1
  /// The effect of depth.
  case fig2
  /// Annealing over epsilon.
  case fig3
  /// The periodic schedule.
  case fig4

  /// The word for all figures.
  public static let all = "all"
  /// The words that name figures.
  static var words: [String] { allCases.map(\.rawValue) + [all] }

  /// The figures that a word names, in order.
  ///
  /// - Throws: `FigureError.unknownFigure` when it names none.
  public static func named(_ word: String) throws(FigureError) -> [PaperFigure] {
    if word == all { return allCases }
    guard let figure = PaperFigure(rawValue: word) else {
      throw .unknownFigure(word, suggestion: suggestion(for: word, among: words))
    }
    return [figure]
  }

  /// The file of its study, in the folder of the studies.
  public var studyFile: String {
    switch self {
    case .fig1: "fig1-annealing.yaml"
    case .fig2: "fig2-depth.yaml"
    case .fig3: "fig3-epsilon.yaml"
    case .fig4: "fig4-periodic.yaml"
    }
  }

  /// What it is, for people.
  public var title: String {
    switch self {
    case .fig1: "Figure 1, the annealing schedule"
    case .fig2: "Figure 2, the effect of depth"
    case .fig3: "Figure 3, annealing over epsilon"
    case .fig4: "Figure 4, the periodic schedule"
    }
  }

  /// What reports on it.
  var kind: any FigureReport.Type {
    switch self {
    case .fig1: AnnealingFigure.self
    case .fig2: DepthFigure.self
    case .fig3: EpsilonFigure.self
    case .fig4: PeriodicFigure.self
    }
  }

  /// Begins a report on the chains of a plan.
  func report(study: Study, plan: EnsemblePlan) throws(FigureError) -> any FigureReport {
    try kind.init(study: study, plan: plan)
  }
}
