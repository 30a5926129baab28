/// The repeats of one contender.
struct Measurement: Codable {
  let engine: Contender.Engine
  let depth: Int
  let width: Int
  let threads: Int
  var repeats: [Repeat] = []

  init(of contender: Contender) {
    (engine, depth, width, threads) = (
      contender.engine, contender.depth, contender.width, contender.threads
    )
  }

  private var rates: [Double] { repeats.map(\.rate) }
  var median: Double { Self.median(rates) }
  var slowest: Double { rates.min() ?? .nan }
  var fastest: Double { rates.max() ?? .nan }
  var coresUsed: Double { Self.median(repeats.map(\.coresUsed)) }
  var ended: Int { repeats.reduce(0) { $0 + $1.ended } }

  /// Rounds of all contenders in turn, every second round backwards, so that a drift of the machine
  /// hits all alike.
  static func rounds(
    _ count: Int, of contenders: [Contender], seconds: Double, warmUp: Double,
    progress: (String) -> Void
  ) -> [Measurement] {
    var measurements = contenders.map { Measurement(of: $0) }
    for round in 0..<count {
      progress("round \(round + 1) of \(count)")
      let order = round % 2 == 0 ? Array(contenders.indices) : contenders.indices.reversed()
      for index in order {
        measurements[index].repeats.append(
          ThreadTeam.measure(contenders[index], seconds: seconds, warmUp: warmUp))
      }
    }
    return measurements
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
