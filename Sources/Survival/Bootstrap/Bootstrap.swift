import Dispatch

/// Replicates of a random analysis, spread over threads. Each replicate draws from its own address,
/// so the answers are the same bits for any number of threads.
///
/// Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993).
public struct Bootstrap: Equatable, Sendable {
  /// The seed of every replicate's draws.
  public let seed: UInt64
  /// How many replicates there are, at least 1.
  public let replicates: Int
  /// The most threads that work at once, at least 1.
  public let threads: Int

  /// The most replicates accepted: one for each address.
  public static let mostReplicates = 1_000_000

  /// Plans replicates.
  ///
  /// - Throws: `SurvivalError.replicates` unless `replicates` is in 1...`mostReplicates`.
  /// - Precondition: `threads` is at least 1.
  public init(replicates: Int, seed: UInt64, threads: Int = 1) throws(SurvivalError) {
    guard (1...Self.mostReplicates).contains(replicates) else { throw .replicates(replicates) }
    precondition(threads >= 1, "work needs a thread")
    (self.replicates, self.seed, self.threads) = (replicates, seed, threads)
  }

  /// The answers of all replicates, in their order. Replicates of different analyses (a number that
  /// the caller gives to each use) share no draws.
  public func run<Answer: Sendable>(
    analysis: UInt32, _ body: @Sendable (inout BootstrapDraws) -> Answer
  ) -> [Answer] {
    let workers = min(threads, replicates)
    // Each worker has a contiguous share; the shares are put together in order.
    let shares = Shares<Answer>(count: workers)
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      let share = (worker * replicates / workers)..<((worker + 1) * replicates / workers)
      shares.set(
        worker,
        share.map { replicate in
          var draws = BootstrapDraws(seed: seed, analysis: analysis, replicate: UInt32(replicate))
          return body(&draws)
        })
    }
    return shares.joined()
  }
}
