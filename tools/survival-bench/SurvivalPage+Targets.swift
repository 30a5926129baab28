import Publishing

/// What the project set out to reach, and whether this run did.
extension SurvivalPage {
  /// How many times the faster of the other two is to be beaten by.
  private static let factor = 5.0
  /// How far equal results may be apart, relatively.
  private static let tolerance = 1e-8
  private static let commandSeconds = 1.0

  private struct Target {
    let text: String
    let measured: String
    let isMet: Bool
  }

  var targets: String {
    var table = Table(
      "targets", title: "",
      columns: [
        .words("target", heading: "the project's target"), .words("measured"), .words("met"),
      ])
    for target in speed + [equal, wholeCommand, linear].compactMap({ $0 }) {
      table.append([.text(target.text), .text(target.measured), .text(target.isMet ? "yes" : "NO")])
    }
    return "## Targets\n\n" + Markdown.grid(table)
  }

  private var speed: [Target] {
    Self.tasks.compactMap { task in
      let others = Self.rivals.compactMap { record.line($0, task.key) }
      guard let ours = record.line("rankfall", task.key),
        let fastest = others.min(by: { $0.median < $1.median })
      else {
        return nil
      }
      let ratio = fastest.median / ours.median
      return Target(
        text: "\(task.text): at least 5 times faster than the faster of lifelines and R",
        measured:
          "\(Self.ratio(ratio)) (\(fastest.tool): \(Self.time(fastest.median)) s, rankfall: \(Self.time(ours.median)) s)",
        isMet: ratio >= Self.factor)
    }
  }

  /// The largest relative difference of any result.
  private var equal: Target? {
    let differences = Self.tasks.flatMap { task -> [Double] in
      guard let ours = record.line("rankfall", task.key) else { return [] }
      return Self.rivals.compactMap { record.line($0, task.key) }.flatMap { other in
        other.results.compactMap { name, value in
          ours.results[name].map { abs($0 - value) / abs(value) }
        }
      }
    }
    guard let most = differences.max() else { return nil }
    return Target(
      text: "the same answers to 1e-8",
      measured:
        "\(differences.count) results, the most different by \(TableText.significant(most, digits: 2))",
      isMet: most < Self.tolerance)
  }

  private var wholeCommand: Target? {
    record.line("rankfall", "command", rows: Self.rows).map {
      Target(
        text:
          "the command rankfall survival on a CSV file of 10^6 rows, whole times, two groups: under 1 s",
        measured: "\(Self.time($0.median)) s",
        isMet: $0.median < Self.commandSeconds)
    }
  }

  /// Memory is linear when ten times the rows take at most a tenth more a row.
  private var linear: Target? {
    let names = Set(record.lines(beginning: "memory: ").map(\.task)).sorted() + ["command"]
    let growths = names.compactMap { name -> Double? in
      guard let one = record.line("rankfall", name, rows: Self.rows)?.bytesPerRow,
        let ten = record.line("rankfall", name, rows: 10 * Self.rows)?.bytesPerRow
      else { return nil }
      return ten / one
    }
    guard let most = growths.max() else { return nil }
    return Target(
      text: "memory linear to 10^7 rows",
      measured:
        "bytes a row at 10^7 over those at 10^6: at most \(TableText.fixed(most, decimals: 2))",
      isMet: most < 1.1)
  }

  var command: String {
    var table = Table(
      "command", title: "",
      columns: [
        .words("part"), TableColumn("median", unit: "s"),
        TableColumn("range", heading: "fastest to slowest", unit: "s"),
      ])
    let parts = [
      ("command", "the whole command, from its start to its end"),
      ("command: start", "start and end of the program (rankfall --version)"),
      ("command: file", "reading and checking the file"),
      ("command: statistics", "all statistics and tables"),
      ("command, distinct times", "the whole command on 10^6 distinct times, for information"),
    ]
    for (task, text) in parts {
      guard let line = record.line("rankfall", task, rows: Self.rows) else { continue }
      table.append([
        .text(text), .text(Self.time(line.median)),
        .text(
          "\(Self.time(line.seconds.min() ?? .nan)) to \(Self.time(line.seconds.max() ?? .nan))"),
      ])
    }
    return """
      ## The whole command

      `rankfall survival FILE --time time --event event --group group` on the same file: medians, restricted means, rates, quantiles, seven
      tests, hazard ratio with its profile interval, proportionality. The parts are measured inside one process, after a first turn.

      \(Markdown.grid(table))
      """
  }

  var memory: String {
    var table = Table(
      "memory", title: "",
      columns: [
        .words("what"), TableColumn("rows"), TableColumn("peak", unit: "MB"),
        TableColumn("each", heading: "bytes a row"),
        TableColumn("time", unit: "s"),
      ])
    for line in record.lines(beginning: "memory: ")
      + record.lines(beginning: "command").filter({ $0.results["bytes"] != nil })
    {
      table.append([
        .text(
          line.task.hasPrefix("memory: ")
            ? "library: " + line.task.dropFirst("memory: ".count) : line.task), .count(line.rows),
        .text(line.results["bytes"].map { TableText.fixed($0 / 1e6, decimals: 1) } ?? ""),
        .text(line.bytesPerRow.map { TableText.fixed($0, decimals: 1) } ?? ""),
        .text(Self.time(line.median)),
      ])
    }
    return """
      ## Memory

      For the library, the peak beyond the arrays that it is given (17 bytes a row: a time, a flag, a group). For the command, the program's
      whole resident memory; the file, which is mapped, is part of it (9 bytes a row for whole times, 22 for distinct ones). The table of a
      sample is as long as there are distinct times, so whole times take little.

      \(Markdown.grid(table))
      """
  }
}
