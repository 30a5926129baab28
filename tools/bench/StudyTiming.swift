import Chains
import DeepLinear
import RandomStreams
import Synchronization

/// How long the chains of a study's first arm take: wholly, and up to their compression.
struct StudyTiming: Codable {
  let study: String
  let depth: Int
  let width: Int
  let chains: Int
  /// The chains that the study asks for.
  let wanted: Int
  let threads: Int
  /// Seconds for all chains through `ChainWorker`, run by run.
  private(set) var whole: [Double] = []
  /// Seconds for the same chains up to their compression alone, the draw of their initial weights
  /// included.
  private(set) var beforeCompression: [Double] = []
  /// Steps of all chains, the follow-ups included.
  private(set) var chainSteps = 0
  /// Steps of all chains up to their compression.
  private(set) var stepsBeforeCompression = 0

  /// The seconds that the study would take, by proportion.
  var extrapolated: Double { Measurement.median(whole) * Double(wanted) / Double(chains) }
  /// The share of the time that goes before compression: the median of the runs, each set against
  /// the one before it.
  var shareBefore: Double { Measurement.median(zip(beforeCompression, whole).map { $0 / $1 }) }

  init(
    study: String, law: ChainLaw, seed: UInt64, wanted: Int, chains: Int, threads: Int, repeats: Int
  ) {
    (self.study, self.wanted, self.chains, self.threads) = (study, wanted, chains, threads)
    (depth, width) = (law.shape.depth, law.shape.largestHiddenWidth)
    for _ in 0..<repeats {
      var clock = Clock()
      chainSteps = Self.runWhole(law, seed: seed, chains: chains, threads: threads)
      whole.append(clock.wall)
      clock = Clock()
      stepsBeforeCompression = Self.runToCompression(
        law, seed: seed, chains: chains, threads: threads)
      beforeCompression.append(clock.wall)
    }
  }

  private final class Tally: Sendable {
    let next = Atomic<Int>(0)
    let steps = Atomic<Int>(0)

    /// The next chain, while there is one.
    func take(of chains: Int) -> UInt32? {
      let chain = next.add(1, ordering: .relaxed).oldValue
      return chain < chains ? UInt32(chain) : nil
    }
  }

  private static func runWhole(_ law: ChainLaw, seed: UInt64, chains: Int, threads: Int) -> Int {
    let tally = Tally()
    ThreadTeam.run(threads) { _ in
      ChainWorker(law: law, stream: RandomStream(seed: seed, index: 0)).run(
        next: { tally.take(of: chains).map { .fresh($0) } },
        finished: { _, outcome in tally.steps.add(outcome.steps, ordering: .relaxed) },
        pulse: { true })
    }
    return tally.steps.load(ordering: .relaxed)
  }

  private static func runToCompression(_ law: ChainLaw, seed: UInt64, chains: Int, threads: Int)
    -> Int
  {
    let tally = Tally()
    ThreadTeam.run(threads) { _ in
      while let index = tally.take(of: chains) {
        let chain = WideChain(
          law: law, state: BenchLaw.start(law, chain: index, seed: seed),
          stream: RandomStream(seed: seed, index: 0))
        var progress = chain.advance()
        while case .running = progress { progress = chain.advance() }
        switch progress {
        case .running, .stopped: break
        case .compressed(let state): tally.steps.add(state.step, ordering: .relaxed)
        case .finished(let outcome): tally.steps.add(outcome.steps, ordering: .relaxed)
        }
      }
    }
    return tally.steps.load(ordering: .relaxed)
  }
}
