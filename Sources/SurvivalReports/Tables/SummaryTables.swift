import Publishing
import Survival

/// What each group's times say by themselves: counts, median, restricted mean, rate; quantiles;
/// numbers at risk.
struct SummaryTables {
  let times: GroupedTimes
  let questions: SurvivalQuestions

  func tables() throws -> [Table] {
    [try summary(), try quantiles()] + (questions.times.isEmpty ? [] : [atTimes]) + [atRisk]
  }

  private func summary() throws -> Table {
    var table = Table(
      "summary", title: "Groups",
      columns: [
        .words("group"), TableColumn("n"), TableColumn("events"), TableColumn("censored"),
        TableColumn("median", heading: "median (interval)", shape: .interval),
        TableColumn("rmst", heading: "restricted mean ± s.e.", shape: .standardError),
        TableColumn("exposure"), TableColumn("rate", heading: "rate (interval)", shape: .interval),
        TableColumn("event_fraction", heading: "with event by the end", shape: .interval),
        TableColumn("follow_up", heading: "median follow-up (interval)", shape: .interval),
      ])
    for (name, curve) in zip(times.names, times.curves) {
      let sample = curve.sample
      let median = curve.median(questions.transform, level: questions.level)
      table.append([
        .text(name), .count(sample.count), .count(sample.eventCount),
        .count(sample.count - sample.eventCount),
        .estimate(Estimate(median.value, median.lower, median.upper, kind: .time)), try mean(curve),
        .time(sample.exposure), try rate(sample), try share(sample), followUp(sample),
      ])
    }
    table.notes = [
      "Intervals at \(questions.levelPercent). Median: Kaplan-Meier, \(questions.transform.rawValue) (Brookmeyer and Crowley). Restricted mean to "
        + "\(TableText.csv(times.horizon)). Rate: events per unit of time at risk, exact Poisson (Garwood), as if the hazard were constant. With "
        + "event by the end: exact binomial (Clopper and Pearson), where nobody was censored before the end. Median follow-up: the Kaplan-Meier "
        + "median of the times to censoring, events ending the watch (reverse Kaplan-Meier)."
    ]
    if let landmark = questions.landmark {
      table.notes.append(
        "Only observations that last beyond the landmark \(TableText.csv(landmark)), from there on; times keep their origin."
      )
    }
    if times.isAnyCause {
      table.notes.append(
        "An event is an event of any cause, here and in all comparisons but Gray's tests.")
    }
    for (name, curve) in zip(times.names, times.curves) where curve.fallsToZeroEarly {
      let end = curve.survival.firstIndex(of: 0).map { curve.sample.times[$0] } ?? 0
      table.notes.append(
        "Group \(name): everybody at risk at \(TableText.csv(end)) has the event, so that the curve is 0 from there on although others come later. "
          + "A landmark after it (--landmark) still has something to say.")
    }
    return table
  }

  /// The share of those who were seen to have the event: a proportion only where all were watched
  /// to one end.
  private func share(_ sample: RightCensoredSample) throws -> Cell {
    let entersTogether = sample.entryTimes.isEmpty || sample.entries == [sample.count]
    guard entersTogether, sample.censored.dropLast().allSatisfy({ $0 == 0 }) else {
      return .missing("censored before")
    }
    let share = try BinomialProportion(
      events: sample.eventCount, trials: sample.count, level: questions.level)
    return .estimate(
      Estimate(share.value, share.interval.lower, share.interval.upper, kind: .share))
  }

  /// The median of the times for which observations were watched, or would have been without the
  /// event: events and censorings with their parts changed (Schemper and Smith 1996,
  /// doi:10.1016/0197-2456(96)00075-X). R: survfit(Surv(time, 1 - event)), ties included.
  private func followUp(_ sample: RightCensoredSample) -> Cell {
    guard sample.eventCount < sample.count else { return .missing("nobody censored") }
    let median = KaplanMeierEstimate(sample.reversed)
      .median(questions.transform, level: questions.level)
    return .estimate(Estimate(median.value, median.lower, median.upper, kind: .time))
  }

  private func mean(_ curve: KaplanMeierEstimate) throws -> Cell {
    guard times.horizon > 0 else { return .missing() }
    let mean = try curve.restrictedMean(to: times.horizon)
    if mean.isExtrapolated { return .missing("curve ends before \(TableText.csv(times.horizon))") }
    // Without an event before the horizon Greenwood's error is 0, which is no certainty.
    return .value(mean.value, standardError: mean.standardError > 0 ? mean.standardError : nil)
  }

  private func rate(_ sample: RightCensoredSample) throws -> Cell {
    guard sample.exposure > 0 else { return .missing() }
    let rate = try PoissonRate(
      events: sample.eventCount, exposure: sample.exposure, level: questions.level)
    return .estimate(Estimate(rate.value, rate.lower, rate.upper))
  }

  private func quantiles() throws -> Table {
    let columns = questions.probabilities.map { probability in
      let percent = SurvivalQuestions.percent(probability)
      return TableColumn(
        "q\(percent)", heading: "\(percent) % have had it by (interval)", shape: .interval)
    }
    var table = Table(
      "quantiles", title: "Quantiles of the time to the event", columns: [.words("group")] + columns
    )
    for (name, curve) in zip(times.names, times.curves) {
      var row = [Cell.text(name)]
      for probability in questions.probabilities {
        let quantile = try curve.quantile(probability, questions.transform, level: questions.level)
        row.append(.estimate(Estimate(quantile.value, quantile.lower, quantile.upper, kind: .time)))
      }
      table.append(row)
    }
    return table
  }

  /// The times that pictures and tables show numbers at risk for.
  var ticks: [Double] { AxisTicks.upTo(times.curves.map(\.sample.lastTime).max() ?? 1) }

  private var atRisk: Table {
    var table = counts("at_risk", title: "Numbers at risk", at: ticks)
    table.notes = [
      "At risk at a time: entered before it and not over before it. Events and censorings up to and including the time."
    ]
    return table
  }

  /// Survival at the times that were asked for.
  private var atTimes: Table {
    var table = counts("survival_at", title: "Survival at chosen times", at: questions.times)
    table.notes = [
      "Kaplan-Meier, with \(questions.transform.rawValue) intervals at \(questions.levelPercent); events and censorings up to and including the time. "
        + "Beyond a group's last time its curve is known only where it has come down to 0."
    ]
    return table
  }

  private func counts(_ name: String, title: String, at chosen: [Double]) -> Table {
    var table = Table(
      name, title: title,
      columns: [
        .words("group"), TableColumn("time"), TableColumn("at_risk"), TableColumn("events"),
        TableColumn("censored"),
        TableColumn("survival", heading: "survival (interval)", shape: .interval),
      ])
    for (name, curve) in zip(times.names, times.curves) {
      for row in curve.sample.atRiskTable(at: chosen) {
        table.append([
          .text(name), .number(row.time, .shortest), .count(row.atRisk), .count(row.events),
          .count(row.censored),
          survival(curve, row.time),
        ])
      }
    }
    return table
  }

  private func survival(_ curve: KaplanMeierEstimate, _ time: Double) -> Cell {
    guard let value = curve.survival(at: time) else { return .missing("beyond the data") }
    guard let row = curve.lastRow(upTo: time),
      let interval = curve.interval(row: row, questions.transform, level: questions.level)
    else { return .estimate(Estimate(value, nil, nil, kind: .share, style: .percent(decimals: 1))) }
    return .estimate(Estimate(value, interval.lower, interval.upper, kind: .share))
  }
}
