import Foundation

/// docs/performance.md: one run's figures, in order of what a reader asks.
struct PerformancePage {
  let record: BenchRecord

  init(_ record: BenchRecord) {
    self.record = record
  }

  var text: String {
    let parts: [String] = [
      opening, targets, engines, ladder, langevin, comparison, study, scaling, flops, method,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// "1 thread", "2 threads".
  func count(_ threads: Int) -> String { threads == 1 ? "1 thread" : "\(threads) threads" }

  private var opening: String {
    let (machine, versions) = (record.machine, record.versions)
    let day = record.date.formatted(.iso8601.year().month().day())
    let warning =
      record.isQuick ? "\n**A short trial (`--quick`): figures not to be quoted.**\n" : ""
    let tools = Dictionary(
      record.baselines.map { ($0.name, $0.version) }, uniquingKeysWith: { first, _ in first })
    let others =
      tools.isEmpty
      ? ""
      : "; "
        + tools.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    let crowded = record.measurements.filter { $0.coresUsed < 0.97 * Double($0.threads) }.count
    let disturbed =
      crowded == 0
      ? ""
      : """

      **Other programs were running:** \(crowded) of the \(record.measurements.count) measurements of Rankfall and of the peak had less
      than 97 % of their processors (see "cores used"). Rates are too low, and so is the peak that they are set against.

      """
    let vectors = "\(machine.vectorPath), 4 doubles a vector"
    return """
      # Performance

      Written by `make bench`; every figure is from one run of it. A chain-step is one SGD step of one chain, the draw of its random
      entry included.
      \(warning)\(disturbed)
      - \(machine.cpu), \(machine.processors) CPUs, \(vectors), \(day)
      - rankfall \(versions.rankfall) (commit \(versions.commit)); Swift \(versions.swift)\(others)

      """
  }

  private var engines: String {
    let names: [(Contender.Engine, Int, String)] = [
      (.scalar, 3, "scalar reference (`Network.step`)"), (.lanes, 3, "lane engine"),
      (.lanesWithEntries, 3, "lane engine, with entries and follow-up of \(BenchLaw.follow) steps"),
      (.lanes, 4, "lane engine"),
      (.lanesWithEntries, 4, "lane engine, with entries and follow-up of \(BenchLaw.follow) steps"),
      (.wide, 3, "full-width engine"), (.wide, 4, "full-width engine"),
    ]
    var rows: [[String]] = []
    for (engine, depth, name) in names {
      for threads in Set([1, record.threads]).sorted() {
        guard let m = record.measurement(engine, depth: depth, threads: threads) else { continue }
        let operations = Double(FlopCount(depth: depth, width: m.width).total) * m.median
        rows.append([
          name, String(depth), String(m.width), String(threads), TableText.rate(m.median),
          "\(TableText.rate(m.slowest)) to \(TableText.rate(m.fastest))",
          TableText.fixed(operations * 1e-9, 1),
          TableText.percent(operations / record.peak(threads: threads)),
          TableText.fixed(m.coresUsed, 2), String(m.ended),
        ])
      }
    }
    let peaks = Set([1, record.threads]).sorted().map { threads -> String in
      "\(TableText.fixed(record.peak(threads: threads) * 1e-9, 1)) GFLOP/s on \(count(threads)) "
        + "(\(TableText.fixed(record.measurement(.peak, threads: threads)?.coresUsed ?? .nan, 2)) cores used)"
    }
    let head = [
      "engine", "depth", "hidden width", "threads", "chain-steps/s, median", "slowest to fastest",
      "GFLOP/s", "share of peak",
      "cores used", "chains ended",
    ]
    return """
      ## Engines

      The machine's own peak, twelve independent chains of multiply-adds in vectors of 4 doubles, best of all repeats:
      \(peaks.joined(separator: ", ")).

      \(TableText.table(head, rows))
      "Cores used" is processor time over wall time: below the number of threads, other programs were in the way and the rates are too
      low. The lane engine's first lines hold chains that have settled at rank 2 under the law of Figure 1 with lambda = \(BenchLaw.quietRidge),
      where a jump is too rare to be seen: "chains ended" must be 0, and a step costs what it costs while one waits.
      The lines "with entries" run Figure 1's own lambda = .1: chains enter, are followed with the full test at every step, end and are
      replaced. The full-width engine runs that law from the first step to the compression, again and again. Every engine draws each
      entry; but for the scalar reference each step is screened for entry too.

      """
  }

  private var scaling: String {
    guard record.threads > 1 else { return "" }
    let kinds: [(Contender.Engine, Int, String)] = [
      (.peak, 0, "multiply-adds alone"), (.lanes, 3, "lane engine, depth 3"),
      (.lanes, 4, "lane engine, depth 4"),
      (.lanesWithEntries, 3, "lane engine, depth 3, with entries"),
      (.wide, 3, "full-width engine, depth 3"),
      (.wide, 4, "full-width engine, depth 4"),
    ]
    let rows = kinds.map { engine, depth, name in
      let values = record.scaling(engine, depth: depth)
      return [
        name, TableText.ratio(Measurement.median(values)),
        values.sorted().map { TableText.fixed($0, 2) }.joined(separator: " "),
      ]
    }
    return """
      ## From 1 thread to \(record.threads)

      Each round measures 1 thread and \(record.threads) back to back; the ratios of the rounds, and their median. Multiply-adds share
      nothing but the hardware: what they do not gain, no program gains (virtual CPUs may be two halves of one core).

      \(TableText.table(["", "median", "rounds, sorted"], rows))
      """
  }

  private var method: String {
    let repeats = record.measurements.first?.repeats.count ?? 0
    return """
      ## How it is measured

      \(repeats) rounds; each measures everything once, every second one in the opposite order, so that a drift of the machine hits all
      alike. A measurement makes its engines anew, warms them up and runs for \(TableText.fixed(record.secondsPerRepeat, 1)) seconds on
      each thread. Medians are of the rounds. The other tools are measured just before, by benchmarks/run.sh (see benchmarks/README.md).

      """
  }
}
