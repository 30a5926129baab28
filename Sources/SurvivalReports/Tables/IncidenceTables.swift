import Publishing
import Survival

/// Competing outcomes: the incidence of each cause in each group, and Gray's tests.
struct IncidenceTables {
  let outcomes: GroupedOutcomes
  let questions: SurvivalQuestions

  func tables() throws -> [Table] {
    if outcomes.causes.isEmpty { return [counts] }
    return [counts, incidence] + (outcomes.names.count > 1 ? [try tests()] : [])
  }

  private var counts: Table {
    var table = Table(
      "outcomes", title: "How observations ended",
      columns: [
        .words("group"), .words("cause"), TableColumn("observations"),
        TableColumn("of", heading: "of"),
      ])
    for (name, estimate) in zip(outcomes.names, outcomes.estimates) {
      // A sample has a cause even where nobody had one.
      let totals = estimate.sample.events.prefix(outcomes.causes.count).map { $0.reduce(0, +) }
      let count = estimate.sample.overall.count
      let censored = count - totals.reduce(0, +)
      for (cause, total) in zip(outcomes.causes + ["censored"], totals + [censored]) {
        table.append([.text(name), .text(cause), .count(total), .count(count)])
      }
    }
    return table
  }

  private var incidence: Table {
    var table = Table(
      "incidence_at", title: "Cumulative incidence",
      columns: [
        .words("group"), .words("cause"), TableColumn("time"),
        TableColumn("incidence", heading: "incidence (interval)", shape: .interval),
      ])
    let end = outcomes.estimates.map(\.sample.overall.lastTime).max() ?? 1
    for (name, estimate) in zip(outcomes.names, outcomes.estimates) {
      for (cause, label) in outcomes.causes.enumerated() {
        let round = AxisTicks.upTo(end).filter { $0 > 0 }
        for time in questions.times.isEmpty ? round : questions.times {
          table.append([
            .text(name), .text(label), .number(time, .shortest), cell(estimate, cause + 1, time),
          ])
        }
      }
    }
    table.notes = [
      "The share that has ended in this way by the time, all other ways being what they are (Aalen and Johansen); "
        + "\(questions.transform.rawValue) intervals. One minus a Kaplan-Meier curve that censors the other outcomes is larger: it is the share if nothing "
        + "else happened."
    ]
    return table
  }

  private func cell(_ estimate: AalenJohansenEstimate, _ cause: Int, _ time: Double) -> Cell {
    guard let value = estimate.incidence(cause: cause, at: time) else {
      return .missing("beyond the data")
    }
    let interval = estimate.overall.lastRow(upTo: time).flatMap {
      estimate.interval(cause: cause, row: $0, questions.transform, level: questions.level)
    }
    return .estimate(Estimate(value, interval?.lower, interval?.upper, kind: .share))
  }

  private func tests() throws -> Table {
    var table = Table(
      "gray", title: "Gray's tests that a cause has the same incidence in all groups",
      columns: [
        .words("cause"), TableColumn("chi_square", heading: "chi-square"), TableColumn("df"),
        TableColumn("p"),
      ])
    do {
      for (cause, label) in outcomes.causes.enumerated() {
        table.append(
          [.text(label)] + Cell.test(try GrayTest(strata: outcomes.strata, cause: cause + 1).test))
      }
    } catch SurvivalError.truncated {
      table.notes = ["Not made: Gray's test has no form for late entries at different times."]
    }
    return table
  }
}
