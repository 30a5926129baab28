import DeepLinear
import Landscape
import Publishing

/// `branches.csv`, a row for each point of each branch, and the tables of where branches end and
/// what the conventions make of that.
enum BranchTables {
  /// A row a point, branch by branch.
  static func points(_ study: LandscapeStudy) -> Table {
    let numbers = [
      TableColumn("rank"), TableColumn("loss", heading: "F"),
      TableColumn("fit_error", heading: "fit"),
      TableColumn("test_error", heading: "test error"), TableColumn("largest", heading: "s_1"),
      TableColumn("least", heading: "s_r"),
      TableColumn("smallest_eigenvalue", heading: "smallest eigenvalue"),
    ]
    var table = Table(
      "branches", title: "Minima followed over lambda",
      columns: [TableColumn("branch")] + LandscapeColumns.place(study) + numbers)
    for (index, followed) in study.branches.enumerated() {
      for point in followed.branch.points {
        var row: [Cell] = [.count(index + 1)]
        row += LandscapeColumns.cells(study.places[followed.place], ridge: point.ridge)
        row += [
          .count(followed.branch.rank), .number(point.loss), .number(point.fitError),
          .number(point.testError),
        ]
        row += [
          point.singularValues.first ?? 0, point.singularValues.last ?? 0, point.smallestEigenvalue,
        ].map { .number($0) }
        table.append(row)
      }
    }
    return table
  }

  /// Where each branch begins and ends.
  static func ends(_ study: LandscapeStudy) -> Table {
    let own = [
      TableColumn("rank"), TableColumn("test_error", heading: "test error at its end"),
      TableColumn("from", heading: "from lambda"),
      TableColumn("to", heading: "to lambda"), TableColumn.words("end"),
    ]
    let others = Convention.allCases.map {
      TableColumn("to_\($0.rawValue)", heading: "the same under \($0.rawValue)")
    }
    let isGivenUp = study.branches.contains { $0.branch.isGivenUp }
    var table = Table(
      "ends", title: "Where minima disappear",
      columns: [TableColumn("branch")] + LandscapeColumns.sweep(study) + own + others,
      notes: [
        "A minimum ends at a fold, where it meets a saddle and both are gone; or it becomes a saddle; or, for L = 2, its smallest singular value "
          + "falls to 0. lambda there is known to \(TableText.scientific(Continuation.precision, digits: 1)) of itself. 'goes on': followed to "
          + "the end of the range. The origin is a minimum at every lambda > 0 for L >= 3.",
        "figures(eta, lambda) = appendix(2 eta, lambda/2) = main(2 eta, lambda/4), exactly: one set of branches serves all three.",
      ]
        + (isGivenUp
          ? [
            "A branch that is given up on a side is followed to there, inside the range; it can be longer."
          ] : []))
    for (index, followed) in study.branches.enumerated() {
      table.append([.count(index + 1)] + row(study.places[followed.place], followed.branch))
    }
    return table
  }

  private static func row(_ place: LandscapeStudy.Place, _ branch: Branch) -> [Cell] {
    let convention = place.landscape.setting.law.convention
    var row = LandscapeColumns.sweep(place)
    row += [
      .count(branch.rank), .number(branch.points.last?.testError),
      .number(branch.lower.ridge, .significant(3)),
    ]
    row += [
      .number(branch.upper.ridge, .significant(branch.isOpen ? 3 : 6)), .text(words(branch.upper)),
    ]
    row += Convention.allCases.map { other in
      let ridge = convention.equivalent(in: other, learningRate: 1, ridge: branch.upper.ridge).ridge
      return branch.isOpen ? .missing("no end") : .number(ridge, .significant(6))
    }
    return row
  }

  /// Which branches a lambda of the study has, read in each of the three conventions.
  static func readings(_ study: LandscapeStudy) -> Table {
    let columns = [
      TableColumn.words("read_as", heading: "read as"),
      TableColumn("equivalent", heading: "is lambda"),
      TableColumn.words("ranks", heading: "ranks of the minima there"),
    ]
    var table = Table(
      "readings", title: "The study's lambda read in each convention",
      columns: LandscapeColumns.place(study) + columns,
      notes: [
        "Counted are the branches that were followed: those of the minima at the study's own lambdas, and at a tenth and a hundredth of the smallest."
      ])
    for place in study.places {
      let own = place.landscape.setting
      for convention in Convention.allCases {
        let ridge = convention.equivalent(in: own.law.convention, learningRate: 1, ridge: own.ridge)
          .ridge
        let ranks = study.branches(of: own.stream).filter {
          $0.lower.ridge <= ridge && ridge <= $0.upper.ridge
        }.map(\.rank)
          .sorted()
        let words = ranks.map(String.init).joined(separator: ", ")
        table.append(
          LandscapeColumns.cells(place) + [
            .text(convention.rawValue), .number(ridge, .shortest), .text(words),
          ])
      }
    }
    return table
  }

  private static func words(_ end: Branch.End) -> String {
    switch end {
    case .fold: "fold"
    case .becomesSaddle: "becomes a saddle"
    case .losesRank: "rank falls"
    case .goesOn: "goes on"
    case .givenUp: "given up"
    }
  }
}
