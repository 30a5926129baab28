import Foundation
import Publishing

/// `compare.gp`: a row an arm, the difference of its restricted mean to the reference's beside its
/// rate of exits.
struct ComparisonPicture {
  private let study: Study
  private let rows: [ArmComparison]
  /// The columns of the table that is drawn.
  private let table: Table

  init(_ findings: StudyFindings) {
    (study, rows) = (findings.study, findings.comparisons)
    table = ComparisonTable.header(of: TableShape(findings.plan))
  }

  /// The picture.
  var picture: ForestPicture {
    let drawn = min(rows.count, ForestPicture.mostRows)
    let left = drawn < rows.count ? " The first \(drawn) of \(rows.count) arms are drawn." : ""
    return ForestPicture(
      name: "compare", rows: rows.map { $0.record.name },
      panels: [later] + (knownRates.isEmpty ? [] : [outAgain]),
      title: "\(study.name): \(ArmWords.conventions(rows.map(\.record.arm)))",
      subtitle: [
        "Event: \(ArmWords.event(rows.map(\.record.arm))).",
        "95 % intervals. \(knownRates.isEmpty ? "Open" : "Left, open"): all chains as independent; filled: by pairs.\(right) What has no interval, "
          + "such as arms in which nobody entered, is not drawn.\(left)",
      ])
  }

  private var right: String {
    knownRates.isEmpty
      ? ""
      : " Right, open: exact; filled: allowing for bursts; arrow: no exit, the rate is below its base."
  }

  private var later: ForestPicture.Panel {
    ForestPicture.Panel(
      title: "How much later than the reference", xLabel: "Difference of restricted means (steps)",
      series: ["rmst_difference", "rmst_difference_paired"].map {
        .init(of: table, $0, isDrawnAlone: false)
      },
      scale: .linear(differences))
  }

  private var outAgain: ForestPicture.Panel {
    let key = "rank_exit_rate"
    return ForestPicture.Panel(
      title: "How often the rank rises again", xLabel: "Exits by rank per step inside",
      series: [
        .init(of: table, key),
        .init(of: table, key, lower: key + "_clustered_lower", upper: key + "_clustered_upper"),
      ], scale: .logarithmic(rates))
  }

  /// All differences and limits that are drawn, 0, and a little more.
  private var differences: ClosedRange<Double> {
    let effects = rows.prefix(ForestPicture.mostRows).filter { $0.record.summary.entered > 0 }
      .compactMap(\.difference).flatMap {
        difference in
        let (means, paired) = (difference.means.difference, difference.paired?.difference)
        return [
          means.value, means.inference?.interval.lower, means.inference?.interval.upper,
          paired?.inference?.interval.lower,
          paired?.inference?.interval.upper,
        ].compactMap { $0 }
      }
    let (least, most) = (min(effects.min() ?? 0, 0), max(effects.max() ?? 0, 0))
    let room = least < most ? 0.05 * (most - least) : 1
    return (least - room)...(most + room)
  }

  /// Whole powers of ten around all rates and limits that are drawn.
  private var rates: ClosedRange<Double> {
    let known = knownRates
    guard let least = known.min(), let most = known.max() else { return 0.1...1 }
    let hasNone = rows.contains { $0.record.directions?.rankExits.poisson.events == 0 }
    // An arrow needs room below its base.
    let bottom = pow(10, log10(least).rounded(.down) - (hasNone ? 1 : 0))
    return max(bottom, 1e-300)...max(pow(10, log10(most).rounded(.up)), bottom * 10)
  }

  /// All rates and limits that are drawn.
  private var knownRates: [Double] {
    rows.prefix(ForestPicture.mostRows).compactMap(\.record.directions).flatMap { directions in
      let (exact, robust) = (directions.rankExits.poisson, directions.rankExits.robust?.interval)
      return [exact.lower, exact.upper, robust?.lower, robust?.upper].compactMap { $0 }.filter {
        $0 > 0
      }
    }
  }
}
