import Ensemble
import Publishing

/// `directions.csv`: how often chains leave the event's set after their entry and come back.
struct DirectionTable: StudyTable {
  static let name = "directions"
  static let title: String? = "Both directions: exits and re-entries"
  static let about = """
    A row for each arm that is followed after its entries. The file is there when `follow` is above
    0 in some arm.
    """
  static let legend = """
    - Both directions: chains are followed after their entry. steps_inside are the steps of these
      follow-ups that found them in the event's set, inside their share of steps_followed, with an
      interval from the spread between chains (none where no chain was outside). An exit is by rank
      when the condition on the rank was broken before the chain came back, else by the bound on the
      norms, else by the balance of two layers. rank_exit_rate: exits by rank per step inside;
      exit_rate: all exits per step inside, exact Poisson interval (Garwood), as if exits had
      nothing to do with one another; the clustered interval allows for chains that leave in bursts,
      and dispersion says how far they do (1 when they do not). chains_with_exit: of those that
      entered; with_exit their share, exact binomial. diverged_after: chains that entered and then
      diverged, watched or only recorded, which is not counted as an exit; diverged_after_fraction
      their share, exact binomial. reentry_rate: entries after an exit per step outside, with the
      same two intervals. Without exits the exact interval is an upper bound.

    """

  /// An arm that is followed.
  struct Row {
    let record: ArmRecord
    let directions: ArmDirections
  }

  static func applies(to plan: EnsemblePlan) -> Bool { plan.arms.contains { $0.law.follow > 0 } }

  static func columns(of shape: TableShape) -> [StudyColumn<Row>] {
    [time, exits, rankRate, rate, leaving, reentries, reentryRate].flatMap { $0 }
  }

  private static let time: [StudyColumn<Row>] = [
    .arm(\.record.index),
    .name { .text($0.record.name) },
    .whole("entered", unit: "chains", "those that entered the event's set, which are followed") {
      .count($0.directions.entered)
    },
    .whole("steps_followed", unit: "steps", "the steps of all follow-ups") {
      .count($0.directions.stepsFollowed)
    },
    .whole("steps_inside", unit: "steps", "those that found a chain in the event's set") {
      .count($0.directions.stepsInside)
    },
    .number(
      "inside", unit: "share", shape: .interval,
      "steps_inside / steps_followed, with an interval from the spread between chains (on the "
        + "scale of log odds); no interval where all or none of the steps were inside, or chains "
        + "do not differ"
    ) { .share(ofTime: $0.directions.inside) },
  ]

  private static let exits: [StudyColumn<Row>] = [
    .whole("exits", unit: "exits", "exits of all chains, by whichever condition of the set") {
      .count($0.directions.exitCounts.total)
    },
    .whole("exits_rank", heading: "by rank", unit: "exits", "those at which the rank rose") {
      .count($0.directions.exitCounts.rank)
    },
    .whole(
      "exits_bound", heading: "by bound", unit: "exits", "those that broke the bound on the norms"
    ) {
      .count($0.directions.exitCounts.bound)
    },
    .whole(
      "exits_balance", heading: "by balance", unit: "exits",
      "those that broke the balance of two layers"
    ) { .count($0.directions.exitCounts.balance) },
  ]

  private static let rankRate = StudyColumn<Row>.rate(
    "rank_exit_rate", heading: "rank exit rate",
    "exits_rank / steps_inside, with the exact Poisson interval (Garwood), as if each exit came by "
      + "itself"
  ) { $0.directions.rankExits }

  private static let rate = StudyColumn<Row>.rate(
    "exit_rate",
    "exits / steps_inside, with the exact Poisson interval; without exits the upper limit is what "
      + "is known"
  ) { $0.directions.exits }

  private static let leaving: [StudyColumn<Row>] = [
    .number(
      "dispersion",
      "Pearson's index of the exits by chain: about 1 where they come by themselves, above 1 in "
        + "bursts; empty without exits"
    ) { .number($0.directions.exits.dispersion, .significant(3)) },
    .whole("chains_with_exit", unit: "chains", "those that left at least once") {
      .count($0.directions.withExit?.events ?? 0)
    },
    .number(
      "with_exit", unit: "share", shape: .interval,
      "their share of those that entered, with the exact binomial interval"
    ) { .share($0.directions.withExit) },
    .whole(
      "diverged_after", unit: "chains",
      "those that entered and diverged later, up to the end of the span of 32 steps in which they "
        + "were over"
    ) { .count($0.record.divergedAfter?.events ?? 0) },
    .number(
      "diverged_after_fraction", heading: "diverged after", unit: "share", shape: .interval,
      "their share of those that entered, with the exact binomial interval"
    ) { .share($0.record.divergedAfter) },
  ]

  private static let reentries: [StudyColumn<Row>] = [
    .whole("reentries", unit: "re-entries", "entries after an exit") {
      .count($0.directions.reentries.poisson.events)
    },
    .whole("steps_outside", unit: "steps", "steps followed that found a chain outside") {
      .count($0.directions.stepsOutside)
    },
  ]

  private static let reentryRate = StudyColumn<Row>.rate(
    "reentry_rate", "reentries / steps_outside, with the exact Poisson interval"
  ) { $0.directions.reentries }

  init(_ plan: EnsemblePlan) {}

  func rows(of arm: CountedArm) -> [Row] {
    arm.record.directions.map { [Row(record: arm.record, directions: $0)] } ?? []
  }
}
