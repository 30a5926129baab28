import DeepLinear
import Landscape
import Publishing

/// What tables of landscapes have in common.
enum LandscapeColumns {
  /// The columns that say which landscape a row is of: the swept keys, the convention, L, lambda.
  static func place(_ study: LandscapeStudy) -> [TableColumn] {
    let swept = study.places.first?.swept.map(\.key) ?? []
    let own = swept.filter { !fixed.contains($0) }.map { TableColumn.words($0) }
    return own + [.words("convention"), TableColumn("depth", heading: "L"), TableColumn("lambda")]
  }

  /// Their cells, with another lambda where one is given.
  static func cells(_ place: LandscapeStudy.Place, ridge: Double? = nil) -> [Cell] {
    let setting = place.landscape.setting
    return place.swept.filter { !fixed.contains($0.key) }.map { .text($0.value) } + [
      .text(setting.law.convention.rawValue), .count(setting.depth), .number(ridge ?? setting.ridge, .shortest),
    ]
  }

  /// Keys that would come twice.
  private static let fixed = ["convention", "network.depth"]

  /// Numbers with spaces between, for machines and readers alike.
  static func numbers(_ values: [Double]) -> String {
    values.map { TableText.significant($0, digits: 6) }.joined(separator: " ")
  }

  /// A sentence's name of a landscape.
  static func name(_ place: LandscapeStudy.Place) -> String {
    let swept = place.swept.map { "\($0.key) = \($0.value)" }
    return (swept + ["lambda = \(TableText.csv(place.landscape.setting.ridge))"]).joined(separator: ", ")
  }
}
