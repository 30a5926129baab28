import DeepLinear
import Landscape
import Publishing
import Survival

/// `minima.csv`: the critical points of every landscape, minima first.
enum MinimaTable {
  static func table(_ study: LandscapeStudy) -> Table {
    Table(
      "minima", title: "Local minima and saddles of the regularised loss",
      columns: LandscapeColumns.place(study) + [
        .words("kind"), TableColumn("rank"), TableColumn("loss", heading: "F"),
        TableColumn("fit_error", heading: "fit"),
        TableColumn("test_error", heading: "test error"),
        .words("singular_values", heading: "singular values of A"),
        TableColumn("starts"), TableColumn("share", heading: "share of starts", shape: .interval),
        TableColumn("fits"),
        TableColumn("smallest_eigenvalue", heading: "smallest eigenvalue"),
        TableColumn("largest_eigenvalue", heading: "largest"),
        TableColumn("negative", heading: "negative eigenvalues"),
        TableColumn("orbit", heading: "exact zeros"),
        .words("matrix_minimum", heading: "A a minimum of C"),
        TableColumn("norm", heading: "||theta||^2"),
        TableColumn("representation_cost", heading: "minus L sum s^(2/L)"),
        TableColumn("balance_error", heading: "balance error"),
        TableColumn("gradient", heading: "||grad F||"),
      ],
      rows: study.places.flatMap(rows),
      notes: [
        "The smallest eigenvalue is that of the Hessian on the complement of the rotations of the hidden layers, along which it is exactly 0; "
          + "'exact zeros' counts those. Growth out of a singular value that is 0 has curvature c_reg lambda for L >= 3.",
        "'A a minimum of C' is found from values of C_lambda alone: its curvature along matrices of the same rank, and random moves. "
          + "Theorem 3.1 says that it is 'yes' exactly for minima.",
        "'fits' counts rank-constrained fits that led there. Saddles are those that Newton's method comes to from between minima: there can be more.",
      ])
  }

  private static func rows(_ place: LandscapeStudy.Place) -> [[Cell]] {
    let landscape = place.landscape
    let minima = landscape.minima.map { minimum in
      LandscapeColumns.cells(place) + facts(minimum.point)
        + [
          .count(minimum.starts), share(minimum.starts, of: landscape.starts), .count(minimum.fits),
        ] + curvature(minimum.point)
    }
    let saddles = landscape.saddles.map { point in
      LandscapeColumns.cells(place) + facts(point) + [
        .missing("none"), .missing("none"), .missing("none"),
      ] + curvature(point)
    }
    return minima + saddles
  }

  private static func facts(_ point: CriticalPoint) -> [Cell] {
    [
      .text(point.kind.rawValue), .count(point.rank), .number(point.loss, .significant(6)),
      .number(point.fitError),
      point.testError.map { .number($0) } ?? .missing("not known"),
      .text(LandscapeColumns.numbers(point.singularValues)),
    ]
  }

  private static func curvature(_ point: CriticalPoint) -> [Cell] {
    let answer = point.matrixCheck.isMinimum.map { $0 ? "yes" : "no" } ?? "not told"
    return [
      .number(point.smallestEigenvalues.first), .number(point.largestEigenvalue),
      .count(point.negativeEigenvalues),
      .count(point.orbitDimension), .text(answer), .number(point.squaredNorm, .significant(6)),
      .number(point.squaredNorm - point.representationCost, .scientific),
      .number(point.balanceError, .scientific),
      .number(point.gradientNorm, .scientific),
    ]
  }

  private static func share(_ count: Int, of starts: Int) -> Cell {
    guard let share = try? BinomialProportion(events: count, trials: starts) else {
      return .missing("no starts")
    }
    return .share(share)
  }
}
