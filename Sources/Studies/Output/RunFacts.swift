import Foundation

/// What a run of an ensemble took: the part of the provenance that only the run knows.
public struct RunFacts: Equatable, Sendable {
  /// When the run began.
  public let started: Date
  /// When it ended.
  public let finished: Date
  /// How many threads moved chains.
  public let threads: Int
  /// How many steps this run moved chains by, over all chains and follow-ups, in whole spans of 32; 0 when everything was there
  /// already.
  public let chainSteps: Int

  /// Makes the facts of a run.
  public init(started: Date, finished: Date, threads: Int, chainSteps: Int) {
    self.started = started
    self.finished = finished
    self.threads = threads
    self.chainSteps = chainSteps
  }

  /// The time between, in seconds.
  public var wallSeconds: Double { finished.timeIntervalSince(started) }
}
