import AbsorbingSets
import Foundation
import TestKit
import Testing

@Suite struct PassageWatchTests {
  /// A watch that was told these levels at steps 0, 1, 2, ...
  private func watch(_ levels: [Int?], rank: Int = 1, horizon: Int = 100, follow: Int = 10)
    -> PassageWatch
  {
    var watch = PassageWatch(rank: rank, horizon: horizon, follow: follow)
    for (step, level) in levels.enumerated() { watch.observe(level: level, step: step) }
    return watch
  }

  @Test func nothingSeenIsNothingNoted() {
    let watch = watch([nil, nil, nil])
    #expect(
      watch.entry == nil && watch.collapse == nil && watch.exits.total == 0 && watch.level == nil
        && watch.end == 100)
  }

  @Test func thePassagesFormALadder() {
    let watch = watch([nil, 2, 2, 1, 2, nil, 0], rank: 2)
    #expect(watch.passages == [6, 3, 1])
    #expect(watch.entry == 1 && watch.collapse == 6 && watch.end == 11 && watch.exits.total == 1)
    // Falling past rungs passes them all at once.
    #expect(self.watch([nil, nil, 0], rank: 2).passages == [2, 2, 2])
    #expect(self.watch([0], rank: 0).entry == 0)
  }

  @Test func exitsAreUpwardMovesOutOfTheTopSet() {
    let watch = watch([1, nil, nil, 1, 0, 1, nil, 1])
    #expect(watch.entry == 0 && watch.exits.total == 2 && watch.level == 1 && watch.collapse == 4)
  }

  @Test func stepsAfterTheEndAreIgnored() {
    let followed = watch([nil, 1, 1, 1, nil, 0], follow: 2)
    #expect(
      followed.end == 3 && followed.exits.total == 0 && followed.collapse == nil
        && followed.level == 1)
    let last = watch([nil, 1, 1, nil, nil], follow: 2)
    #expect(last.exits.total == 1)
    // With follow = 0 the entry is the end.
    let immediate = watch([nil, 1, nil, 1, 0], follow: 0)
    #expect(
      immediate.end == 1 && immediate.entry == 1 && immediate.exits.total == 0
        && immediate.collapse == nil)
    let atOnce = watch([1, nil], follow: 0)
    #expect(atOnce.end == 0 && atOnce.exits.total == 0)
  }

  @Test func theHorizonItselfStillCounts() {
    #expect(watch([nil, nil, nil, 1], horizon: 3).entry == 3)
    #expect(watch([nil, nil, nil, nil, 1], horizon: 3).entry == nil)
    // A chain is followed beyond the horizon after an entry before it.
    let late = watch([nil, nil, nil, 1, 1, nil], horizon: 3, follow: 2)
    #expect(late.end == 5 && late.exits.total == 1)
  }

  @Test func onlyChangesNeedToBeTold() {
    var sparse = PassageWatch(rank: 1, horizon: 100, follow: 10)
    for (step, level) in [(0, nil), (4, 1), (6, nil), (9, 0)] as [(Int, Int?)] {
      sparse.observe(level: level, step: step)
    }
    #expect(sparse == watch([nil, nil, nil, nil, 1, 1, nil, nil, nil, 0, 0, 0]))
  }

  @Test func itSurvivesBeingWritten() throws {
    for levels in [[], [nil], [nil, 1, nil, 1], [nil, nil, 0]] as [[Int?]] {
      let watch = watch(levels)
      #expect(
        try JSONDecoder().decode(PassageWatch.self, from: JSONEncoder().encode(watch)) == watch)
    }
  }

  @Test func timeInsideIsCountedFromTheEntryToTheExit() {
    // Inside at steps 1, 2 and 5, 6, ...: followed to step 9.
    let watch = watch([nil, 1, 1, nil, nil, 1, 1], horizon: 100, follow: 8)
    #expect(watch.exits.total == 1 && watch.reentries == 1 && watch.end == 9)
    #expect(watch.stepsInside(before: 7) == 4 && watch.stepsInside(before: 9) == 6)
    let left = self.watch([1, nil, 0, nil], follow: 8)
    #expect(left.exits.total == 2 && left.reentries == 1 && left.stepsInside(before: 8) == 2)
    #expect(self.watch([nil, nil]).stepsInside(before: 2) == 0)
  }

  @Test func onlyLastingMovesCountWhereTheyMustCommit() {
    func looks(_ levels: [Int?], _ commitment: Int) -> PassageWatch {
      var watch = PassageWatch(rank: 1, horizon: 1_000, follow: 500)
      for (index, level) in levels.enumerated() {
        watch.look(
          level.map { .inside(level: $0) } ?? .outside(.rank), step: 10 * index,
          commitment: commitment)
      }
      return watch
    }
    // Inside from 20 on, believed at 40; the two looks outside at 50 and 60 are no exit, the three
    // from 80 on are, at 100.
    let levels: [Int?] = [1, nil, 1, 1, 1, nil, nil, 1, nil, nil, nil, 1]
    let watch = looks(levels, 20)
    #expect(
      watch.entry == 40 && watch.exits.total == 1 && watch.level == nil
        && watch.stepsInside(before: 200) == 60)
    #expect(looks(levels, 10).exits.total == 1 && looks(levels, 10).entry == 30)
    #expect(looks(levels, 0).entry == 0 && looks(levels, 0).exits.total == 3)
    #expect(looks([1, 1, 1, 0, 1], 20).collapse == 30)
    #expect(watch.isPossible(at: 110) && !watch.isPossible(at: 39))
  }

  @Test func aLookIsBelievedWhenSoManyInARowAgree() {
    func looks(_ levels: [Int?], _ looks: Int) -> PassageWatch {
      var watch = PassageWatch(rank: 1, horizon: 100, follow: 500)
      for (index, level) in levels.enumerated() {
        watch.look(level: level, step: 10 * index, looks: looks)
      }
      return watch
    }
    // The run of two at 30 and 40 is believed at 40, and the one look outside at 50 ends it.
    let levels: [Int?] = [nil, 1, nil, 1, 1, nil, 1, nil, 1, 1, 1]
    let twice = looks(levels, 2)
    #expect(twice.entry == 40 && twice.exits.total == 1 && twice.reentries == 1 && twice.level == 1)
    #expect(twice.stepsInside(before: 100) == 20)
    let once = looks(levels, 1)
    #expect(once.entry == 10 && once.exits.total == 3)
    #expect(looks(levels, 4).entry == nil)
    #expect(looks(levels, 3).entry == 100)
    // A collapse among looks that agree is noted at once.
    #expect(looks([1, 1, 1, 0, 1], 2).collapse == 30)
  }
}

