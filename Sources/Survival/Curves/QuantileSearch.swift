import CGSL

/// The search for the time at which S, or a bound of it, comes down to 1 - p.
struct QuantileSearch {
  enum Side { case lower, upper }

  let probability: Double
  let tolerance: Double
  let estimate: KaplanMeierEstimate

  private var rows: Range<Int> { estimate.survival.indices }

  /// S never rises, so two bisections do.
  func ofSurvival() -> Double? {
    let first = rows.bisected { isDown(estimate.survival[$0]) }
    guard first < rows.upperBound else { return nil }
    let end = rows.bisected { isBelow(estimate.survival[$0]) }
    return middle(first, end == first ? first : min(end, rows.upperBound - 1))
  }

  /// A bound may rise again (its spread grows while S falls), so its first descent has to be
  /// searched for; see `first`.
  func ofBound(_ side: Side, _ transform: IntervalTransform, _ level: ConfidenceLevel) -> Double? {
    func limit(_ row: Int) -> Double? {
      let interval = estimate.interval(row: row, transform, level: level)
      return side == .lower ? interval?.lower : interval?.upper
    }
    // Before and after, there are no bounds.
    let open =
      rows.bisected { estimate.survival[$0] < 1 }..<rows.bisected { estimate.survival[$0] <= 0 }
    let found = first(
      in: open, where: { row in limit(row).map(isDown) ?? false },
      unless: { leastLimit(side, over: $0, transform, level) - 1e-9 > 1 - probability + tolerance })
    guard let found, let reached = limit(found) else { return nil }
    if isBelow(reached) { return middle(found, found) }
    let end = rows[found...].dropFirst().first {
      estimate.sample.events[$0] > 0 && (limit($0).map { !isLevel($0) } ?? true)
    }
    if let end, limit(end) == nil { return nil }
    return middle(found, end ?? rows.upperBound - 1)
  }

  private func isDown(_ value: Double) -> Bool { 1 - value >= probability - tolerance }
  private func isBelow(_ value: Double) -> Bool { 1 - value >= probability + tolerance }
  private func isLevel(_ value: Double) -> Bool { abs(1 - value - probability) <= tolerance }

  private func middle(_ first: Int, _ end: Int) -> Double {
    first == end
      ? estimate.sample.times[first]
      : (estimate.sample.times[first] + estimate.sample.times[end]) / 2
  }

  /// The first row of which something holds, found without a look at blocks that cannot have one.
  private func first(
    in block: Range<Int>, where holds: (Int) -> Bool, unless isHopeless: (Range<Int>) -> Bool
  ) -> Int? {
    if block.count <= 4 { return block.first(where: holds) }
    if isHopeless(block) { return nil }
    let half = (block.lowerBound + block.upperBound) / 2
    return first(in: block.lowerBound..<half, where: holds, unless: isHopeless)
      ?? first(in: half..<block.upperBound, where: holds, unless: isHopeless)
  }

  /// A number below which a bound does not go on any of `block`'s rows, where 0 < S < 1: S falls
  /// from the first to the last, Greenwood's sum rises.
  private func leastLimit(
    _ side: Side, over block: Range<Int>, _ transform: IntervalTransform, _ level: ConfidenceLevel
  ) -> Double {
    let (first, last) = (block.lowerBound, block.upperBound - 1)
    let spread =
      level.normalQuantile * estimate.greenwoodSum[side == .lower ? last : first].squareRoot()
    let survival = estimate.survival[last]
    let hazard = -log(survival)
    switch (transform, side) {
    case (.plain, .lower): return survival - spread * estimate.survival[first]
    case (.plain, .upper): return survival + spread * survival
    case (.log, .lower): return survival * exp(-spread)
    case (.log, .upper): return survival * exp(spread)
    case (.logLog, .lower): return exp(-hazard * exp(spread / -log(estimate.survival[first])))
    case (.logLog, .upper): return exp(-hazard * exp(-spread / hazard))
    }
  }
}
