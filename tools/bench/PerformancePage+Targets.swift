/// What the project set out to reach, and whether this run did.
extension PerformancePage {
  private struct Target {
    let text: String
    let measured: String
    let isMet: Bool?
  }

  /// 400 million chain-steps a second were asked for where the peak of a core is this.
  private var referencePeak: Double { 51e9 }

  private var laneTargets: [Target] {
    guard let lanes = record.measurement(.lanes, depth: 3, threads: 1) else { return [] }
    let peak = record.peak(threads: 1)
    let goal = 400e6 * peak / referencePeak
    let share = Double(FlopCount(depth: 3, width: 2).total) * lanes.median / peak
    var list = [
      Target(
        text:
          "lane engine, depth 3, on 1 thread: 400 M chain-steps/s at a peak of 51 GFLOP/s, so \(TableText.rate(goal)) here",
        measured: TableText.rate(lanes.median), isMet: lanes.median >= goal),
      Target(
        text: "the same, as a stretch: 60 % of the peak", measured: TableText.percent(share),
        isMet: share >= 0.6),
    ]
    if record.threads == 2 {
      let scaling = Measurement.median(record.scaling(.lanes, depth: 3))
      let hardware = Measurement.median(record.scaling(.peak))
      list.append(
        Target(
          text: "lane engine, depth 3: 2 threads at least 1.9 times 1 thread",
          measured:
            "\(TableText.ratio(scaling)); multiply-adds alone gain \(TableText.ratio(hardware))",
          isMet: scaling >= 1.9))
    }
    return list
  }

  private func against(_ prefix: String, width: Int, factor: Double) -> [Target] {
    rivals(depth: 3, width: width).filter { $0.threads == 1 && $0.name.hasPrefix(prefix) }
      .compactMap { rival in
        guard let ours = ours(depth: 3, width: width, threads: 1) else { return nil }
        let engine = width == 2 ? "lane engine" : "full-width engine, width \(width),"
        let ratio = ours.median / rival.rate
        return Target(
          text:
            "\(engine) at least \(TableText.fixed(factor, 0)) times \(rival.name); depth 3, 1 thread",
          measured: TableText.ratio(ratio), isMet: ratio >= factor)
      }
  }

  var targets: String {
    var list = laneTargets
    list += against("numba", width: 2, factor: 30) + against("jax", width: 2, factor: 100)
    list += against("numba", width: 100, factor: 8) + against("jax", width: 100, factor: 8)
    list += ladderTargets.map { Target(text: $0.text, measured: $0.measured, isMet: $0.isMet) }
    let seconds = record.study.extrapolated
    list.append(
      Target(
        text:
          "all \(record.study.wanted) chains of `\(record.study.study)` in less than 60 s on \(count(record.threads))",
        measured: TableText.fixed(seconds, 1) + " s, extrapolated", isMet: seconds < 60))
    let rows = list.map {
      [$0.text, $0.measured, $0.isMet.map { $0 ? "yes" : "**no**" } ?? "not measured"]
    }
    return "## Targets\n\n"
      + TableText.table(["the project's target", "measured", "met"], left: 3, rows)
  }

  var study: String {
    let timing = record.study
    let seconds = Measurement.median(timing.whole)
    let early = timing.stepsBeforeCompression / max(timing.chains, 1)
    let rows = [
      [
        "\(timing.chains) chains, median and range of \(timing.whole.count) runs",
        TableText.spread(timing.whole) { TableText.fixed($0, 2) } + " s",
      ],
      [
        "extrapolated by proportion to the study's \(timing.wanted) chains",
        TableText.fixed(timing.extrapolated, 1) + " s",
      ],
      ["chain-steps a second", TableText.rate(Double(timing.chainSteps) / seconds)],
      [
        "share of the time before compression: at full width, the first \(early) steps on average, the draw of the initial weights included",
        TableText.percent(timing.shareBefore),
      ],
      [
        "share of the steps before compression",
        TableText.percent(Double(timing.stepsBeforeCompression) / Double(timing.chainSteps)),
      ],
    ]
    return """
      ## A whole study

      `\(timing.study)` (depth \(timing.depth), hidden width \(timing.width)), its first arm on \(count(timing.threads)); checkpoints and
      the report are not included.

      \(TableText.table(["", ""], left: 2, rows))
      """
  }

  var flops: String {
    let rows = [(3, 2), (4, 2), (3, 100), (4, 100)].map { depth, width -> [String] in
      let count = FlopCount(depth: depth, width: width)
      let (fused, plain) = count.instructions
      return [
        String(depth), String(width), String(count.products), String(count.residual),
        String(count.decay), String(count.update),
        String(count.total), String(fused), String(plain), TableText.percent(count.ceiling),
      ]
    }
    let head = [
      "depth", "hidden width", "products", "residual", "decay", "update", "flop a step",
      "multiply-adds", "other operations",
      "ceiling",
    ]
    return """
      ## What is counted

      The floating-point operations of one step as its formula has them, the 2 x 2 problem's; a multiply-add is 2, a multiplication,
      addition or subtraction 1. The same count serves every engine.

      \(TableText.table(head, left: 0, rows))
      - products: W v up and W^T u down the inner layers; residual: A_k - a_k, times the pull; decay: every weight times
        1 - c_reg eta lambda; update: g u, and the rank-one terms.
      - Not counted: the random numbers (Philox 4x32-10 and the digits of its words, all in integers), the choice of row, column and value
        by masks, the screen (a determinant and its square at width 2; a Gram matrix of the first layer and its traces at width 100),
        full tests of membership, the norm that divergence is seen by, snapshots, and multiply-adds by zero that stand in for a choice.
      - Ceiling: a plain operation takes the issue slot of a multiply-add. With every slot taken by the operations above and none by
        anything else, this share of the peak would be reached; no exact program of this formula gets beyond it.

      """
  }
}