/// Exits by what they break.
@Suite struct ExitConditionTests {
  private func watch(_ standings: [Standing], follow: Int = 20) -> PassageWatch {
    var watch = PassageWatch(rank: 1, horizon: 100, follow: follow)
    for (step, standing) in standings.enumerated() { watch.observe(standing, step: step) }
    return watch
  }

  @Test func eachExitIsCountedOnceByTheGravestConditionThatItBreaks() {
    let inside = Standing.inside(level: 1)
    #expect(watch([inside, .outside(.balance), inside]).exits == ExitCounts(balance: 1))
    #expect(
      watch([inside, .outside(.bound), .outside(.balance), inside]).exits == ExitCounts(bound: 1))
    let graver = watch([
      inside, .outside(.balance), .outside(.rank), .outside(.bound), inside, .outside(.bound),
    ])
    #expect(graver.exits == ExitCounts(rank: 1, bound: 1) && graver.reentries == 1)
    #expect(graver.standing == .outside(.bound))
    // What comes after the end is not counted, and before the entry there is nothing to leave.
    #expect(
      watch([inside, .outside(.balance), .outside(.rank)], follow: 1).exits
        == ExitCounts(balance: 1))
    #expect(watch([.outside(.rank), .outside(.balance)]).exits == ExitCounts())
  }

  @Test func stepsInsideDoNotHangOnTheCondition() {
    let one = watch([.inside(level: 1), .outside(.balance), .outside(.rank), .inside(level: 0)])
    let other = watch([.inside(level: 1), .outside(.rank), .outside(.rank), .inside(level: 0)])
    #expect(
      one.stepsInside(before: 10) == other.stepsInside(before: 10)
        && one.exits.total == other.exits.total)
  }
}
