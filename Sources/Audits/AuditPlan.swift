import DeepLinear

/// How much an audit looks at.
public struct AuditPlan: Equatable, Sendable {
  /// How many chains are run to their entry.
  public let chains: Int
  /// How many points of each chain are looked at: the entry, and the others after it.
  public let pointsPerChain: Int
  /// How many steps after the entry points lie.
  public let window: Int
  /// k, the longest word of entries that is tried.
  public let depth: Int
  /// The step at which a chain that has not entered is given up.
  public let horizon: Int
  /// How many threads work; the answers do not depend on it.
  public let threads: Int

  /// The most words of one length that are tried at a point.
  public static let mostWords = 1_000_000
  /// The most words of one length that are tried at a point where nobody says how long they are to
  /// be.
  public static let wordsByDefault = 2000
  /// The most chains, and the most points of a chain.
  public static let mostChains = 100_000
  /// The most points of all chains together, which are held in memory.
  public static let mostPoints = 10_000_000
  /// The longest window and horizon.
  public static let longest = 1_000_000_000

  /// Plans an audit of a problem.
  ///
  /// - Parameter depth: k; nil for the longest with N^k <= `wordsByDefault`, at least 1.
  /// - Throws: `AuditError` when a number is out of range, or there are more than `mostWords`
  ///   words.
  public init(
    problem: CompletionProblem, chains: Int = 64, pointsPerChain: Int = 16, window: Int,
    depth: Int? = nil, horizon: Int,
    threads: Int = 1
  ) throws(AuditError) {
    guard (1...Self.mostChains).contains(chains) else {
      throw .whole(name: "chains", chains, 1...Self.mostChains)
    }
    guard (1...Self.mostChains).contains(pointsPerChain) else {
      throw .whole(name: "points", pointsPerChain, 1...Self.mostChains)
    }
    guard chains * pointsPerChain <= Self.mostPoints else { throw .points(chains * pointsPerChain) }
    guard (1...Self.longest).contains(window) else {
      throw .whole(name: "window", window, 1...Self.longest)
    }
    guard (1...Self.longest).contains(horizon) else {
      throw .whole(name: "horizon", horizon, 1...Self.longest)
    }
    guard (1...1024).contains(threads) else { throw .whole(name: "threads", threads, 1...1024) }
    let entries = problem.entries.count
    if let depth, depth < 1 { throw .whole(name: "depth", depth, 1...64) }
    if let depth, Self.words(entries: entries, length: depth) == nil {
      throw .words(entries: entries, depth: depth)
    }
    (self.chains, self.pointsPerChain, self.window, self.horizon, self.threads) = (
      chains, pointsPerChain, window, horizon, threads
    )
    self.depth = depth ?? Self.depth(entries: entries)
  }

  /// N^length; nil where that is more than `mostWords`, or the length more than 64.
  public static func words(entries: Int, length: Int) -> Int? {
    guard (0...64).contains(length) else { return nil }
    var words = 1
    for _ in 0..<length {
      words *= entries
      guard words <= mostWords else { return nil }
    }
    return words
  }

  /// The longest k up to 16 with N^k <= `wordsByDefault`, at least 1.
  private static func depth(entries: Int) -> Int {
    (1...16).last { length in
      words(entries: entries, length: length).map { $0 <= wordsByDefault } ?? false
    } ?? 1
  }
}
