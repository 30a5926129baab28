import Foundation
import Publishing

/// docs/survival-performance.md: one run's figures, in order of what a reader asks.
struct SurvivalPage {
  let record: BenchRecord

  init(_ record: BenchRecord) { self.record = record }

  static let rows = 1_000_000
  static let tasks = [
    (key: "kaplan-meier", text: "Kaplan-Meier with log-log intervals, median, restricted mean"),
    (key: "log-rank", text: "log-rank test, two groups"),
  ]
  static let rivals = ["lifelines", "R"]

  var text: String {
    [opening, targets, comparison, agreement, command, memory, information, method].joined(
      separator: "\n")
  }

  private var opening: String {
    let (machine, versions) = (record.machine, record.versions)
    let disturbed =
      record.isDisturbed
      ? "\n**Other programs were running:** some measurements had less than 97 % of a processor. Times are too long.\n"
      : ""
    return """
      # Performance of the survival statistics

      Written by `make bench-survival` (the last step of `make bench`); every figure is from one run of it.
      \(disturbed)
      - \(machine.cpu), \(machine.processors) CPUs, \(machine.vectorPath), \(record.date.formatted(.iso8601.year().month().day()))
      - commit \(versions.commit); Swift \(versions.swift); \(record.tools.joined(separator: ", "))
      - The data: 10^6 times of two groups of equal size, exponential with means 10 000 and 10 100, rounded up to whole numbers; 80 % events,
        the others censored by independent times. The same CSV file for all.

      """
  }

  private var comparison: String {
    """
    ## Beside other tools

    On one thread, the data in memory before the clock starts. \(Self.rivals.joined(separator: " and ")) are called as their users call them
    (benchmarks/survival_lifelines.py, benchmarks/survival.R). lifelines computes the restricted mean without its variance, as that is slower.

    \(comparisonTable(suffix: ""))
    The same with times that are not whole numbers, all 10^6 distinct, for information:

    \(comparisonTable(suffix: ", distinct times"))
    """
  }

  private func comparisonTable(suffix: String) -> String {
    var table = Table(
      "comparison", title: "",
      columns: [
        .words("task"), .words("tool"), TableColumn("median", unit: "s"),
        TableColumn("range", heading: "fastest to slowest", unit: "s"),
        TableColumn("repeats"), TableColumn("cores", heading: "cores used"),
        TableColumn("ratio", heading: "time over rankfall's"),
      ])
    for task in Self.tasks {
      let ours = record.line("rankfall", task.key + suffix)
      for tool in ["rankfall"] + Self.rivals {
        guard let line = record.line(tool, task.key + suffix) else { continue }
        table.append([
          .text(task.text), .text(tool), .text(Self.time(line.median)),
          .text(
            "\(Self.time(line.seconds.min() ?? .nan)) to \(Self.time(line.seconds.max() ?? .nan))"),
          .count(line.seconds.count),
          .text(line.coresUsed.map { TableText.fixed($0, decimals: 2) } ?? ""),
          .text(tool == "rankfall" ? "" : ours.map { Self.ratio(line.median / $0.median) } ?? ""),
        ])
      }
    }
    return Markdown.grid(table)
  }

  /// The results of all tools, and how far they are apart.
  private var agreement: String {
    var table = Table(
      "agreement", title: "",
      columns: [
        .words("result"), TableColumn("rankfall"), TableColumn("lifelines"), TableColumn("R"),
        TableColumn("difference", heading: "largest relative difference"),
      ])
    for task in Self.tasks {
      guard let ours = record.line("rankfall", task.key) else { continue }
      for (name, value) in ours.results.sorted(by: { $0.key < $1.key }) {
        let others = Self.rivals.map { record.line($0, task.key)?.results[name] }
        let difference = others.compactMap { $0 }.map { abs($0 - value) / abs(value) }.max()
        table.append(
          [.text(name.replacing("_", with: " ")), .number(value, .significant(10))]
            + others.map { .number($0, .significant(10)) }
            + [
              .number(difference, .significant(2))
            ])
      }
    }
    return """
      ## The same answers

      Whole times. "survival", "lower" and "upper" are the curve and its interval at 10 000; the restricted mean is that to 30 000.

      \(Markdown.grid(table))
      """
  }

  static func time(_ seconds: Double) -> String { TableText.significant(seconds, digits: 3) }
  static func ratio(_ value: Double) -> String { TableText.fixed(value, decimals: 1) + " x" }
}
