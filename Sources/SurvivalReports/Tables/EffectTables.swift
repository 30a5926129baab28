import Publishing
import Survival

/// How much the groups differ from the reference: hazard ratios, restricted means, rates.
struct EffectTables {
  let times: GroupedTimes
  let questions: SurvivalQuestions

  func tables() throws -> [Table] {
    guard times.names.count > 1 else { return [] }
    let model = try GroupHazards(times.stratified)
    return [
      try hazardRatios(model), try proportionality(model), try restrictedMeans(), try rates(),
    ]
  }

  private var reference: String { times.names[times.reference] }
  private var strata: String {
    times.stratified.strata.count > 1 ? " within \(times.stratified.strata.count) strata" : ""
  }

  private func hazardRatios(_ model: GroupHazards) throws -> Table {
    var table = Table(
      "hazard_ratios", title: "Hazard ratios\(strata)",
      columns: [
        .words("group"), .words("reference"),
        TableColumn("hazard_ratio", heading: "hazard ratio (interval)", shape: .interval),
        TableColumn("log_se", heading: "s.e. of log"), TableColumn("p"),
      ])
    var lost: [String] = []
    for group in times.others {
      let ratio = model.hazardRatio(of: group, to: times.reference)
      let profile = try Self.unlessLost {
        try model.profileInterval(of: group, to: times.reference, level: questions.level)
      }
      let pValue = try Self.unlessLost { try model.profilePValue(of: group, to: times.reference) }
      if profile == nil || pValue == nil { lost.append(times.names[group]) }
      let value: Double? =
        switch ratio {
        case .estimated(let estimate): estimate.value
        case .zero: 0
        case .unbounded, .undetermined: nil
        }
      table.append([
        .text(times.names[group]), .text(reference),
        ratio == .undetermined
          ? .missing("never compared")
          : .estimate(Estimate(value, profile?.lower, profile?.upper, absence: "unbounded")),
        .number(ratio.estimate?.standardError, .significant(3)),
        .pValue(pValue ?? nil),
      ])
    }
    let test = model.likelihoodRatioTest.map {
      " All equal: likelihood ratio chi-square \(TableText.significant($0.statistic, digits: 5)) on \($0.degreesOfFreedom) \($0.degreesOfFreedom == 1 ? "degree" : "degrees") of freedom, p = "
        + "\(Self.words(of: $0.pValue))."
    }
    table.notes = [
      "Cox's model, ties as Efron; intervals and p-values by profile likelihood." + (test ?? "")
    ]
    if !lost.isEmpty {
      table.notes.append(
        "The search for an interval or a p-value did not end for \(lost.count) groups (\(lost.prefix(5).joined(separator: ", "))\(lost.count > 5 ? ", ..." : "")), "
          + "whose ratios are too large or too small to be told: these cells are empty.")
    }
    return table
  }

  /// nil where a numerical search does not end: groups that are far apart have ratios beyond what
  /// can be searched.
  private static func unlessLost<Value>(_ body: () throws -> Value) throws -> Value? {
    do {
      return try body()
    } catch SurvivalError.numerical {
      return nil
    }
  }

  private func proportionality(_ model: GroupHazards) throws -> Table {
    var table = Table(
      "proportionality", title: "Tests that the hazard ratios are constant in time\(strata)",
      columns: [
        .words("time_scale", heading: "time scale"),
        TableColumn("chi_square", heading: "chi-square"), TableColumn("df"),
        TableColumn("p"),
      ])
    for (transform, name) in [
      (TimeTransform.kaplanMeier, "1 - survival"), (.identity, "time"), (.log, "log time"),
      (.rank, "rank of time"),
    ] {
      let test = try model.proportionalityTest(transform, reference: times.reference).test
      table.append([.text(name)] + Cell.test(test))
    }
    table.notes = [
      "Score tests; choose one time scale before looking. A small p means that the ratio changes: a hazard ratio is an average over time then, and restricted "
        + "means compare better."
    ]
    return table
  }

  private func restrictedMeans() throws -> Table {
    var table = Table(
      "rmst_differences", title: "Restricted means to \(TableText.csv(times.horizon)), compared",
      columns: [
        .words("group"), .words("reference"),
        TableColumn("difference", heading: "difference (interval)", shape: .interval),
        TableColumn("difference_se", heading: "s.e."), TableColumn("p"),
        TableColumn("ratio", heading: "ratio (interval)", shape: .interval),
        TableColumn("ratio_p", heading: "p of ratio"),
      ])
    guard times.horizon > 0 else { return table }
    for group in times.others {
      let result = try RestrictedMeanComparison(
        first: times.curves[times.reference], second: times.curves[group], horizon: times.horizon,
        level: questions.level)
      if result.first.isExtrapolated || result.second.isExtrapolated {
        let absent = Cell.missing("a curve ends before \(TableText.csv(times.horizon))")
        table.append(
          [.text(times.names[group]), .text(reference), absent]
            + table.columns.dropFirst(3).map { _ in .missing("") })
        continue
      }
      let (difference, ratio) = (result.difference, result.ratio)
      table.append([
        .text(times.names[group]), .text(reference), Self.cell(difference),
        .number(difference.standardError > 0 ? difference.standardError : nil, .significant(3)),
        .pValue(difference.inference?.pValue),
        ratio.map(Self.cell) ?? .missing(), .pValue(ratio?.inference?.pValue),
      ])
      table.notes += result.cautions.compactMap { sentence($0, group) }.filter {
        !table.notes.contains($0)
      }
    }
    return table
  }

  /// A p-value in a sentence.
  private static func words(of pValue: Double) -> String {
    pValue > 0 ? TableText.pValue(pValue) : "less than 1e-300"
  }

  private static func cell(_ effect: RestrictedMeanComparison.Effect) -> Cell {
    .estimate(
      Estimate(effect.value, effect.inference?.interval.lower, effect.inference?.interval.upper))
  }

  /// What a note says of a caution; nothing of a mean beyond the data, whose row says it.
  private func sentence(_ caution: RestrictedMeanComparison.Caution, _ group: Int) -> String? {
    guard case .noSpread(let which) = caution else { return nil }
    let name = times.names[which == .first ? times.reference : group]
    return
      "Group \(name) shows no spread before the horizon, so nothing can be said of how sure the difference is."
  }

  private func rates() throws -> Table {
    var table = Table(
      "rate_ratios", title: "Rates (events per unit of time at risk), compared",
      columns: [
        .words("group"), .words("reference"),
        TableColumn("rate_ratio", heading: "rate ratio (interval)", shape: .interval),
        TableColumn("p"),
      ])
    func rate(_ group: Int) throws(SurvivalError) -> PoissonRate {
      try PoissonRate(
        events: times.samples[group].eventCount, exposure: times.samples[group].exposure,
        level: questions.level)
    }
    for group in times.others
    where times.samples[group].exposure > 0 && times.samples[times.reference].exposure > 0 {
      let result = try RateComparison(
        first: try rate(times.reference), second: try rate(group), level: questions.level)
      table.append([
        .text(times.names[group]), .text(reference),
        .estimate(Estimate(result.ratio, result.lower, result.upper)),
        .pValue(result.pValue),
      ])
    }
    table.notes = ["Exact, given the sum of events (binomial). As if each hazard were constant."]
    return table
  }
}
