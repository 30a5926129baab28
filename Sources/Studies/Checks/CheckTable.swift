import AbsorbingSets
import Ensemble
import Publishing
import Survival

/// `checks.csv`: what gradient descent says of every point of the sweep.
struct CheckTable: StudyTable {
  static let name = "checks"
  static let about = """
    What gradient descent says of each point of the sweep, before any chain runs: is there a barrier
    that noise has to cross, and does the event's set fit the minima? Some 20 starts a point (fewer
    where networks are large, none where it would take more than seconds) go down without noise to
    the phase with the largest eta and rest there. They are drawn from the study's own law, at
    addresses of their own, and are in no other table.
    """

  static func columns(of shape: TableShape) -> [StudyColumn<PointCheck>] {
    [.arm(\.arm)] + StudyColumn<PointCheck>.swept(shape.sweptKeys) { $0.swept } + descents
      + minima(\.fit.low, "low", "of rank 1 to r", heading: "up to the event's rank")
      + minima(\.fit.high, "high", "above rank r", heading: "above it")
  }

  private static let descents: [StudyColumn<PointCheck>] = [
    .words(
      "barrier",
      "`yes`: no start falls; `no`: all fall by the horizon, so that falls are slides; `some`: "
        + "some do; `late`: some fall, none by the horizon; `unknown`"
    ) { .text($0.barrier.rawValue) },
    .whole("gd_starts", heading: "starts", unit: "starts", "the starts") { .count($0.starts) },
    .whole("gd_fallen", heading: "fallen", unit: "starts", "those that rest at rank <= r") {
      .count($0.fallen)
    },
    .number(
      "gd_fallen_fraction", heading: "share", unit: "share", shape: .interval,
      "their share, with the exact binomial interval"
    ) { point in
      guard point.starts > 0 else { return .missing() }
      return .share(try BinomialProportion(events: point.fallen, trials: point.starts))
    },
    .whole(
      "gd_fallen_in_time", heading: "by the horizon", unit: "starts",
      "those of them that do so by the horizon, where the event's set can tell"
    ) { .count($0.inTime) },
    .whole(
      "gd_undecided", heading: "undecided", unit: "starts", "those that come to no rest, or diverge"
    ) { .count($0.undecided) },
    .number(
      "gd_median", heading: "median", unit: "steps",
      "where some fall, the median step at which gradient descent enters the event's set by "
        + "itself, within 32 768 steps"
    ) { .number($0.median, .shortest) },
    .words(
      "event_fit", heading: "event",
      "`fits`: the minima of rank 1 to r that were found are in the set, those above r are not; "
        + "`misses`, `misses some`: none or not all of them are in it; `too wide`: one above r is "
        + "in it; `no minimum`: none of rank 1 to r was found; `not known`: none at all was"
    ) { .text($0.fit.answer?.rawValue ?? "not known") },
  ]

  /// What is said of the minima of some ranks.
  private static func minima(
    _ found: @escaping @Sendable (PointCheck) -> [FoundMinimum], _ key: String, _ ranks: String,
    heading: String
  ) -> [StudyColumn<PointCheck>] {
    @Sendable func largest(_ point: PointCheck, _ condition: SetCondition) -> Double? {
      found(point).compactMap { $0.reading.value(of: condition) }.max()
    }
    return [
      .whole(
        "\(key)_descents", heading: "descents to rest \(heading)", unit: "descents",
        "the descents that come to rest at minima \(ranks): those from the starts, and some from "
          + "close to fits of these ranks. As a rule many of them lead to the same few minima"
      ) { .count(found($0).count) },
      .whole(
        "\(key)_inside", heading: "inside", unit: "descents",
        "how many of their ends are in the set"
      ) { .count(found($0).count(where: \.isInside)) },
      .number(
        "\(key)_squared_norm", heading: "largest squared norm",
        "the largest squared norm of a layer among them, to hold against `bound`"
      ) { .number(largest($0, .bound), .significant(4)) },
      .number(
        "\(key)_imbalance", heading: "largest imbalance",
        "the largest balance error among them, to hold against `epsilon1`"
      ) { .number(largest($0, .balance), .significant(3)) },
      .number(
        "\(key)_rank_sum", heading: "largest sum of f_alpha",
        "the largest sum of f_alpha among them, to hold against r + `epsilon2`"
      ) { .number(largest($0, .rank), .significant(4)) },
    ]
  }

  init(_ plan: EnsemblePlan) {}

  /// Without a check there is no table.
  func rows(of findings: StudyFindings) -> [PointCheck]? { findings.check?.points }
}
