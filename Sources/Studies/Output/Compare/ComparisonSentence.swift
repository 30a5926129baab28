import AbsorbingSets
import Publishing

/// What the numbers support about one arm, in one plain sentence made by rules.
struct ComparisonSentence {
  private let facts: ComparisonFacts

  /// The sentence on these facts.
  init(_ facts: ComparisonFacts) {
    self.facts = facts
  }

  /// The sentence, with its full stop.
  var text: String {
    let opening =
      facts.reference == nil
      ? referenceOpening : facts.entered == 0 ? noEntryOpening : comparedOpening
    let further = [
      missed, collapsed, stay, divergedAfter, returned, temperatures, floorOfEntries, diverged,
    ].compactMap { $0 }
    return ([opening] + further).joined(separator: "; ") + "."
  }

  // MARK: Openings

  private var referenceOpening: String {
    let share = shares(facts.enteredShare)
    let mean = facts.mean.map { "; restricted mean \(words($0))" } ?? ""
    let verb =
      facts.entered == 0
      ? "never enters \(facts.set) within the horizon"
      : "enters \(facts.set) in \(facts.entered) of \(facts.chains) chains"
    return "\(facts.name), the reference, \(verb) (\(share)\(mean))"
      + (facts.entered == 0 ? restingOfNone : "")
  }

  private var noEntryOpening: String {
    let ratio = ratio.map { ", \($0)" } ?? ""
    return
      "\(facts.name) never enters \(facts.set) within the horizon (none of \(facts.chains) chains, a share below "
      + "\(percent(facts.enteredShare.upper))\(ratio))\(restingOfNone)"
  }

  private var comparedOpening: String {
    guard let reference = facts.reference else { return "" }
    if facts.isIdentical {
      return
        "\(facts.name) is identical to \(reference), chain by chain: each of the \(facts.chains) chains ends as its like does"
    }
    let ratio = ratio.map { "; \($0)" } ?? ""
    if facts.referenceEntered == 0 {
      return
        "\(facts.name) falls in \(facts.entered) of \(facts.chains) chains, \(reference) in none\(self.ratio.map { " (\($0))" } ?? "")"
    }
    switch facts.difference {
    case .known(let difference, let isPaired):
      let verdict =
        difference.upper < 0
        ? "falls sooner than \(reference)"
        : difference.lower > 0
          ? "falls later than \(reference)" : "is not told apart from \(reference) by its times"
      return
        "\(facts.name) \(verdict) (restricted mean \(change(difference))\(isPaired ? ", by pairs" : "")\(ratio))"
    case .unknown(let reason):
      return
        "\(facts.name) falls in \(facts.entered) of \(facts.chains) chains, and its restricted mean is not compared with that of "
        + "\(reference), because \(reason)\(self.ratio.map { " (\($0))" } ?? "")"
    case nil: return "\(facts.name) falls in \(facts.entered) of \(facts.chains) chains"
    }
  }

  /// Why chains that never entered did not, as far as their last states tell.
  private var restingOfNone: String {
    let resting = facts.restingCensored
    guard resting.total > 0 else { return "" }
    let floor = facts.floor.flatMap { $0.isClosed ? "the floor (\(words($0)))" : nil }
    if 2 * resting.within > resting.total {
      let rank = resting.only.map { "rank \($0)" } ?? "rank \(facts.rank) or below"
      let basin = (resting.only == nil ? "a" : "the") + " basin of \(rank)"
      let lead =
        ", but gd leads \(resting.within) of \(resting.total) of its last states to \(rank): "
      let isFloor = facts.minimaAreInside
      return lead
        + (floor.flatMap { isFloor ? "\($0) keeps it out, not the basin" : nil }
          ?? "these are in \(basin) at the end")
    }
    if 2 * resting.above > resting.total {
      let lead =
        ", and gd leads \(resting.above) of \(resting.total) of its last states above rank \(facts.rank): these are in a basin above rank \(facts.rank) at the end"
      return lead + (floor.map { ", and \($0) would keep them out all the same" } ?? "")
    }
    return
      ", and gd leads \(resting.within) of \(resting.total) of its last states to rank \(facts.rank) or below, \(resting.above) above it and "
      + "\(resting.unknown) to no minimum"
  }

  // MARK: What else is to be said

