import AbsorbingSets
import Testing

@testable import Studies

@Suite("Sentences on arms, word by word") struct ComparisonSentenceTests {
  private typealias Known = ComparisonFacts.Known

  /// An arm whose 200 chains all enter, sooner than those of the reference, and stay.
  private let sooner = ComparisonFacts(
    name: "gaussian-matched", reference: "sgd", set: "B_1", rank: 1, chains: 200, entered: 200,
    enteredShare: Known(value: 1, lower: 0.98173, upper: 1), diverged: 0,
    divergedShare: Known(value: 0, lower: 0, upper: 0.01827),
    mean: nil, referenceEntered: 200,
    difference: .known(Known(value: -1520, lower: -1700, upper: -1340), isPaired: true),
    ratio: .about(1.9, changes: false),
    stay: .init(
      exits: ExitCounts(), stepsInside: 8_000_000, rate: Known(value: 0, lower: 0, upper: 4.6e-7),
      leaving: 0, inside: 1),
    restingEntered: .init(within: 200, above: 0, only: 1),
    restingCensored: .init(within: 0, above: 0), floor: nil)

  /// An arm whose 200 chains never enter.
  private var never: ComparisonFacts {
    var facts = sooner
    facts.name = "langevin(temperature: matched)"
    (facts.entered, facts.enteredShare) = (0, Known(value: 0, lower: 0, upper: 0.01827))
    (facts.difference, facts.ratio) = (
      .unknown("one of them shows no spread before the horizon"), .below(0.0121)
    )
    facts.stay = .init(exits: ExitCounts(), stepsInside: 0, rate: nil, leaving: 0, inside: nil)
    facts.restingEntered = .init(within: 0, above: 0)
    facts.restingCensored = .init(within: 199, above: 1, only: 1)
    return facts
  }

  private func expect(
    _ base: ComparisonFacts, _ text: String, _ change: (inout ComparisonFacts) -> Void = { _ in }
  ) {
    var facts = base
    change(&facts)
    #expect(ComparisonSentence(facts).text == text)
  }

  @Test("Sooner, later, not told apart")
  func verdicts() {
    let stay = "no exit in 8.0e6 steps inside (rate below 4.6e-7)."
    expect(
      sooner,
      "gaussian-matched falls sooner than sgd (restricted mean 1520 steps shorter, 95 % 1340 to 1700, by pairs; hazard ratio 1.9); \(stay)"
    )
    expect(
      sooner,
      "gaussian-matched falls later than sgd (restricted mean 12.3 steps longer, 95 % 4.1 to 20.5; "
        + "hazard ratio 0.53 on average, as it changes in time); \(stay)"
    ) {
      $0.difference = .known(Known(value: 12.31, lower: 4.12, upper: 20.5), isPaired: false)
      $0.ratio = .about(0.5312, changes: true)
    }
    expect(
      sooner,
      "gaussian-matched is not told apart from sgd by its times (restricted mean 30 steps longer, 95 % from 100 shorter to 160 longer); "
        + stay
    ) {
      $0.difference = .known(Known(value: 31, lower: -98, upper: 160), isPaired: false)
      $0.ratio = nil
    }
    expect(
      sooner,
      "gaussian-matched is not told apart from sgd by its times (restricted mean 30 steps shorter, 95 % from 160 shorter to 100 longer, "
        + "by pairs; hazard ratio 1.1); \(stay)"
    ) {
      $0.difference = .known(Known(value: -31, lower: -160, upper: 98), isPaired: true)
      $0.ratio = .about(1.08, changes: false)
    }
  }

