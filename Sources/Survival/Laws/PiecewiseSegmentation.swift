import CGSL

/// The cuts of a piecewise exponential law.
///
/// Chosen cuts: the events' quantiles at j/200 part time into cells with events d and exposure E.
/// For each number of pieces the best cuts among the cells' ends, those with the largest sum of d
/// log(d/E) - d over pieces, come exactly, by dynamic programming; of these the one with the
/// smallest BIC is taken. Every piece has at least five events; an interval counts as an event at
/// its upper end here.
///
/// A cut and the rate after it count as three parameters (3 pieces - 2 in all): the best of many
/// places for a cut lifts the likelihood of a law that has none by much more than one regular
/// parameter does.
///
/// Source: the recursion of Auger and Lawrence (1989), doi:10.1016/S0092-8240(89)80047-3; the
/// penalty of Yao (1988), doi:10.1016/0167-7152(88)90118-6.
enum PiecewiseSegmentation {
  static let cells = 200
  static let mostPieces = 8
  static let fewestEvents = 5.0
  /// What a cut counts for, the rate of its piece included.
  static let parametersACut = 3

  /// The cuts that a wish comes to.
  ///
  /// - Throws: `SurvivalError.cuts` for given cuts that do not ascend between 0 and the last time,
  ///   or a number of pieces not in 1...64.
  static func cuts(_ wish: PiecewiseCuts, _ rows: LikelihoodRows) throws(SurvivalError) -> [Double]
  {
    switch wish {
    case .given(let cuts):
      guard zip([0] + cuts, cuts).allSatisfy({ $0 < $1 }),
        cuts.last.map({ $0 < rows.lastTime }) ?? true
      else {
        throw .cuts(
          "the cuts of a piecewise law ascend, above 0 and below the last time, \(rows.lastTime)")
      }
      return cuts
    case .equalEvents(let pieces):
      guard (1...64).contains(pieces) else {
        throw .cuts("a piecewise law has 1 to 64 pieces, not \(pieces)")
      }
      return quantiles(pieces, rows)
    case .chosen: return chosen(rows)
    }
  }

  /// The times by which j/pieces of the events have come, distinct, above 0 and below the last
  /// time.
  static func quantiles(_ pieces: Int, _ rows: LikelihoodRows) -> [Double] {
    let events =
      (rows.exact.map { ($0.time, $0.count) } + rows.intervals.map { ($0.upper, $0.count) }).sorted
    { $0.0 < $1.0 }
    var (times, seen, next): ([Double], Double, Int) = ([], 0, 1)
    for (time, count) in events {
      seen += count
      let isReached = next < pieces && seen * Double(pieces) >= Double(next) * Double(rows.events)
      if isReached, time > 0, time < rows.lastTime, time != times.last { times.append(time) }
      while next < pieces, seen * Double(pieces) >= Double(next) * Double(rows.events) { next += 1 }
    }
    return times
  }

  private static func chosen(_ rows: LikelihoodRows) -> [Double] {
    let ends = quantiles(cells, rows)
    var table = rows
    table.exact =
      (rows.exact + rows.intervals.map { LikelihoodRows.Point(time: $0.upper, count: $0.count) })
      .sorted {
        $0.time < $1.time
      }
    table.intervals = []
    let cellTable = PieceTable(table, cuts: ends)
    let events = cellTable.events.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1) }
    let exposure = cellTable.exposure.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1) }
    let count = ends.count + 1
    func likelihood(_ first: Int, _ end: Int) -> Double {
      let (d, time) = (events[end] - events[first], exposure[end] - exposure[first])
      return d >= fewestEvents && time > 0 ? d * (log(d) - log(time)) - d : -.infinity
    }
    // best[e]: the best likelihood of the first e cells in so many pieces; from[p][e]: where its
    // last piece begins.
    var best = (0...count).map { likelihood(0, $0) }
    var from: [[Int]] = []
    let penalty = Double(parametersACut) * log(Double(rows.observations))
    var (lowest, pieces) = (-2 * best[count], 1)
    for number in 2..<(max(2, min(mostPieces, count)) + 1) where number <= count {
      var (row, start) = (
        Array(repeating: -Double.infinity, count: count + 1), Array(repeating: 0, count: count + 1)
      )
      for end in number...count {
        for first in (number - 1)..<end {
          let value = best[first] + likelihood(first, end)
          if value > row[end] { (row[end], start[end]) = (value, first) }
        }
      }
      best = row
      from.append(start)
      let criterion = -2 * best[count] + penalty * Double(number - 1)
      if criterion < lowest { (lowest, pieces) = (criterion, number) }
    }
    var (cuts, end): ([Double], Int) = ([], count)
    for number in stride(from: pieces, to: 1, by: -1) {
      end = from[number - 2][end]
      cuts.insert(ends[end - 1], at: 0)
    }
    return cuts
  }
}
