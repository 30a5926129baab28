import Chains
import Ladder
import Survival

extension ComparisonFacts {
  /// Those of a comparison; nil without chains.
  init?(_ comparison: ArmComparison) {
    let (record, summary) = (comparison.record, comparison.record.summary)
    guard let enteredShare = summary.enteredFraction, let divergedShare = comparison.diverged else {
      return nil
    }
    let law = record.arm.law
    let isReference = record.index == comparison.reference.index
    name = record.name
    reference = isReference ? nil : comparison.reference.arm.law.rung.name
    set = ArmWords.set(law)
    rank = law.event.rank
    chains = summary.chains
    (entered, diverged, divergedAfter) = (
      summary.entered, summary.diverged, record.divergedAfter?.events ?? 0
    )
    collapsed = summary.collapsed
    isIdentical = comparison.difference?.isIdentical ?? false
    self.enteredShare = Known(enteredShare)
    self.divergedShare = Known(divergedShare)
    mean = summary.restrictedMean.flatMap { mean in
      let radius = ConfidenceLevel.standard.normalQuantile * mean.standardError
      return radius > 0
        ? Known(value: mean.value, lower: mean.value - radius, upper: mean.value + radius) : nil
    }
    referenceEntered = comparison.reference.summary.entered
    difference = comparison.difference.map { difference in
      Self.difference(difference, isEven: summary.chains == comparison.reference.summary.chains)
    }
    ratio = comparison.difference.flatMap { Self.ratio($0.hazards) }
    stay = record.directions.map { Stay($0) }
    restingEntered = Resting(record.resting.entered, rank: law.event.rank)
    restingCensored = Resting(record.resting.censored, rank: law.event.rank)
    floor = record.floorAtTheEnd.map {
      Floor(
        expected: $0.noise.expected.value, allowed: $0.noise.allowed, inside: $0.inside.probability)
    }
    minima = record.temperatures.compactMap { group in
      guard let rank = group.minimum.rank, let temperature = group.temperature else { return nil }
      return Minimum(
        rank: rank, chains: group.chains, temperature: temperature.median,
        rate: law.follow > 0 ? Known(group.directions.rankExits.poisson) : nil)
    }
  }

  /// By pairs where there is an interval for them and both arms have as many chains: else the pairs
  /// are only some of the chains, and all of them tell more.
  private static func difference(_ difference: ArmComparison.Difference, isEven: Bool)
    -> MeanDifference
  {
    if isEven, let paired = difference.paired?.difference, let inference = paired.inference {
      return .known(Known(paired.value, inference.interval), isPaired: true)
    }
    if let inference = difference.means.difference.inference {
      return .known(Known(difference.means.difference.value, inference.interval), isPaired: false)
    }
    let ends = difference.means.cautions.contains {
      if case .extrapolated = $0 { true } else { false }
    }
    return .unknown(
      ends ? "a curve ends before the horizon" : "one of them shows no spread before the horizon")
  }

  private static func ratio(_ hazards: ArmComparison.Hazards) -> Ratio? {
    switch hazards.ratio {
    case .estimated(let estimate):
      .about(estimate.value, changes: hazards.changePValue.map { $0 < 0.05 } ?? false)
    case .zero: hazards.interval.upper.map { .below($0) }
    case .unbounded: hazards.interval.lower > 0 ? .above(hazards.interval.lower) : nil
    case .undetermined: nil
    }
  }
}

extension ComparisonFacts.Known {
  init(_ value: Double, _ interval: ConfidenceInterval) {
    self.init(value: value, lower: interval.lower, upper: interval.upper)
  }

  init(_ proportion: BinomialProportion) { self.init(proportion.value, proportion.interval) }

  /// A rate with its exact interval.
  init?(_ rate: PoissonRate) {
    guard let value = rate.value, let upper = rate.upper else { return nil }
    self.init(value: value, lower: rate.lower, upper: upper)
  }

  /// A rate with the wider of its two intervals on either side: the exact one holds too little when
  /// exits come in bursts, the one that allows for that when they come from few chains.
  init?(_ rate: ClusteredRate) {
    guard let value = rate.poisson.value, let upper = rate.poisson.upper else { return nil }
    let robust = rate.robust?.interval
    self.init(
      value: value, lower: min(rate.poisson.lower, robust?.lower ?? .infinity),
      upper: max(upper, robust?.upper ?? 0))
  }
}

extension ComparisonFacts.Stay {
  init(_ directions: ArmDirections) {
    self.init(
      exits: directions.exitCounts, stepsInside: directions.stepsInside,
      rate: ComparisonFacts.Known(directions.rankExits), leaving: directions.withRankExit,
      reentries: directions.rankReentries, inside: directions.inside?.value)
  }
}

extension ComparisonFacts.Resting {
  init(_ counts: RestingCounts, rank: Int) {
    let ranks = counts.byRank.keys.filter { $0 <= rank }
    self.init(
      within: counts.upTo(rank), above: counts.above(rank),
      unknown: counts.unknown + counts.diverged,
      only: ranks.count == 1 ? ranks.first : nil)
  }
}

extension ArmRecord {
  /// The floor of most chains, where it is that of the phase in which chains reach the horizon, and
  /// chains are judged by their own weights.
  fileprivate var floorAtTheEnd: ArmTemperature.Floor? {
    guard let temperature = temperatures.max(by: { $0.chains < $1.chains }), arm.law.judge == .state
    else { return nil }
    let last = arm.law.schedule.phase(at: arm.law.horizon - 1).phase
    return (last.learningRate, last.ridge) == (
      temperature.phase.learningRate, temperature.phase.ridge
    ) ? temperature.floor : nil
  }
}
