import Publishing
import Survival

/// Parametric laws of each group, and the plateau of its hazard.
struct LawTables {
  let names: [String]
  let comparisons: [LawComparison]
  let plateaus: [HazardPlateau?]

  func tables() -> [Table] { [laws, parameters] + (plateaus.contains { $0 != nil } ? [plateau] : []) }

  private var laws: Table {
    var table = Table(
      "laws", title: "Parametric laws by AIC",
      columns: [
        .words("group"), .words("law"), .words("fit"), TableColumn("log_likelihood", heading: "log-likelihood"),
        TableColumn("parameters", heading: "params"),
        TableColumn("aic", heading: "AIC"), TableColumn("delta_aic", heading: "delta AIC"), TableColumn("bic", heading: "BIC"),
        TableColumn("weight"), TableColumn("goodness_of_fit_p", heading: "goodness of fit p"),
      ])
    for (name, comparison) in zip(names, comparisons) {
      for entry in comparison.entries {
        let fit = entry.fit
        table.append([
          .text(name), .text(fit.family.name), .text(fit.status.description), .number(fit.logLikelihood, .significant(7)),
          .count(fit.parameterCount), .number(fit.aic, .significant(7)), .number(entry.deltaAIC, .significant(3)),
          .number(fit.bic, .significant(7)),
          .number(entry.weight, .significant(2)), entry.goodnessOfFit.map { .pValue($0.pValue) } ?? .missing("not tested"),
        ])
      }
      table.notes.append(names.count == 1 ? comparison.sentence : "Group \(name): \(comparison.sentence)")
    }
    let replicates = comparisons.flatMap(\.entries).compactMap { $0.goodnessOfFit?.replicates }.max()
    if let replicates {
      table.notes.append(
        "Goodness of fit: Cramer-von Mises distance between the Kaplan-Meier curve and the fitted law, by parametric bootstrap (\(replicates) replicates, each fitted anew)."
      )
    }
    return table
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
      for fit in comparison.entries.map(\.fit) {
        for parameter in fit.parameters {
          table.append([
            .text(name), .text(fit.family.name), .text(parameter.name),
            .estimate(Estimate(parameter.value, parameter.lower, parameter.upper)),
            .number(parameter.standardError, .significant(3)),
          ])
        }
      }
    }
    table.notes = [
      "Maximum likelihood; profile-likelihood intervals, standard errors from the observed information. Rates are per unit of time."
    ]
    return table
  }

  private var plateau: Table {
    var table = Table(
      "plateau", title: "Where the hazard is flat",
      columns: [
        .words("group"), TableColumn("onset"), TableColumn("rate", heading: "rate beyond it (interval)", shape: .interval),
        TableColumn("events", heading: "events beyond it"), TableColumn("exposure", heading: "time at risk"),
        TableColumn("flatness_p", heading: "flatness p"),
      ])
    for (name, plateau) in zip(names, plateaus) {
      guard let flatness = plateau?.flatness, let rate = plateau?.rate else {
        table.append([.text(name), .missing("no plateau found"), .missing(), .missing(), .missing(), .missing()])
        continue
      }
      table.append([
        .text(name), .number(flatness.onset, .significant(4)), .estimate(Estimate(rate.value, rate.lower, rate.upper)),
        .count(flatness.events),
        .number(flatness.exposure, .shortest), .pValue(flatness.pValue),
      ])
    }
    table.notes = [
      "The onset is the earliest of a list of event quantiles beyond which a test of flatness has p of at least \(TableText.csv(HazardPlateau.threshold)). "
        + "Rate: exact Poisson."
    ]
    return table
  }
}
