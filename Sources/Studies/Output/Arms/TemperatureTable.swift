import Chains
import Ensemble
import Ladder
import Publishing
import Survival

/// `temperature.csv`: how warm the arms with additive noise are, and what that does to the rank.
struct TemperatureTable: StudyTable {
  static let name = "temperature"
  static let title: String? = "Temperatures and floors"
  static let about = """
    A row for each arm of `gaussian-frozen` or `langevin` and each rank of the minimum that gradient
    descent reaches from a chain's start, because minima of different ranks have different noise.
    The file is there when there is such an arm. All temperatures are those of the schedule's phase
    with the largest eta, the last of several. The floor is the part of the rank that isotropic
    noise keeps alive in weights that the data do not see; it is empty for `gaussian-frozen` and at
    depth 2, which have none.
    """
  static let legend = """
    - Temperatures: eta and lambda are those of the schedule's phase with the largest eta, and all
      temperatures are those of this phase. tr Sigma is that of SGD's noise at the minimum that
      gradient descent reaches from a chain's own start; T = eta tr Sigma/(2 P), P the number of
      parameters, or T as given. A minimum of another rank has another trace, so chains have a row
      for each minimum_rank (not at rest: gradient descent reached no minimum), with their entered
      chains and exit_rate: exits per step inside, exact Poisson interval (Garwood).
    - floor: isotropic noise keeps every weight alive that the data do not see, with the variance
      floor_variance = (2 eta T/m)/(1 - d^2), d = 1 - c_reg eta lambda/m, m substeps a step, at the
      median T. floor is what these weights are expected to add to the sum of f_alpha of a layer,
      the largest over the layers (± a standard error where it is drawn). floor_inside is the
      probability that they add no more than epsilon2, in the layer where that is least likely.
      floor_stands: above where this is below 0.001, so that chains are rarely seen in the event's
      set, whatever basin they are in; near where floor is above epsilon2 and chains are seen inside
      some of the time all the same; below otherwise. For noise that lives in few directions
      (`gaussian-frozen`) it is not computed, nor at depth 2.

    """

  /// The chains of an arm whose minima have one rank.
  struct Row {
    let record: ArmRecord
    let noise: ArmTemperature
  }

  static func applies(to plan: EnsemblePlan) -> Bool {
    plan.arms.contains { $0.law.rung.family.isAdditive }
  }

  static func columns(of shape: TableShape) -> [StudyColumn<Row>] {
    [setting, trace, temperature, floor, exits].flatMap { $0 }
  }

  private static let setting: [StudyColumn<Row>] = [
    .arm(\.record.index),
    .name { .text($0.record.name) },
    .words("hidden_widths", "the hidden width of the arm; all of them where they differ") {
      .text(ArmWords.widths($0.record.arm.law.shape))
    },
    .whole("parameters", unit: "weights", "P, the weights of the network") {
      .count($0.record.arm.law.shape.parameterCount)
    },
    .number("eta", "the learning rate of the phase with the largest, in the study's convention") {
      .number($0.noise.phase.learningRate, .shortest)
    },
    .number("lambda", "the ridge of that phase") { .number($0.noise.phase.ridge, .shortest) },
    .words(
      "minimum_rank",
      "the rank of the minimum that gradient descent reaches from a chain's start; `not at rest` "
        + "where it reaches none; empty where T is given, so that no minimum is asked for"
    ) { minimum($0) },
    .whole("chains", unit: "chains", "the chains of this rank") { .count($0.noise.chains) },
  ]

  private static let trace = spread(
    "trace", "tr Sigma",
    "tr Sigma over these chains, the trace of the covariance of SGD's gradients at the minimum; "
      + "empty where T is given"
  ) { row in
    (row.noise.trace, row.record.arm.law.rung.kind.needsMinimum ? "not looked for" : "not asked")
  }

  private static let temperature = spread(
    "temperature", "T", "T over these chains: eta tr Sigma / (2 P), or as given"
  ) { ($0.noise.temperature, "not looked for") }

