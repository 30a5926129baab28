/// Beside the other tools.
extension PerformancePage {
  /// A tool's measured rate under the name that the page gives it.
  struct Rival {
    let name: String
    let threads: Int
    let rate: Double
    let coresUsed: Double?
  }

  /// The tools' rates at a depth and width; numba's plain loops beside its fastest variant.
  func rivals(depth: Int, width: Int) -> [Rival] {
    record.baselines.filter { $0.depth == depth && $0.hiddenWidth == width }
      .flatMap { line -> [Rival] in
        let fastest = Rival(
          name: line.trials.count > 1
            ? "\(line.name), fastest variant: \(line.variant)" : "\(line.name), \(line.variant)",
          threads: line.threads, rate: line.chainStepsPerSecond, coresUsed: line.coresUsed)
        guard line.name == "numba", line.variant != "loops", let loops = line.trials["loops"] else {
          return [fastest]
        }
        return [
          fastest,
          Rival(
            name: "numba, plain loops (short trial)", threads: line.threads, rate: loops,
            coresUsed: nil),
        ]
      }
      .sorted { ($0.threads, $1.rate) < ($1.threads, $0.rate) }
  }

  /// Our engine for a hidden width.
  func ours(depth: Int, width: Int, threads: Int) -> Measurement? {
    record.measurement(width == 2 ? .lanes : .wide, depth: depth, threads: threads)
  }

  var comparison: String {
    guard !record.baselines.isEmpty else {
      return "## Beside other tools\n\nNot measured in this run.\n"
    }
    var rows: [[String]] = []
    for (depth, width) in [(3, 2), (4, 2), (3, 100), (4, 100)] {
      for rival in rivals(depth: depth, width: width) {
        guard let ours = ours(depth: depth, width: width, threads: rival.threads) else { continue }
        rows.append([
          rival.name, String(depth), String(width), String(rival.threads),
          TableText.rate(rival.rate),
          rival.coresUsed.map { TableText.fixed($0, 2) } ?? "", TableText.rate(ours.median),
          TableText.ratio(ours.median / rival.rate),
        ])
      }
    }
    let head = [
      "tool", "depth", "hidden width", "threads", "chain-steps/s", "cores used",
      "rankfall, same threads", "ratio",
    ]
    return """
      ## Beside other tools

      The same chain, depth and width on as many threads. Rankfall's figures are those of the lane engine (width 2) and of the full-width
      engine (width 100); they include the screen for entry at every step, which the other programs do not have.

      \(TableText.table(head, rows))
      Rankfall does not stay at full width: once the initial weights have decayed (about 1500 steps at Figure 1), a network of any width
      goes on in the lane engine with the same path to rounding. The ratio over a whole study is larger by that.

      """
  }
}