  /// The chains that did not enter, where others did.
  private var missed: String? {
    let missed = facts.chains - facts.entered - facts.diverged
    guard facts.reference != nil, facts.referenceEntered > 0, facts.entered > 0, missed > 0 else {
      return nil
    }
    return
      "\(missed) of \(facts.chains) chains \(missed == 1 ? "does" : "do") not enter within the horizon"
  }

  private var stay: String? {
    guard facts.entered > 0 else { return nil }
    guard let stay = facts.stay else { return "what came after the entries was not watched" }
    guard let rate = stay.rate else { return "no step inside was watched" }
    let steps = "\(count(stay.stepsInside)) steps inside"
    let below = "(rate below \(TableText.scientific(rate.upper, digits: 2)))"
    guard stay.exits.total > 0 else { return "no exit in \(steps) \(below)" }
    guard stay.exits.rank > 0 else {
      return
        "no exit by rank in \(steps) \(below); \(others(stay.exits, opening: "")) and the rank stays down"
    }
    let exits = "\(stay.exits.rank) \(stay.exits.rank == 1 ? "exit" : "exits") by rank"
    let limits = [rate.value, rate.lower, rate.upper].map { TableText.scientific($0, digits: 2) }
    let rates = "(\(limits[0]) a step, 95 % \(limits[1]) to \(limits[2]))"
    let leaving = "\(stay.leaving) of \(facts.entered) chains"
    let inside =
      stay.inside.map {
        ", inside \(TableText.percent($0, digits: digits(min($0, 1 - $0)))) % of the time"
      } ?? ""
    let opening = isStaying(stay) ? leaves(stay) : "it does not stay"
    let further =
      stay.exits.rank < stay.exits.total
      ? "; " + others(stay.exits, opening: "another ") + " alone" : ""
    return "\(opening): \(exits) from \(leaving) in \(steps) \(rates)\(inside)\(further)"
  }

  /// The exits that keep the rank: `52887 exits are by the balance`.
  private func others(_ exits: ExitCounts, opening: String) -> String {
    let parts = [(exits.balance, "the balance"), (exits.bound, "the bound on the norms")].filter {
      $0.0 > 0
    }
    return parts.enumerated().map { index, part in
      let noun = index > 0 ? "" : part.0 == 1 ? " exit is" : " exits are"
      return "\(index == 0 ? opening : "")\(part.0)\(noun) by \(part.1)"
    }.joined(separator: ", ")
  }

  /// Exits alone may be a flicker at the border: not to stay is to be outside most of the time by
  /// the rank, or most chains in a basin above in the end.
  private func isStaying(_ stay: ComparisonFacts.Stay) -> Bool {
    let isOutByRank = (stay.inside ?? 1) < 0.5 && 2 * stay.exits.rank >= stay.exits.total
    return !isOutByRank && 2 * facts.restingEntered.above <= facts.entered
  }

  private func leaves(_ stay: ComparisonFacts.Stay) -> String {
    let back =
      2 * stay.reentries >= stay.exits.rank
      ? " and comes back" : stay.reentries > 0 ? " and sometimes comes back" : ""
    return "it leaves \(facts.set)\(back)"
  }

  /// The entries that are falls to rank 0, where the event is of a higher rank.
  private var collapsed: String? {
    guard facts.collapsed > 0, facts.rank > 0 else { return nil }
    return
      "\(facts.collapsed) of \(facts.entered) chains that enter \(facts.collapsed == 1 ? "falls" : "fall") on to rank 0"
  }

  private var divergedAfter: String? {
    let diverged = facts.divergedAfter
    guard diverged > 0 else { return nil }
    return
      "\(diverged) of \(facts.entered) chains \(diverged == 1 ? "diverges after its" : "diverge after their") entry"
  }

  /// Where gradient descent leads after the follow-up, where chains have left.
  private var returned: String? {
    let resting = facts.restingEntered
    let known = resting.within + resting.above
    guard let stay = facts.stay, stay.exits.total > 0, known > 0 else { return nil }
    let count = resting.above == 0 ? "none" : "\(resting.above)"
    return "at the end gd leads \(count) of \(known) back above rank \(facts.rank)"
  }

  private var floorOfEntries: String? {
    guard let floor = facts.floor, floor.isAbove else { return nil }
    guard floor.isClosed else {
      return
        "its floor (\(words(floor))) is within what \(facts.set) allows \(percent(floor.inside)) of the time"
    }
    return facts.entered > 0 ? "its floor (\(words(floor))) is above what \(facts.set) allows" : nil
  }