  @Test("Means that are not known, a reference that never falls, chains that are left")
  func unknown() {
    let stay = "no exit in 8.0e6 steps inside (rate below 4.6e-7)."
    expect(
      sooner,
      "gaussian-matched falls in 180 of 200 chains, and its restricted mean is not compared with that of sgd, because a curve ends before the horizon "
        + "(hazard ratio 1.9); 3 of 200 chains do not enter within the horizon; \(stay.dropLast()); "
        + "17 of 200 chains diverge (8.5 %, 95 % 5.0 to 13.3) and count as censored there."
    ) {
      $0.difference = .unknown("a curve ends before the horizon")
      ($0.entered, $0.diverged) = (180, 17)
      $0.divergedShare = Known(value: 0.085, lower: 0.0502, upper: 0.1326)
    }
    expect(
      sooner,
      "gaussian-matched falls in 199 of 200 chains, gd in none (hazard ratio above 380); \(stay)"
    ) {
      ($0.reference, $0.referenceEntered, $0.entered) = ("gd", 0, 199)
      ($0.difference, $0.ratio) = (
        .unknown("one of them shows no spread before the horizon"), .above(377)
      )
    }
    expect(
      sooner,
      "gaussian-matched falls sooner than sgd (restricted mean 1520 steps shorter, 95 % 1340 to 1700, by pairs; hazard ratio 1.9); "
        + "1 of 200 chains does not enter within the horizon; \(stay)"
    ) { $0.entered = 199 }
    expect(
      sooner,
      "gaussian-matched falls sooner than sgd (restricted mean 1520 steps shorter, 95 % 1340 to 1700, by pairs; hazard ratio 1.9); \(stay.dropLast()); "
        + "1 of 200 chains diverges (0.5 %, 95 % 0.0 to 2.8) and counts as censored there."
    ) {
      ($0.entered, $0.diverged) = (199, 1)
      $0.divergedShare = Known(value: 0.005, lower: 0.000127, upper: 0.0275)
    }
  }

  @Test("No exit, some, many, none watched")
  func exits() {
    let opening =
      "gaussian-matched falls sooner than sgd (restricted mean 1520 steps shorter, 95 % 1340 to 1700, by pairs; hazard ratio 1.9); "
    expect(
      sooner,
      opening
        + "it leaves B_1 and comes back: 12 exits by rank from 9 of 200 chains in 8.0e6 steps inside (1.5e-6 a step, 95 % 7.8e-7 to 2.6e-6), "
        + "inside 99.900 % of the time; "
        + "at the end gd leads none of 200 back above rank 1."
    ) {
      $0.stay = .init(
        exits: ExitCounts(rank: 12), stepsInside: 7_990_000,
        rate: Known(value: 1.5e-6, lower: 7.76e-7, upper: 2.62e-6), leaving: 9,
        reentries: 6,
        inside: 0.999)
    }
    expect(
      sooner,
      opening
        + "it leaves B_1: 1 exit by rank from 1 of 200 chains in 40000 steps inside (2.5e-5 a step, 95 % 6.3e-7 to 1.4e-4), "
        + "inside 98.0 % of the time; "
        + "at the end gd leads 1 of 198 back above rank 1."
    ) {
      $0.stay = .init(
        exits: ExitCounts(rank: 1), stepsInside: 40_000,
        rate: Known(value: 2.5e-5, lower: 6.33e-7, upper: 1.393e-4), leaving: 1,
        inside: 0.98)
      $0.restingEntered = .init(within: 197, above: 1, unknown: 2, only: 1)
    }
    expect(
      sooner,
      opening
        + "it does not stay: 1130 exits by rank from 187 of 200 chains in 3.1e6 steps inside (3.6e-4 a step, 95 % 3.2e-4 to 4.1e-4), "
        + "inside 61.2 % of the time; at the end gd leads 120 of 200 back above rank 1."
    ) {
      $0.stay = .init(
        exits: ExitCounts(rank: 1130), stepsInside: 3_100_000,
        rate: Known(value: 3.645e-4, lower: 3.2e-4, upper: 4.1e-4),
        leaving: 187, inside: 0.612
      )
      $0.restingEntered = .init(within: 80, above: 120, only: 1)
    }
    expect(sooner, opening + "what came after the entries was not watched.") { $0.stay = nil }
    expect(sooner, opening + "no step inside was watched.") { $0.stay?.rate = nil }
  }