  private static func spread(
    _ key: String, _ symbol: String, _ meaning: String,
    of spread: @escaping @Sendable (Row) -> (MedianAndEnds?, absence: String)
  ) -> [StudyColumn<Row>] {
    [
      .number("\(key)_median", heading: "median \(symbol)", "median of \(meaning)") {
        let (spread, absence) = spread($0)
        return spread.map { .number($0.median, .significant(4)) } ?? .missing(absence)
      },
      .number("\(key)_min", heading: "least", "the least") {
        spread($0).0.map { .number($0.least, .significant(4)) } ?? .missing("")
      },
      .number("\(key)_max", heading: "largest", "the largest") {
        spread($0).0.map { .number($0.largest, .significant(4)) } ?? .missing("")
      },
    ]
  }

  private static let floor: [StudyColumn<Row>] = [
    .number(
      "floor_variance",
      "v = (2 eta T / m) / (1 - d^2) with d = 1 - c_reg eta lambda / m and m substeps a step: the "
        + "variance of a weight that the data do not see, at the median T; empty where it grows "
        + "without bound"
    ) {
      guard let variance = $0.noise.floor?.noise.variance else { return .missing("not computed") }
      return variance.isFinite ? .number(variance, .significant(4)) : .missing("without bound")
    },
    .number(
      "floor", shape: .standardError,
      "what such weights are expected to add to the sum of f_alpha of a layer, the largest over "
        + "the layers; with its standard error where it was found by drawing"
    ) {
      guard let expected = $0.noise.floor?.noise.expected else { return .missing("") }
      let error = expected.standardError
      return .value(expected.value, standardError: error > 0 ? error : nil)
    },
    .number("epsilon2", "what the event allows of that sum beyond its rank") {
      $0.noise.floor.map { .number($0.noise.allowed, .shortest) } ?? .missing("")
    },
    .number(
      "floor_inside", unit: "probability",
      "the probability that such weights add no more than epsilon2, in the layer where that is "
        + "least likely"
    ) { $0.noise.floor.map { .number($0.inside.probability, .significant(3)) } ?? .missing("") },
    .words(
      "floor_stands",
      "`above` where floor_inside is below 0.001: chains are rarely seen in the event's set, "
        + "whatever basin they are in; `near` where the floor is above epsilon2 and chains are "
        + "seen inside some of the time all the same; `below` otherwise"
    ) { $0.noise.floor.map { .text($0.standing.rawValue) } ?? .missing("") },
  ]

  private static let exits: [StudyColumn<Row>] = [
    .whole("entered", unit: "chains", "those of this rank that entered the event's set") {
      .count($0.noise.directions.entered)
    },
    .whole("exits", unit: "exits", "their exits, by any condition; empty without a follow-up") {
      watched($0, .count($0.noise.directions.exits.poisson.events), absence: "not watched")
    },
    .whole("steps_inside", unit: "steps", "the steps of their follow-ups that found them inside") {
      watched($0, .count($0.noise.directions.stepsInside))
    },
    .number(
      "exit_rate", unit: "per step", shape: .interval,
      "exits / steps_inside, with the exact Poisson interval (Garwood)"
    ) { watched($0, .rate($0.noise.directions.exits)) },
  ]

  private static func watched(_ row: Row, _ cell: Cell, absence: String = "") -> Cell {
    row.record.arm.law.follow > 0 ? cell : .missing(absence)
  }

  private static func minimum(_ row: Row) -> Cell {
    guard row.record.arm.law.rung.kind.needsMinimum else { return .missing("not asked") }
    switch row.noise.minimum {
    case .known(let rank): return .text(String(rank))
    case .notAtRest: return .text("not at rest")
    case .unsought: return .missing("not looked for")
    }
  }

  init(_ plan: EnsemblePlan) {}

  func rows(of arm: CountedArm) -> [Row] {
    arm.record.temperatures.map { Row(record: arm.record, noise: $0) }
  }
}
