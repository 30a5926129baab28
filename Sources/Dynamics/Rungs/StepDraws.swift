import DeepLinear
import RandomStreams

/// What the steps of one chain draw, by the rung: the reference for the lanes.
struct StepDraws: Sendable {
  /// The draw of one step.
  enum Draw {
    /// The entry whose gradient is followed.
    case entry(Int)
    /// The weights c_k of the entries' gradients, by substep.
    case weights([[Double]])
    /// Standard normal numbers beside gradient descent, by substep: one a weight for `langevin`, N - 1 for `gaussian-frozen`.
    case normals([[Double]])
  }

  private let rung: Rung
  private let entries: EntryChoice
  private let shuffled: ShuffledEntries
  private let weights: EntryWeights
  /// None where a substep takes no normal number.
  private let normals: NormalDraws?
  private let seed: UInt64
  private let arm: UInt32
  private let chain: UInt32

  init(law: ChainLaw, parameters: Int, seed: UInt64, arm: UInt32, chain: UInt32) {
    rung = law.rung
    let count = law.problem.entries.count
    entries = EntryChoice(among: count)
    shuffled = ShuffledEntries(among: count)
    weights = EntryWeights(entries: count, substeps: rung.substeps)
    let normalCount = rung.normals(entries: count, parameters: parameters)
    normals = normalCount > 0 ? NormalDraws(count: normalCount, substeps: rung.substeps) : nil
    (self.seed, self.arm, self.chain) = (seed, arm, chain)
  }

  /// The draw of step t.
  func draw(at step: Int) -> Draw {
    switch rung {
    case .sgd: .entry(entries.entry(at: step, of: address(.entries)))
    case .sgdShuffled: .entry(shuffled.entry(at: step, of: address(.shuffles)))
    case .gradientDescent: .weights([weights.equal])
    case .sgdBatch(let size): .weights([batch(of: size, at: step)])
    case .gaussianMatched: .weights(normals(at: step).map(weights.weights))
    case .gaussianFrozen, .langevin: .normals(normals(at: step))
    }
  }

  /// The normal numbers of a step, by substep.
  private func normals(at step: Int) -> [[Double]] {
    normals?.normals(step: step, of: address(.noise)) ?? [[Double]](repeating: [], count: rung.substeps)
  }

  /// How often each entry was drawn, over b.
  private func batch(of size: Int, at step: Int) -> [Double] {
    var counts = [Double](repeating: 0, count: weights.entries)
    for draw in 0..<size { counts[entries.entry(at: step, of: address(.entries), draw: draw)] += 1 }
    return counts.map { $0 / Double(size) }
  }

  private func address(_ purpose: StreamPurpose) -> StreamAddress {
    StreamAddress(seed: seed, arm: arm, chain: chain, purpose: purpose)
  }
}

extension Rung {
  /// How many normal numbers a substep takes.
  package func normals(entries: Int, parameters: Int) -> Int {
    switch self {
    case .gaussianMatched, .gaussianFrozen: entries - 1
    case .langevin: parameters
    case .gradientDescent, .sgd, .sgdBatch, .sgdShuffled: 0
    }
  }
}
