import DeepLinear
import Landscape
import Publishing

/// `convex.csv`: the nuclear-norm solution beside the best minimum of each rank.
enum ConvexTable {
  static func table(_ study: LandscapeStudy) -> Table {
    Table(
      "convex", title: "The convex baseline beside the deep minima",
      columns: LandscapeColumns.place(study) + [
        .words("what"), TableColumn("rank"), TableColumn("fit_error", heading: "fit"),
        TableColumn("test_error", heading: "test error"),
        .words("singular_values", heading: "singular values of A"), TableColumn("objective"),
        TableColumn("residual", heading: "subgradient residual"),
        TableColumn("gap", heading: "duality gap"),
      ],
      rows: study.places.flatMap { place in
        [convex(place)] + best(place).map { minimum in deep(place, minimum.point) }
      },
      notes: [
        "The convex baseline minimises (c_data/2N) sum (A_k - a_k)^2 + c_reg lambda ||A||_*: what depth 2 comes to. Its residual is the change "
          + "that one proximal step makes, 0 exactly at a minimiser; the gap is that to a lower bound, in units of the objective.",
        "Of the deep minima the one with the least loss of each rank is shown; its objective is F.",
      ])
  }

  private static func convex(_ place: LandscapeStudy.Place) -> [Cell] {
    let (convex, problem) = (place.landscape.convex, place.landscape.setting.law.problem)
    return LandscapeColumns.cells(place) + [
      .text("nuclear norm"), .count(convex.rank), .number(problem.fitError(of: convex.matrix)),
      problem.testError(of: convex.matrix).map { .number($0) } ?? .missing("not known"),
      .text(LandscapeColumns.numbers(convex.singularValues)),
      .number(convex.objective, .significant(6)),
      .number(convex.residual, .scientific), .number(convex.gap, .scientific),
    ]
  }

  private static func deep(_ place: LandscapeStudy.Place, _ point: CriticalPoint) -> [Cell] {
    LandscapeColumns.cells(place) + [
      .text("deep minimum"), .count(point.rank), .number(point.fitError),
      point.testError.map { .number($0) } ?? .missing("not known"),
      .text(LandscapeColumns.numbers(point.singularValues)), .number(point.loss, .significant(6)),
      .missing("none"),
      .missing("none"),
    ]
  }

  /// The minima are in the order of rank and loss.
  private static func best(_ place: LandscapeStudy.Place) -> [Landscape.Minimum] {
    var best: [Landscape.Minimum] = []
    for minimum in place.landscape.minima where best.last?.point.rank != minimum.point.rank {
      best.append(minimum)
    }
    return best
  }
}
