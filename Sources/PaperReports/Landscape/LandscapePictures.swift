import DeepLinear
import Landscape
import Publishing

/// The pictures of branches over lambda, one for each of the first points of a sweep.
enum LandscapePictures {
  /// The most pictures.
  static let most = 8

  static func pictures(_ study: LandscapeStudy, _ points: Table) -> [BranchPicture] {
    var streams: [UInt32] = []
    for place in study.places where !streams.contains(place.landscape.setting.stream) {
      streams.append(place.landscape.setting.stream)
    }
    return streams.prefix(most).enumerated().map { index, stream in
      picture(
        study, points, stream: stream, name: index == 0 ? "landscape" : "landscape-\(index + 1)")
    }
  }

  private static func picture(
    _ study: LandscapeStudy, _ points: Table, stream: UInt32, name: String
  ) -> BranchPicture {
    let places = study.places.filter { $0.landscape.setting.stream == stream }
    let ridges = places.map(\.landscape.setting.ridge)
    let law = places[0].landscape.setting.law
    let scale = places[0].landscape.setting.loss.scale
    var (curves, first, folds) = ([PictureCurve](), 0, [Double]())
    for followed in study.branches {
      let branch = followed.branch
      if study.places[followed.place].landscape.setting.stream == stream {
        curves.append(PictureCurve(label(branch), rows: first..<(first + branch.points.count)))
        if !branch.isOpen { folds.append(branch.upper.ridge) }
      }
      first += branch.points.count
    }
    let (least, largest) = (ridges.min() ?? 1, ridges.max() ?? 1)
    let marks = self.marks(law.convention, ridges)
    let right = max(folds.max() ?? largest, marks.map(\.x).max() ?? largest)
    let shown = study.branches(of: stream).flatMap(\.points).filter { $0.ridge >= least / 10 }
    let heights = shown.compactMap(\.singularValues.first)
    let top = max(heights.max() ?? scale, scale)
    return BranchPicture(
      name: name, table: "branches.csv",
      columns: PictureColumns(of: points, x: "lambda", y: "largest"), curves: curves,
      range: (least / 10)...(3 * right),
      heights: (0.1 * min(heights.min() ?? scale, scale))...(2 * top), marks: marks,
      title: "Local minima over lambda", subtitle: subtitle(study, places[0]),
      xLabel: PictureText(
        markup: "{/Symbol l} under `\(law.convention.rawValue)`".replacing("`", with: "")),
      yLabel: PictureText(markup: "largest singular value of A"))
  }

  /// The study's own lambdas, and what its largest one is when it is read in the other conventions.
  private static func marks(_ own: Convention, _ ridges: [Double]) -> [BranchPicture.Mark] {
    let mine = Set(ridges).sorted().map {
      BranchPicture.Mark("\(own.rawValue): \(TableText.csv($0))", at: $0)
    }
    guard let largest = ridges.max() else { return mine }
    return mine
      + Convention.allCases.filter { $0 != own }.map { other in
        BranchPicture.Mark(
          "\(TableText.csv(largest)) read as \(other.rawValue)",
          at: other.equivalent(in: own, learningRate: 1, ridge: largest).ridge)
      }
  }

  /// What the key says of a branch: where it ends, or else where it begins.
  static func label(_ branch: Branch) -> String {
    switch branch.upper {
    case .fold(let ridge): "rank \(branch.rank), gone at \(TableText.significant(ridge, digits: 4))"
    case .becomesSaddle(let ridge):
      "rank \(branch.rank), a saddle from \(TableText.significant(ridge, digits: 4))"
    case .losesRank(let ridge):
      "rank \(branch.rank), lower from \(TableText.significant(ridge, digits: 4))"
    case .givenUp(let ridge):
      "rank \(branch.rank), followed to \(TableText.significant(ridge, digits: 4))"
    case .goesOn:
      switch branch.lower {
      case .goesOn: "rank \(branch.rank), at every lambda"
      case .givenUp(let ridge):
        "rank \(branch.rank), followed from \(TableText.significant(ridge, digits: 4)) on"
      case .fold(let ridge), .becomesSaddle(let ridge), .losesRank(let ridge):
        "rank \(branch.rank), from \(TableText.significant(ridge, digits: 4)) on"
      }
    }
  }

  private static func subtitle(_ study: LandscapeStudy, _ place: LandscapeStudy.Place) -> [String] {
    let setting = place.landscape.setting
    let swept = place.swept.map(\.description).joined(separator: ", ")
    return [
      "\(study.name)\(swept.isEmpty ? "" : ", " + swept), L = \(setting.depth), convention \(setting.law.convention.rawValue); a dot is where a minimum ends",
      "upright: the study's lambda, and the same number read in the other conventions; the zero matrix is drawn at the lower edge",
    ]
  }
}