  @Test(
    "A flicker at the border is none: it does not stay when it is outside most of the time, or most chains end above"
  )
  func flicker() {
    let opening =
      "gaussian-matched falls sooner than sgd (restricted mean 1520 steps shorter, 95 % 1340 to 1700, by pairs; hazard ratio 1.9); "
    let exits =
      "593 exits by rank from 180 of 200 chains in 3.1e6 steps inside (1.9e-4 a step, 95 % 1.8e-4 to 2.1e-4)"
    let end = "; at the end gd leads none of 200 back above rank 1."
    let stay = ComparisonFacts.Stay(
      exits: ExitCounts(rank: 593), stepsInside: 3_100_000,
      rate: Known(value: 1.9e-4, lower: 1.8e-4, upper: 2.1e-4), leaving: 180,
      reentries: 590,
      inside: 0.968)
    expect(
      sooner, opening + "it leaves B_1 and comes back: \(exits), inside 96.8 % of the time" + end
    ) { $0.stay = stay }
    expect(
      sooner,
      opening + "it leaves B_1 and sometimes comes back: \(exits), inside 50.0 % of the time" + end
    ) {
      $0.stay = stay
      $0.stay?.inside = 0.5
      $0.stay?.reentries = 296
    }
    expect(sooner, opening + "it does not stay: \(exits), inside 49.0 % of the time" + end) {
      $0.stay = stay
      $0.stay?.inside = 0.49
    }
    expect(
      sooner,
      opening
        + "it leaves B_1 and comes back: \(exits), inside 96.8 % of the time; at the end gd leads 100 of 200 back above rank 1."
    ) {
      ($0.stay, $0.restingEntered) = (stay, .init(within: 100, above: 100, only: 1))
    }
    expect(
      sooner,
      opening
        + "it does not stay: \(exits), inside 96.8 % of the time; at the end gd leads 101 of 200 back above rank 1."
    ) {
      ($0.stay, $0.restingEntered) = (stay, .init(within: 99, above: 101, only: 1))
    }
  }

  @Test("Exits that keep the rank are no coming back: they are counted apart")
  func exitsThatKeepTheRank() {
    let opening =
      "gaussian-matched falls sooner than sgd (restricted mean 1520 steps shorter, 95 % 1340 to 1700, by pairs; hazard ratio 1.9); "
    let end = "; at the end gd leads none of 200 back above rank 1."
    let below = "no exit by rank in 3.1e6 steps inside (rate below 1.2e-6); "
    let stay = ComparisonFacts.Stay(
      exits: ExitCounts(balance: 52887), stepsInside: 3_100_000,
      rate: Known(value: 0, lower: 0, upper: 1.19e-6),
      leaving: 0, reentries: 52800, inside: 0.573)
    expect(sooner, opening + below + "52887 exits are by the balance and the rank stays down" + end)
    { $0.stay = stay }
    expect(
      sooner,
      opening + below
        + "1 exit is by the balance, 2 by the bound on the norms and the rank stays down" + end
    ) {
      $0.stay = stay
      $0.stay?.exits = ExitCounts(bound: 2, balance: 1)
    }
    // Being outside is held against the rank only where the rank is what is broken most.
    let rates = "(1.0e-5 a step, 95 % 5.0e-6 to 2.0e-5), inside 40.0 % of the time"
    expect(
      sooner,
      opening
        + "it leaves B_1 and comes back: 30 exits by rank from 9 of 200 chains in 3.1e6 steps inside \(rates); "
        + "another 500 exits are by the balance alone" + end
    ) {
      $0.stay = stay
      $0.stay?.exits = ExitCounts(rank: 30, balance: 500)
      $0.stay?.rate = Known(value: 1e-5, lower: 5e-6, upper: 2e-5)
      $0.stay?.leaving = 9
      $0.stay?.inside = 0.4
    }
  }

  @Test("Arms that are identical chain by chain are said to be, and collapses are counted")
  func identical() {
    let stay = "no exit in 8.0e6 steps inside (rate below 4.6e-7)."
    expect(
      sooner,
      "gaussian-matched is identical to sgd, chain by chain: each of the 200 chains ends as its like does; \(stay)"
    ) { $0.isIdentical = true }
    let opening =
      "gaussian-matched falls sooner than sgd (restricted mean 1520 steps shorter, 95 % 1340 to 1700, by pairs; hazard ratio 1.9); "
    expect(sooner, opening + "1 of 200 chains that enter falls on to rank 0; \(stay)") {
      $0.collapsed = 1
    }
    expect(sooner, opening + "20 of 200 chains that enter fall on to rank 0; \(stay)") {
      $0.collapsed = 20
    }
  }

