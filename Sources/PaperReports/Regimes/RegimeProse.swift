import Publishing
import Studies

/// `regimes.md`: what the words mean, a grid for each block, then every cell with its intervals.
struct RegimeProse {
  let study: Study
  let table: RegimeTable

  var document: Document {
    Document(
      title: "\(study.name): what rules where", paragraphs: [meaning],
      tables: [tally] + table.grid.blocks.indices.map(table.map) + [cells], notes: [reading])
  }

  private var cells: Table {
    var cells = table.table
    cells.notes.append(
      "Parentheses hold exact 95 % intervals of shares (Clopper and Pearson); that of a median is Brookmeyer and Crowley's."
    )
    return cells
  }

  /// How many cells of each block a regime rules.
  private var tally: Table {
    let words = table.grid.blocks.map { block in
      block.places.map { place in
        table.cells[place.arm].map {
          RegimeWord($0, descent: place.descent.flatMap { table.cells[$0] })
        }
      }
    }
    let rows = zip(table.grid.blocks, words).map { block, words in
      let counts = RegimeWord.allCases.map { word in Cell.count(words.count { $0 == word }) }
      let uncertain = block.places.count { place in
        table.cells[place.arm].map { $0.isMajority && !$0.isCertain } ?? false
      }
      let divided = block.places.count { place in
        table.cells[place.arm].map { !$0.isMajority } ?? false
      }
      return [Cell.text(block.name)] + counts + [.count(divided), .count(uncertain)]
    }
    return Table(
      "cells", title: "Cells that each outcome rules",
      columns: [.words("block")] + RegimeWord.allCases.map { TableColumn($0.rawValue) }
        + [
          TableColumn("no_majority", heading: "no majority"),
          TableColumn("uncertain", heading: "not certain"),
        ], rows: rows)
  }

  private var meaning: String {
    let law = study.arms[0].law
    let same = study.arms.allSatisfy {
      $0.law.horizon == law.horizon && $0.law.follow == law.follow
    }
    let spans =
      same
      ? "\(law.horizon) steps, and \(law.follow) more after an entry"
      : "the arm's horizon and follow-up"
    return
      "Each cell says what most of its chains do within \(spans). stays: not seen in B_r. jumps: enters B_r and is not seen in B_0 "
      + "afterwards. slides: the same, where most chains of gradient descent (gd, without noise, from the same starts) enter too; without gd "
      + "in the study it is called a jump. collapses: enters B_r and is seen in B_0. diverges: leaves every bound, before an entry or after it."
  }

  private let reading =
    "A grid shows the word and the median step of the entry into B_r, with the share of the chains where it is not all of them, and the share's 95 % interval "
    + "where that is not all above one half: which outcome rules is not certain there. The median is that "
    + "of all entries, those before a collapse or a divergence included; a divergence without an entry counts as censored at its step. exits: "
    + "how often chains left B_r again while they were followed, all together; where there are many, B_r as the study has it is not absorbing. "
    + "gd_enters: the share of gradient descent's chains that enter and do not collapse. Of several outcomes that are equally frequent the first in the order "
    + "stays, enters, collapses, diverges is named; majority says whether more than half of the chains do it, certain whether the whole interval of their share is above one half."
}
