import Foundation

/// What a run of an ensemble took: the part of the provenance that only the run knows.
public struct RunFacts: Equatable, Sendable {
  /// When the run began.
  public let started: Date
  /// When it ended.
  public let finished: Date
  /// How many threads moved chains.
  public let threads: Int
  /// How many steps this run moved chains by, over all chains and follow-ups, in whole spans of 32;
  /// 0 when everything was there already.
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

/// One run of a study into a folder: what it ran with, when, and how far it moved chains.
public struct Session: Codable, Equatable, Sendable {
  /// The versions of what computed.
  public let versions: Versions
  /// The machine.
  public let machine: Machine
  /// How many threads moved chains.
  public let threads: Int
  /// When it began.
  public let started: Date
  /// When it ended.
  public let finished: Date
  /// The time between, in seconds.
  public let wallSeconds: Double
  /// How many steps it moved chains by; 0 where it only wrote files again.
  public let chainSteps: Int
  /// The steps a second.
  public let chainStepsPerSecond: Double?

  /// A run of this program on this machine.
  public init(_ run: RunFacts) {
    (versions, machine, threads) = (.current(), .current(), run.threads)
    (started, finished, wallSeconds, chainSteps) = (
      run.started, run.finished, run.wallSeconds, run.chainSteps
    )
    chainStepsPerSecond = run.wallSeconds > 0 ? Double(run.chainSteps) / run.wallSeconds : nil
  }

  /// The text by which a store keeps it.
  public func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// Reads what `text` writes; nil for anything else.
  public init?(text: String) {
    guard let session = try? JSONDecoder().decode(Session.self, from: Data(text.utf8)) else {
      return nil
    }
    self = session
  }
}