  /// Chains whose minima have other ranks may have other temperatures; one number for all would
  /// hide that.
  private var temperatures: String? {
    let (known, values) = (facts.minima, facts.minima.map(\.temperature))
    guard known.count > 1, let least = values.min(), let largest = values.max(),
      largest > 1.5 * least
    else { return nil }
    let each = known.enumerated().map { index, group in
      (index == 0 ? "chains whose gd minimum has rank " : "those of rank ")
        + "\(group.rank) (\(group.chains))"
        + (index == 0 ? " carry" : "")
        + " T = \(TableText.scientific(group.temperature, digits: 3))"
    }
    let rates = known.map { group in
      guard let rate = group.rate else { return "not known" }
      return rate.value > 0
        ? TableText.scientific(rate.value, digits: 2)
        : "below \(TableText.scientific(rate.upper, digits: 2))"
    }
    guard facts.stay != nil, known.contains(where: { $0.rate != nil }) else {
      return Self.list(each)
    }
    return
      "\(Self.list(each)), and their rates of exits by rank are \(Self.list(rates, "and")) a step"
  }

  private static func list(_ words: [String], _ last: String? = nil) -> String {
    guard let last, let end = words.last, words.count > 1 else {
      return words.joined(separator: ", ")
    }
    return words.dropLast().joined(separator: ", ") + " \(last) \(end)"
  }

  private var diverged: String? {
    guard facts.diverged > 0 else { return nil }
    return
      "\(facts.diverged) of \(facts.chains) chains \(facts.diverged == 1 ? "diverges" : "diverge") (\(shares(facts.divergedShare))) and "
      + "\(facts.diverged == 1 ? "counts" : "count") as censored there"
  }

  // MARK: Numbers

  private var ratio: String? {
    switch facts.ratio {
    case .about(let value, let changes):
      "hazard ratio \(TableText.significant(value, digits: 2))"
        + (changes ? " on average, as it changes in time" : "")
    case .below(let limit): "hazard ratio below \(TableText.significant(limit, digits: 2))"
    case .above(let limit): "hazard ratio above \(TableText.significant(limit, digits: 2))"
    case nil: nil
    }
  }

  /// `1520 steps shorter, 95 % 1340 to 1700`, and where the interval holds 0
  /// `30 steps longer, 95 % from 100 shorter to 160 longer`.
  private func change(_ difference: ComparisonFacts.Known) -> String {
    let spread = (difference.upper - difference.lower) / 2
    func length(_ number: Double) -> String { TableText.rounded(number.magnitude, spread: spread) }
    func direction(_ number: Double) -> String { number < 0 ? "shorter" : "longer" }
    let opening = "\(length(difference.value)) steps \(direction(difference.value)), 95 % "
    if difference.upper < 0 {
      return opening + "\(length(difference.upper)) to \(length(difference.lower))"
    }
    if difference.lower > 0 {
      return opening + "\(length(difference.lower)) to \(length(difference.upper))"
    }
    return opening
      + "from \(length(difference.lower)) shorter to \(length(difference.upper)) longer"
  }

  private func words(_ known: ComparisonFacts.Known) -> String {
    let spread = (known.upper - known.lower) / 2
    let texts = [known.value, known.lower, known.upper].map {
      TableText.rounded($0, spread: spread)
    }
    return "\(texts[0]) steps, 95 % \(texts[1]) to \(texts[2])"
  }

  private func words(_ floor: ComparisonFacts.Floor) -> String {
    "expected f_alpha \(TableText.significant(floor.expected, digits: 2)) against epsilon2 = \(TableText.csv(floor.allowed))"
  }

  private func shares(_ share: ComparisonFacts.Known) -> String {
    let digits = digits(share.upper - share.lower)
    let texts = [share.value, share.lower, share.upper].map {
      TableText.percent($0, digits: digits)
    }
    return "\(texts[0]) %, 95 % \(texts[1]) to \(texts[2])"
  }

  private func percent(_ share: Double) -> String {
    "\(TableText.percent(share, digits: digits(share))) %"
  }

  /// As many digits as tables give shares: more for narrow intervals.
  private func digits(_ width: Double) -> Int { width < 0.002 ? 3 : width < 0.02 ? 2 : 1 }

  private func count(_ steps: Int) -> String {
    steps < 100_000 ? String(steps) : TableText.scientific(Double(steps), digits: 2)
  }
}
