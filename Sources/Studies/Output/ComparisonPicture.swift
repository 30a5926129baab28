import Foundation
import Publishing

/// `compare.gp`: a row an arm, the difference of its restricted mean to the reference's beside its rate of exits.
struct ComparisonPicture {
  let study: Study
  let rows: [ArmComparison]

  /// The picture.
  var picture: ForestPicture {
    let table = ComparisonTable.table(rows)
    let drawn = min(rows.count, ForestPicture.mostRows)
    let left = drawn < rows.count ? " The first \(drawn) of \(rows.count) arms are drawn." : ""
    return ForestPicture(
      name: "compare", rows: rows.map { $0.record.name },
      panels: [
        .init(
          title: "How much later than the reference", xLabel: "Difference of restricted means (steps)",
          series: [
            .init(of: table, "rmst_difference"), .init(of: table, "rmst_difference_paired"),
          ], scale: .linear(differences)),
        .init(
          title: "How often out again", xLabel: "Exits per step inside",
          series: [
            .init(of: table, "exit_rate"),
            .init(of: table, "exit_rate", lower: "exit_rate_clustered_lower", upper: "exit_rate_clustered_upper"),
          ], scale: .logarithmic(rates)),
      ],
      title: "\(study.name): \(ArmWords.conventions(rows.map(\.record.arm)))",
      subtitle: [
        "Event: \(ArmWords.event(rows.map(\.record.arm))).",
        "95 % intervals. Left, open: all chains as independent; filled: by pairs. Right, open: exact; filled: allowing for bursts; arrow: no exit, "
          + "the rate is below its base.\(left)",
      ])
  }

  /// All differences and limits that are drawn, 0, and a little more.
  private var differences: ClosedRange<Double> {
    let effects = rows.prefix(ForestPicture.mostRows).compactMap(\.difference).flatMap { difference in
      let (means, paired) = (difference.means.difference, difference.paired?.difference)
      return [
        means.value, means.inference?.interval.lower, means.inference?.interval.upper, paired?.inference?.interval.lower,
        paired?.inference?.interval.upper,
      ].compactMap { $0 }
    }
    let (least, most) = (min(effects.min() ?? 0, 0), max(effects.max() ?? 0, 0))
    let room = least < most ? 0.05 * (most - least) : 1
    return (least - room)...(most + room)
  }

  /// Whole powers of ten around all rates and limits that are drawn.
  private var rates: ClosedRange<Double> {
    let known = rows.prefix(ForestPicture.mostRows).compactMap(\.record.directions).flatMap { directions in
      let (exact, robust) = (directions.exits.poisson, directions.exits.robust?.interval)
      return [exact.lower, exact.upper, robust?.lower, robust?.upper].compactMap { $0 }.filter { $0 > 0 }
    }
    guard let least = known.min(), let most = known.max() else { return 0.1...1 }
    let hasNone = rows.contains { $0.record.directions?.exits.poisson.events == 0 }
    // An arrow needs room below its base.
    let bottom = pow(10, log10(least).rounded(.down) - (hasNone ? 1 : 0))
    return max(bottom, 1e-300)...max(pow(10, log10(most).rounded(.up)), bottom * 10)
  }
}
