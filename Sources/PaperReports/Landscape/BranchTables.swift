import DeepLinear
import Landscape
import Publishing

/// `branches.csv`, a row for each point of each branch, and the tables of where branches end and what the conventions make of that.
enum BranchTables {
  /// A row a point, branch by branch.
  static func points(_ study: LandscapeStudy) -> Table {
    Table(
      "branches", title: "Minima followed over lambda",
      columns: [TableColumn("branch")] + LandscapeColumns.place(study) + [
        TableColumn("rank"), TableColumn("loss", heading: "F"), TableColumn("fit_error", heading: "fit"),
        TableColumn("test_error", heading: "test error"), TableColumn("largest", heading: "s_1"),
        TableColumn("least", heading: "s_r"), TableColumn("smallest_eigenvalue", heading: "smallest eigenvalue"),
      ],
      rows: study.branches.enumerated().flatMap { index, followed in
        followed.branch.points.map { point in
          [.count(index + 1)] + LandscapeColumns.cells(study.places[followed.place], ridge: point.ridge) + [
            .count(followed.branch.rank), .number(point.loss), .number(point.fitError), .number(point.testError),
            .number(point.singularValues.first ?? 0), .number(point.singularValues.last ?? 0), .number(point.smallestEigenvalue),
          ]
        }
      })
  }

  /// Where each branch begins and ends.
  static func ends(_ study: LandscapeStudy) -> Table {
    Table(
      "ends", title: "Where minima disappear",
      columns: [TableColumn("branch")] + LandscapeColumns.place(study) + [
        TableColumn("rank"), TableColumn("test_error", heading: "test error there"), TableColumn("from", heading: "from lambda"),
        TableColumn("to", heading: "to lambda"), .words("end"),
      ]
        + Convention.allCases.map { TableColumn("to_\($0.rawValue)", heading: "the same under \($0.rawValue)") },
      rows: study.branches.enumerated().map { index, followed in
        let (place, branch) = (study.places[followed.place], followed.branch)
        let convention = place.landscape.setting.law.convention
        let isOpen = if case .goesOn = branch.upper { true } else { false }
        return [.count(index + 1)] + LandscapeColumns.cells(place) + [
          .count(branch.rank), .number(place.landscape.minima[branch.minimum].point.testError),
          .number(branch.lower.ridge, .significant(3)), .number(branch.upper.ridge, .significant(isOpen ? 3 : 7)),
          .text(words(branch.upper)),
        ]
          + Convention.allCases.map { other in
            isOpen
              ? .missing("no end")
              : .number(convention.equivalent(in: other, learningRate: 1, ridge: branch.upper.ridge).ridge, .significant(7))
          }
      },
      notes: [
        "A minimum ends at a fold, where it meets a saddle and both are gone; or it becomes a saddle; or, for L = 2, its smallest singular value "
          + "falls to 0. lambda there is known to \(TableText.scientific(Continuation.precision, digits: 1)) of itself. 'goes on': followed to the end of the range. "
          + "The origin is a minimum at every lambda > 0 for L >= 3.",
        "figures(eta, lambda) = appendix(2 eta, lambda/2) = main(2 eta, lambda/4), exactly: one set of branches serves all three.",
      ])
  }

  /// Which branches a lambda of the study has, read in each of the three conventions.
  static func readings(_ study: LandscapeStudy) -> Table {
    Table(
      "readings", title: "The study's lambda read in each convention",
      columns: LandscapeColumns.place(study) + [
        .words("read_as", heading: "read as"), TableColumn("equivalent", heading: "is lambda"),
        .words("ranks", heading: "ranks of the minima there"),
      ],
      rows: study.places.indices.flatMap { index in
        let (place, own) = (study.places[index], study.places[index].landscape.setting)
        return Convention.allCases.map { convention in
          let ridge = convention.equivalent(in: own.law.convention, learningRate: 1, ridge: own.ridge).ridge
          let ranks = study.branches.filter { followed in
            let other = study.places[followed.place]
            return other.landscape.setting.law == own.law && other.landscape.setting.stream == own.stream
              && followed.branch.lower.ridge <= ridge && ridge <= followed.branch.upper.ridge
          }.map(\.branch.rank).sorted()
          return LandscapeColumns.cells(place) + [
            .text(convention.rawValue), .number(ridge, .shortest), .text(ranks.map(String.init).joined(separator: ", ")),
          ]
        }
      },
      notes: [
        "Counted are the branches that were followed from the study's own lambdas; minima that exist at other lambdas alone are not among them."
      ])
  }

  private static func words(_ end: Branch.End) -> String {
    switch end {
    case .fold: "fold"
    case .becomesSaddle: "becomes a saddle"
    case .losesRank: "rank falls"
    case .goesOn: "goes on"
    }
  }
}
