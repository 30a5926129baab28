import Publishing
import Survival

/// Parametric laws of each group, and the plateau of its hazard.
struct LawTables {
  let names: [String]
  let comparisons: [LawComparison]
  /// Each group's plateau, if it has one; nil where the hazard was not looked at.
  let plateaus: [HazardPlateau?]?

  func tables() -> [Table] {
    let plateau = plateaus.map {
      PlateauTable.table(zip(names, $0).map { (name: $0, plateau: $1) })
    }
    return [laws, parameters] + (plateau.map { [$0] } ?? [])
  }

  private var laws: Table {
    var table = Table(
      "laws", title: "Parametric laws by AIC",
      columns: [
        .words("group"), .words("law"), .words("fit"),
        TableColumn("log_likelihood", heading: "log-likelihood"),
        TableColumn("parameters", heading: "params"),
        TableColumn("aic", heading: "AIC"), TableColumn("delta_aic", heading: "delta AIC"),
        TableColumn("bic", heading: "BIC"),
        TableColumn("weight"), TableColumn("goodness_of_fit_p", heading: "goodness of fit p"),
        .words("reading"),
      ])
    for (name, comparison) in zip(names, comparisons) {
      for entry in comparison.entries {
        let fit = entry.fit
        table.append([
          .text(name), .text(fit.family.name), .text(fit.status.description),
          .number(fit.logLikelihood, .significant(7)),
          .count(fit.parameterCount), .number(fit.aic, .significant(7)),
          entry.deltaAIC.map { .number($0, .significant(3)) }
            ?? .missing(fit.isUsable ? "the exponential again" : "not defined"),
          .number(fit.bic, .significant(7)),
          .number(entry.weight, .significant(2)),
          entry.goodnessOfFit.map { .pValue($0.pValue) } ?? .missing("not tested"),
          .text(Self.reading(entry)),
        ])
      }
      table.notes.append(
        names.count == 1 ? comparison.sentence : "Group \(name): \(comparison.sentence)")
    }
    let replicates = comparisons.flatMap(\.entries).compactMap { $0.goodnessOfFit?.replicates }
      .max()
    if replicates == nil {
      table.notes.append(
        "Goodness of fit is not tested above \(SurvivalQuestions.mostTestedTimes) distinct times, or where it has no form."
      )
    }
    if let replicates {
      table.notes.append(
        "Goodness of fit: Cramer-von Mises distance between the Kaplan-Meier curve and the fitted law, by parametric bootstrap (\(replicates) replicates, each fitted anew)."
      )
    }
    return table
  }

  /// What the table's note says of a law, in a word or two, for those who read the table without
  /// it.
  private static func reading(_ entry: LawComparison.Entry) -> String {
    guard let delta = entry.deltaAIC else { return "not compared" }
    let place = delta == 0 ? "smallest AIC" : delta < 2 ? "within 2 of it" : "behind"
    return entry.isRejected ? place + ", rejected" : place
  }

  private var parameters: Table {
    var table = Table(
      "law_parameters", title: "Parameters of the laws",
      columns: [
        .words("group"), .words("law"), .words("parameter"),
        TableColumn("estimate", heading: "estimate (interval)", shape: .interval),
        TableColumn("se", heading: "s.e."),
      ])
    for (name, comparison) in zip(names, comparisons) {
      for fit in comparison.entries.map(\.fit) where fit.isUsable {
        for (parameter, value) in fit.law?.parameters ?? [] {
          // A cut is chosen, not estimated: it has no interval.
          let estimate = fit[parameter]
          table.append([
            .text(name), .text(fit.family.name), .text(parameter),
            .estimate(Estimate(value, estimate?.lower, estimate?.upper)),
            .number(estimate?.standardError, .significant(3)),
          ])
        }
      }
    }
    table.notes = [
      "Maximum likelihood; profile-likelihood intervals (of rates, given the cuts), standard errors from the observed information. Rates are per unit of time."
    ]
    return table
  }
}
