import Publishing
import Studies

/// The regimes as tables: `regimes.csv` with a row a cell, and for readers a grid of words for each
/// block.
struct RegimeTable {
  let grid: RegimeGrid
  /// The cells of all arms, by the arm's index; nil where an arm has no chains.
  let cells: [RegimeCell?]

  /// A row for each cell, block by block, by learning rate and then by ridge.
  var table: Table {
    let shares = Regime.allCases.map { TableColumn($0.rawValue, shape: .interval) }
    let columns: [TableColumn] =
      [TableColumn("arm"), .words("dynamics")] + grid.otherKeys.map { .words($0) }
      + [
        TableColumn("eta"), TableColumn("lambda"), TableColumn("chains"), .words("regime"),
        TableColumn("share", shape: .interval),
        .words("majority"), .words("certain"),
      ] + shares + [
        TableColumn("median", shape: .interval), TableColumn("exits"),
        TableColumn("gd_enters", shape: .interval),
      ]
    return Table(
      "regimes", title: "All cells", columns: columns,
      rows: grid.blocks.flatMap { block in block.places.map { row($0, block) } })
  }

  private func row(_ place: RegimeGrid.Place, _ block: RegimeGrid.Block) -> [Cell] {
    let key: [Cell] =
      [.count(place.arm), .text(block.dynamics)]
      + grid.otherKeys.map { key in
        PictureCurve.cell(block.settings.first { $0.key == key }?.value ?? "")
      }
      + [.number(place.eta, .shortest), .number(place.lambda, .shortest)]
    guard let cell = cells[place.arm] else {
      return key + [.count(0), .missing("no chains")]
        + [Cell](repeating: .missing(), count: 5 + Regime.allCases.count + 1)
    }
    let descent = place.descent.flatMap { cells[$0] }
    return key
      + [
        .count(cell.chains), .text(RegimeWord(cell, descent: descent).rawValue), .share(cell.share),
        .text(cell.isMajority ? "yes" : "no"), .text(cell.isCertain ? "yes" : "no"),
      ] + Regime.allCases.map { .share(cell.shares[$0]) }
      + [
        cell.hasEntry
          ? .estimate(
            Estimate(cell.median.value, cell.median.lower, cell.median.upper, kind: .time))
          : .missing("not reached"),
        .count(cell.exits), descent.map { .share($0.shares[.enters]) } ?? .missing("not run"),
      ]
  }

  private func interval(_ cell: RegimeCell) -> String {
    guard let limits = cell.share?.interval else { return "" }
    let words = [limits.lower, limits.upper].map { TableText.percent($0, digits: 0) }
    return " (\(words[0]) to \(words[1]))"
  }

  /// The words of a block as a grid: learning rates downwards from the largest, ridges to the
  /// right.
  func map(_ index: Int) -> Table {
    let block = grid.blocks[index]
    let lambdas = Set(block.places.map(\.lambda)).sorted()
    let etas = Set(block.places.map(\.eta)).sorted(by: >)
    let columns =
      [TableColumn("eta", heading: "eta \\ lambda")] + lambdas.map { .words(TableText.csv($0)) }
    let rows = etas.map { eta in
      [.number(eta, .shortest)]
        + lambdas.map { lambda in
          Cell.text(block.places.first { ($0.eta, $0.lambda) == (eta, lambda) }.map(words) ?? "")
        }
    }
    return Table("map-\(index)", title: block.name, columns: columns, rows: rows)
  }

  /// `jumps 5590`, with the share where it is not all: `jumps 5590, 87 %`; and with its interval
  /// where that is not all above one half.
  private func words(_ place: RegimeGrid.Place) -> String {
    guard let cell = cells[place.arm] else { return "no chains" }
    let word = RegimeWord(cell, descent: place.descent.flatMap { cells[$0] })
    let time = cell.ruling == .stays || cell.ruling == .diverges ? nil : cell.median.value
    let share = cell.share?.value ?? 0
    return word.rawValue + (time.map { " " + TableText.significant($0, digits: 3) } ?? "")
      + (share < 1 ? ", \(TableText.percent(share, digits: 0)) %" : "")
      + (cell.isCertain ? "" : interval(cell))
  }
}
