import DeepLinear
import Landscape
import Publishing

/// What tables of landscapes have in common.
enum LandscapeColumns {
  /// The columns that say which sweep point a row is of: the swept keys, the convention, L.
  static func sweep(_ study: LandscapeStudy) -> [TableColumn] {
    let swept = study.places.first?.swept.map(\.key) ?? []
    let own = swept.filter { !fixed.contains($0) }.map { TableColumn.words($0) }
    return own + [.words("convention"), TableColumn("depth", heading: "L")]
  }

  /// Their cells.
  static func sweep(_ place: LandscapeStudy.Place) -> [Cell] {
    let setting = place.landscape.setting
    let own = place.swept.filter { !fixed.contains($0.key) }.map { Cell.text($0.value) }
    return own + [.text(setting.law.convention.rawValue), .count(setting.depth)]
  }

  /// Those of `sweep`, and lambda.
  static func place(_ study: LandscapeStudy) -> [TableColumn] {
    sweep(study) + [TableColumn("lambda")]
  }

  /// Their cells, with another lambda where one is given.
  static func cells(_ place: LandscapeStudy.Place, ridge: Double? = nil) -> [Cell] {
    sweep(place) + [.number(ridge ?? place.landscape.setting.ridge, .shortest)]
  }

  /// Keys that would come twice.
  private static let fixed = ["convention", "network.depth"]

  /// Numbers with spaces between, for machines and readers alike.
  static func numbers(_ values: [Double]) -> String {
    values.map { TableText.significant($0, digits: 6) }.joined(separator: " ")
  }

  /// A sentence's name of a landscape.
  static func name(_ place: LandscapeStudy.Place) -> String {
    let swept = place.swept.map(\.description)
    return (swept + ["lambda = \(TableText.csv(place.landscape.setting.ridge))"]).joined(
      separator: ", ")
  }
}
