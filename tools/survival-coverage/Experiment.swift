import Survival

/// How many observations a data set has (in each group, where groups are compared), and which share
/// of them is censored.
struct Scenario: Hashable, Sendable {
  let count: Int
  let isCensored: Bool

  /// The share that is censored.
  static let censoredShare = 0.6

  static let all = [20, 200, 2000].flatMap { count in
    [false, true].map { Scenario(count: count, isCensored: $0) }
  }
}

/// A kind of interval or test, and what is known of it.
struct IntervalKind: Sendable {
  /// Its name on the page.
  let name: String
  /// Whether its coverage is at least the level by construction.
  let isExact: Bool
  /// The defects that are known of it, the first that holds being the one named.
  let defects: [Defect]

  init(_ name: String, isExact: Bool = false, _ defects: Defect...) {
    (self.name, self.isExact, self.defects) = (name, isExact, defects)
  }
}

/// Data sets of one kind, and the intervals that are computed from each.
struct Experiment: Sendable {
  /// A number of its own, from which its draws come.
  let number: UInt32
  /// A heading.
  let name: String
  /// What is simulated and what the truth is, a sentence or two.
  let design: String
  let kinds: [IntervalKind]
  /// The scenarios in which it is run.
  var scenarios = Scenario.all
  /// The most data sets; nil: as many as are asked for.
  var mostSets: Int?
  /// One outcome for each of `kinds`, from one data set.
  let body: @Sendable (Scenario, inout BootstrapDraws) throws(SurvivalError) -> [Outcome]

  /// The seed of all coverage experiments.
  static let seed: UInt64 = 95

  /// The tallies of the kinds over so many data sets.
  func run(_ scenario: Scenario, sets: Int, threads: Int) throws(SurvivalError) -> [Tally] {
    let place = UInt32(Scenario.all.firstIndex(of: scenario) ?? 0)
    let plan = try Bootstrap(
      replicates: min(sets, mostSets ?? sets), seed: Self.seed, threads: threads)
    let outcomes = plan.run(analysis: number * 16 + place) { draws in
      Result { () throws(SurvivalError) in try body(scenario, &draws) }
    }
    var tallies = kinds.map { _ in Tally() }
    for set in outcomes {
      for (index, outcome) in try set.get().enumerated() { tallies[index].add(outcome) }
    }
    return tallies
  }
}