  @Test("Divergence after an entry is said beside the exits")
  func divergedAfter() {
    let opening =
      "gaussian-matched falls sooner than sgd (restricted mean 1520 steps shorter, 95 % 1340 to 1700, by pairs; hazard ratio 1.9); "
      + "no exit in 8.0e6 steps inside (rate below 4.6e-7); "
    expect(sooner, opening + "3 of 200 chains diverge after their entry.") { $0.divergedAfter = 3 }
    expect(sooner, opening + "1 of 200 chains diverges after its entry.") { $0.divergedAfter = 1 }
  }

  @Test("Never: the floor, the basin, both, neither")
  func never_() {
    let opening =
      "langevin(temperature: matched) never enters B_1 within the horizon (none of 200 chains, a share below 1.83 %, hazard ratio below 0.012)"
    let floor = "the floor (expected f_alpha 0.97 against epsilon2 = 0.1)"
    let above = ComparisonFacts.Floor(expected: 0.9712, allowed: 0.1, inside: 9.9e-4)
    // Where the minima themselves are outside the set, or are not known, the floor is not blamed.
    expect(
      never,
      opening
        + ", but gd leads 199 of 200 of its last states to rank 1: these are in the basin of rank 1 at the end."
    ) { $0.floor = above }
    expect(
      never,
      opening
        + ", but gd leads 199 of 200 of its last states to rank 1: \(floor) keeps it out, not the basin."
    ) {
      ($0.floor, $0.minimaAreInside) = (above, true)
    }
    expect(
      never,
      opening
        + ", but gd leads 199 of 200 of its last states to rank 1: these are in the basin of rank 1 at the end."
    ) { $0.floor = .init(expected: 0.04, allowed: 0.1, inside: 0.9) }
    expect(
      never,
      opening
        + ", but gd leads 150 of 200 of its last states to rank 1 or below: \(floor) keeps it out, not the basin."
    ) {
      ($0.floor, $0.minimaAreInside) = (above, true)
      $0.restingCensored = .init(within: 150, above: 50, only: nil)
    }
    expect(
      never,
      opening
        + ", and gd leads 198 of 200 of its last states above rank 1: these are in a basin above rank 1 at the end."
    ) {
      $0.restingCensored = .init(within: 2, above: 198, only: 1)
    }
    expect(
      never,
      opening
        + ", and gd leads 198 of 200 of its last states above rank 1: these are in a basin above rank 1 at the end, and \(floor) would keep them "
        + "out all the same."
    ) {
      $0.restingCensored = .init(within: 2, above: 198, only: 1)
      $0.floor = above
    }
    expect(
      never,
      opening
        + ", and gd leads 100 of 200 of its last states to rank 1 or below, 60 above it and 40 to no minimum."
    ) {
      $0.restingCensored = .init(within: 100, above: 60, unknown: 40, only: 1)
    }
    expect(
      never,
      opening
        + "; 200 of 200 chains diverge (100.00 %, 95 % 98.17 to 100.00) and count as censored there."
    ) {
      $0.restingCensored = .init(within: 0, above: 0)
      ($0.diverged, $0.divergedShare) = (200, Known(value: 1, lower: 0.98173, upper: 1))
    }
    expect(
      never,
      "gd never enters the basin of B_1 within the horizon (none of 4000 chains, a share below 0.092 %), and gd leads 4000 of 4000 of its last states "
        + "above rank 1: these are in a basin above rank 1 at the end."
    ) {
      ($0.name, $0.set, $0.chains, $0.ratio, $0.referenceEntered) = (
        "gd", "the basin of B_1", 4000, nil, 0
      )
      $0.enteredShare = Known(value: 0, lower: 0, upper: 0.000922)
      $0.restingCensored = .init(within: 0, above: 4000)
    }
  }

  @Test("A floor above what the set allows is said of arms that enter, too")
  func floor() {
    expect(
      sooner,
      "gaussian-matched falls sooner than sgd (restricted mean 1520 steps shorter, 95 % 1340 to 1700, by pairs; hazard ratio 1.9); "
        + "no exit in 8.0e6 steps inside (rate below 4.6e-7); its floor (expected f_alpha 0.12 against epsilon2 = 0.1) is above what B_1 allows."
    ) { $0.floor = .init(expected: 0.1214, allowed: 0.1, inside: 0) }
    expect(sooner, ComparisonSentence(sooner).text) {
      $0.floor = .init(expected: 0.1, allowed: 0.1, inside: 0.6)
    }
  }

