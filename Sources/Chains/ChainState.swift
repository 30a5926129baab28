import AbsorbingSets
import DeepLinear
import Ladder

/// A chain on its way: everything that is needed to go on to the same bits.
public struct ChainState: Equatable, Sendable {
  /// The chain's index within its arm.
  public let chain: UInt32
  /// t: `network` is theta_t, and the watch has seen it. A multiple of 32.
  public let step: Int
  /// theta_t, compressed or not: its widths tell.
  public let network: Network
  /// What has been seen so far.
  public let watch: PassageWatch
  /// What has been recorded so far: at a step beyond 0, all that is due up to it.
  public let record: RecordState

  /// Makes a state.
  public init(
    chain: UInt32, step: Int, network: Network, watch: PassageWatch,
    record: RecordState = RecordState()
  ) {
    self.chain = chain
    self.step = step
    self.network = network
    self.watch = watch
    self.record = record
  }
}

extension ChainOutcome {
  /// The outcome of a chain whose watch is over, or that diverged at step `divergence`, perhaps
  /// after its watch was over.
  init(
    watch: PassageWatch, divergence: Int?, restingRank: Int?, noise: MinimumNoise.Summary?,
    record: ChainRecord
  ) {
    let stop = min(divergence ?? watch.end, watch.end)
    let hasDiverged = divergence.map { $0 <= watch.end } ?? false
    let entry = watch.entry
    self.init(
      kind: entry != nil ? .entered : hasDiverged ? .diverged : .censored, time: entry ?? stop,
      collapseTime: entry == nil ? nil : watch.collapse, exits: watch.exits,
      reentries: watch.reentries,
      rankReentries: watch.rankReentries,
      stepsInside: watch.stepsInside(before: stop), steps: stop, divergence: divergence,
      restingRank: restingRank, noise: noise, record: record)
  }
}
