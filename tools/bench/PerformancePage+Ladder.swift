/// The noise ladder beside SGD.
extension PerformancePage {
  /// SGD's rate over a rung's, round by round: each round measures both once.
  private func slowdown(_ engine: Contender.Engine) -> [Double] {
    guard let sgd = record.measurement(.lanes, depth: 3, threads: 1),
      let rung = record.measurement(engine, depth: 3, threads: 1)
    else { return [] }
    return zip(sgd.repeats, rung.repeats).map { $0.rate / $1.rate }
  }

  /// The project's targets for the ladder.
  var ladderTargets: [(text: String, measured: String, isMet: Bool)] {
    var list: [(text: String, measured: String, isMet: Bool)] = []
    if let normals = record.measurement(.normalsInLanes, threads: 1) {
      list.append(
        (
          "at least 200 M normal numbers a second on 1 thread", TableText.rate(normals.median),
          normals.median >= 200e6
        ))
    }
    let ratios = slowdown(.matched)
    if !ratios.isEmpty {
      let ratio = Measurement.median(ratios)
      list.append(
        (
          "`gaussian-matched` within a factor 4 of `sgd`; lane engine, depth 3",
          TableText.ratio(ratio), ratio <= 4
        ))
    }
    return list
  }

  var ladder: String {
    let rows = [Contender.Engine.lanes, .descent, .shuffled, .matched, .frozen, .langevinLanes]
      .compactMap { engine -> [String]? in
        guard let m = record.measurement(engine, depth: 3, threads: 1) else { return nil }
        let ratios = slowdown(engine)
        return [
          engine == .lanes ? "`sgd`" : "`\(engine.rawValue)`", TableText.rate(m.median),
          "\(TableText.rate(m.slowest)) to \(TableText.rate(m.fastest))",
          TableText.ratio(Measurement.median(ratios)),
          TableText.fixed(m.coresUsed, 2),
        ]
      }
    let normals = record.measurement(.normalsInLanes, threads: 1).map {
      "\(TableText.rate($0.median)) a second on 1 thread (\(TableText.rate($0.slowest)) to \(TableText.rate($0.fastest)))"
    }
    return """
      ## The noise ladder

      Chains that have settled at rank 2 with lambda = \(BenchLaw.quietRidge), depth 3, hidden width 2, on 1 thread; every step is screened for
      entry. "Times SGD's" is what a step costs in units of SGD's, the median of the rounds. A step of `gaussian-matched` and of
      `gaussian-frozen` takes 2 normal numbers here, one of `langevin` 12. Normal numbers alone: \(normals ?? "not measured").

      \(TableText.table(["rung", "chain-steps/s, median", "slowest to fastest", "times SGD's", "cores used"], rows))
      """
  }
}
