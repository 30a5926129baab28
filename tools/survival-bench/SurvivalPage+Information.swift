import Publishing

/// What no target is set for.
extension SurvivalPage {
  var information: String {
    """
    ## For information: laws and interval censoring

    Maximum-likelihood fits, the sample tabulated already; "with intervals" finds profile-likelihood intervals, too.
    Whole times have \(wholeTimes) distinct values among the million.

    \(Markdown.grid(laws))
    \(turnbull)
    """
  }

  private var wholeTimes: String {
    record.line("rankfall", "kaplan-meier", rows: Self.rows)?.results["distinct_times"].map {
      TableText.fixed($0, decimals: 0)
    }
      ?? "fewer"
  }

  private var laws: Table {
    let sizes = [4000, Self.rows]
    var table = Table(
      "laws", title: "",
      columns: [.words("law")]
        + sizes.flatMap { size in
          ["whole times", "distinct times"].flatMap { times in
            ["", ", with intervals"].map {
              TableColumn("\(size == Self.rows ? "10^6" : String(size)) \(times)\($0)", unit: "ms")
            }
          }
        })
    let names = record.lines(beginning: "law ").map {
      $0.task.dropFirst(4).split(separator: ",")[0]
    }
    for (place, name) in names.enumerated() where names.firstIndex(of: name) == place {
      var cells: [Cell] = [.text(String(name))]
      for size in sizes {
        for times in ["", ", distinct times"] {
          for intervals in ["", ", intervals"] {
            let line = record.line("rankfall", "law \(name)\(times)\(intervals)", rows: size)
            cells.append(.number(line.map { 1000 * $0.median }, .significant(3)))
          }
        }
      }
      table.append(cells)
    }
    return table
  }

  private var turnbull: String {
    guard let line = record.line("rankfall", "turnbull"), let rounds = line.results["rounds"],
      let intervals = line.results["innermost"]
    else { return "" }
    return """
      Turnbull's estimate of \(line.rows) intervals, each with ends of its own: \(Self.time(line.median)) s for \
      \(TableText.fixed(intervals, decimals: 0)) innermost intervals in \(TableText.fixed(rounds, decimals: 0)) rounds, tabulation included.

      """
  }

  var method: String {
    """
    ## How it is measured

    benchmarks/survival.sh has each tool read the file, do each task once without the clock, and repeat it; the tools take turns over three
    rounds, the second in the opposite order. Times are wall times, medians of all repeats of all rounds; "cores used" is processor time over wall
    time. Each memory figure comes from a process of its own.

    """
  }
}