  @Test(
    "A floor whose mean is above what the set allows keeps nobody out when it is below it often enough"
  )
  func openFloor() {
    let floor = ComparisonFacts.Floor(expected: 0.1699, allowed: 0.1, inside: 0.526)
    let words =
      "its floor (expected f_alpha 0.17 against epsilon2 = 0.1) is within what B_1 allows "
    expect(sooner, "\(ComparisonSentence(sooner).text.dropLast()); \(words)52.6 % of the time.") {
      $0.floor = floor
    }
    let opening =
      "langevin(temperature: matched) never enters B_1 within the horizon (none of 200 chains, a share below 1.83 %, hazard ratio below 0.012)"
    expect(
      never,
      opening
        + ", but gd leads 199 of 200 of its last states to rank 1: these are in the basin of rank 1 at the end; \(words)0.100 % of the time."
    ) {
      $0.floor = floor
      $0.floor?.inside = 1e-3
    }
    expect(
      never,
      opening
        + ", and gd leads 198 of 200 of its last states above rank 1: these are in a basin above rank 1 at the end; "
        + "\(words)52.6 % of the time."
    ) {
      $0.restingCensored = .init(within: 2, above: 198, only: 1)
      $0.floor = floor
    }
  }

  @Test("Temperatures that differ by the rank of the minimum are told, with their exit rates")
  func temperatures() {
    let text = ComparisonSentence(sooner).text.dropLast()
    let cold = ComparisonFacts.Minimum(
      rank: 2, chains: 158, temperature: 1.43e-3, rate: Known(value: 0, lower: 0, upper: 4.6e-7))
    let warm = ComparisonFacts.Minimum(
      rank: 1, chains: 42, temperature: 7.441e-3,
      rate: Known(value: 3.6e-4, lower: 1e-4, upper: 9e-4))
    let words =
      "chains whose gd minimum has rank 1 (42) carry T = 7.44e-3, those of rank 2 (158) T = 1.43e-3"
    expect(
      sooner,
      "\(text); \(words), and their rates of exits by rank are 3.6e-4 and below 4.6e-7 a step."
    ) {
      $0.minima = [warm, cold]
    }
    expect(
      sooner,
      "\(text); \(words), and their rates of exits by rank are not known and below 4.6e-7 a step."
    ) {
      $0.minima = [warm, cold]
      $0.minima[0].rate = nil
    }
    expect(sooner, "\(text); \(words).") {
      $0.minima = [warm, cold]
      ($0.minima[0].rate, $0.minima[1].rate) = (nil, nil)
    }
    expect(sooner, "\(text).") {
      $0.minima = [warm, cold]
      $0.minima[0].temperature = 1.5 * 1.43e-3
    }
    expect(sooner, "\(text).") { $0.minima = [warm] }
  }

  @Test("The reference speaks for itself")
  func reference() {
    expect(
      sooner,
      "sgd, the reference, enters B_1 in 197 of 200 chains (98.5 %, 95 % 95.7 to 99.7; restricted mean 6970 steps, 95 % 6800 to 7150); "
        + "no exit in 8.0e6 steps inside (rate below 4.6e-7)."
    ) {
      ($0.name, $0.reference, $0.difference, $0.ratio) = ("sgd", nil, nil, nil)
      ($0.entered, $0.enteredShare) = (197, Known(value: 0.985, lower: 0.9568, upper: 0.9969))
      $0.mean = Known(value: 6972.3, lower: 6798, upper: 7146.4)
    }
    expect(
      never,
      "gd, the reference, never enters B_1 within the horizon (0.00 %, 95 % 0.00 to 1.83), and gd leads 200 of 200 of its last "
        + "states above rank 1: these are in a basin above rank 1 at the end."
    ) {
      ($0.name, $0.reference, $0.difference, $0.ratio) = ("gd", nil, nil, nil)
      $0.restingCensored = .init(within: 0, above: 200)
    }
  }
}
