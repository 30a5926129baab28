import DeepLinear
import RandomStreams
import Threads

/// The local minima of a study's regularised loss that were found, and where its starts lead.
public struct Landscape: Sendable {
  /// A local minimum with where it was found from.
  public struct Minimum: Equatable, Sendable {
    /// The minimum.
    public let point: CriticalPoint
    /// How many of the starts gradient descent leads to it.
    public internal(set) var starts: Int
    /// How many rank-constrained fits lead to it.
    public internal(set) var fits: Int
  }

  /// What it is of.
  public let setting: LandscapeSetting
  /// The local minima, by rank and then by loss.
  public let minima: [Minimum]
  /// Critical points that are no minima, by rank and then by loss: those that Newton's method comes
  /// to from between minima.
  public let saddles: [CriticalPoint]
  /// How many starts there were.
  public let starts: Int
  /// The starts whose descent had not come to rest and was carried on by Newton's method.
  public let carriedOn: Int
  /// The starts whose descent diverged at the setting's eta, and came to an end at a smaller one.
  public let halved: Int
  /// The convex baseline at the same lambda.
  public let convex: NuclearNormCompletion

  /// Which minimum each start leads to, by its index in `minima`; nil where that is undecided.
  public let basins: [Int?]
  /// How many starts led to no minimum: they diverged at every eta, or Newton's method did not end.
  public var undecided: Int { basins.count { $0 == nil } }

  /// Looks for the local minima of a setting.
  ///
  /// Gradient descent from `starts` starts of the study's initial law, start i being theta_0 of the
  /// study's chain i under the same seed; fits of every rank; each end polished by Newton's method;
  /// ends with the same A, to 1e-6 of the data's size, are one. The answer does not depend on
  /// `threads`. That no minimum is missed cannot be known.
  ///
  /// - Precondition: `starts` is at least 0, `threads` at least 1.
  public init(
    _ setting: LandscapeSetting, starts: Int, seed: UInt64, threads: Int = 1, fillings: Int = 16
  ) {
    precondition(starts >= 0 && threads >= 1 && fillings >= 0, "counts are not negative")
    var table = CriticalTable(setting.loss)
    table.add(origin: setting)
    let stream = RandomStream(seed: seed, index: setting.stream)
    let fits = RankFits(setting: setting, stream: stream, fillings: fillings)
    let tasks = fits.tasks()
    for end in ParallelMap.run(tasks.count, threads: threads, { fits.end(tasks[$0]) }) {
      table.add(fit: end)
    }
    let ends = DescentStarts(setting: setting, stream: stream).ends(starts, threads: threads)
    let basins = ends.map { end in end.flatMap { table.add(start: $0, depth: setting.depth) } }
    let between = PointsBetween(setting: setting, minima: table.minima.map(\.point))
    let paths = between.starts()
    for end in ParallelMap.run(paths.count, threads: threads, { between.end(paths[$0]) }) {
      table.add(saddle: end)
    }
    let order = table.minima.indices.sorted {
      Self.isBefore(table.minima[$0].point, table.minima[$1].point)
    }
    var places = [Int](repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    self.setting = setting
    minima = order.map { table.minima[$0] }
    saddles = table.others.sorted(by: Self.isBefore)
    self.starts = starts
    carriedOn = ends.count { $0.map { !$0.isAtRest } ?? false }
    halved = ends.count { $0.map { $0.halvings > 0 } ?? false }
    self.basins = basins.map { $0.map { places[$0] } }
    convex = NuclearNormCompletion(setting.loss)
  }

  private static func isBefore(_ a: CriticalPoint, _ b: CriticalPoint) -> Bool {
    (a.rank, a.loss) < (b.rank, b.loss)
  }
}
