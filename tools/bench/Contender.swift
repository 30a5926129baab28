import Chains
import Ladder

/// One thing to be measured, on a number of threads.
struct Contender: Sendable {
  /// What is measured.
  enum Engine: String, Codable, Sendable {
    case peak = "multiply-adds"
    case scalar = "scalar reference"
    case lanes = "lanes"
    case lanesWithEntries = "lanes with entries"
    case wide = "full width"
    case langevin = "langevin at full width"
    case normals = "normals"
    case descent = "gd"
    case shuffled = "sgd-shuffled"
    case matched = "gaussian-matched"
    case frozen = "gaussian-frozen"
    case langevinLanes = "langevin"
    case normalsInLanes = "normals in lanes"

    /// The rungs of the noise ladder that are set beside `lanes`, which is `sgd`.
    static let ladder: [(engine: Engine, rung: Rung)] = [
      (.descent, .gradientDescent), (.shuffled, .sgdShuffled),
      (.matched, .gaussianMatched(substeps: 1)),
      (.frozen, .gaussianFrozen(substeps: 1)), (.langevinLanes, .langevin(.matched, substeps: 1)),
    ]
  }

  let engine: Engine
  let depth: Int
  let width: Int
  let threads: Int
  /// Makes the workload of a thread, on that thread.
  let make: @Sendable (_ thread: Int) -> any Workload

  /// Everything that is measured, on one thread and on all: neighbours in this list are measured
  /// one after the other.
  static func all(threads: Int) throws -> [Contender] {
    let counts = threads > 1 ? [1, threads] : [1]
    func contenders(
      _ engine: Engine, _ depth: Int, _ width: Int, on counts: [Int],
      make: @escaping @Sendable (Int) -> any Workload
    ) -> [Contender] {
      counts.map { Contender(engine: engine, depth: depth, width: width, threads: $0, make: make) }
    }
    var list = contenders(.peak, 0, 0, on: counts) {
      FMAWorkload(factor: 0.999 - Double($0) * 1e-6, summand: 1e-3)
    }
    let quiet = try [3, 4].map {
      try BenchLaw.figure1(depth: $0, width: 2, ridge: BenchLaw.quietRidge)
    }
    let true2 = try [3, 4].map { try BenchLaw.figure1(depth: $0, width: 2, ridge: 0.1) }
    let true100 = try [3, 4].map { try BenchLaw.figure1(depth: $0, width: 100, ridge: 0.1) }
    list += contenders(.scalar, 3, 2, on: [1]) { _ in ScalarWorkload(law: quiet[0]) }
    for (index, depth) in [3, 4].enumerated() {
      list += contenders(.lanes, depth, 2, on: counts) {
        LaneWorkload(waitingUnder: quiet[index], first: UInt32($0) << 24)
      }
      list += contenders(.lanesWithEntries, depth, 2, on: counts) {
        LaneWorkload(law: true2[index], first: UInt32($0) << 24)
      }
      list += contenders(.wide, depth, 100, on: counts) {
        WideWorkload(law: true100[index], first: UInt32($0) << 24)
      }
    }
    list += try langevin(depth: 3, on: counts)
    for (engine, rung) in Engine.ladder {
      let law = try BenchLaw.figure1(depth: 3, width: 2, ridge: BenchLaw.quietRidge, rung: rung)
      list += contenders(engine, 3, 2, on: [1]) {
        LaneWorkload(waitingUnder: law, first: UInt32($0) << 24)
      }
    }
    return list
      + contenders(.normalsInLanes, 0, 0, on: [1]) { LaneNormalsWorkload(first: UInt32($0) << 24) }
  }
}
