import Publishing
import Studies

/// The map of regimes: a panel a block, the ridge to the right, the learning rate upwards.
struct RegimePicture {
  let study: Study
  let grid: RegimeGrid
  /// `regimes.csv`.
  let table: Table

  var picture: MapPicture {
    var panels: [MapPicture.Panel] = []
    var first = 0
    for block in grid.blocks {
      panels.append(MapPicture.Panel(block.name, rows: first..<(first + block.places.count)))
      first += block.places.count
    }
    return MapPicture(
      name: "regimes",
      columns: MapPicture.Columns(
        of: table, x: "lambda", y: "eta", kind: "regime", share: "share", number: "median"),
      panels: panels, kinds: RegimeWord.allCases.map(\.rawValue), x: grid.lambdas, y: grid.etas,
      title: PictureText("\(study.name): what rules where"),
      subtitle: [
        "In each cell the most frequent outcome, fainter the smaller its share, and the logarithm to base 10 of the median step of the entry"
      ], xLabel: PictureText("ridge (\(grid.lambdaKeys.joined(separator: ", ")))"),
      yLabel: PictureText("learning rate (\(grid.etaKeys.joined(separator: ", ")))"))
  }
}
