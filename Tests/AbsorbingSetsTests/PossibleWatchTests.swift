import AbsorbingSets
import Foundation
import TestKit
import Testing

/// What a chain has seen is always possible; what no chain can have seen is not.
@Suite struct PossibleWatchTests {
  @Test(arguments: [1, 32]) func whatIsSeenIsPossible(every: Int) throws {
    var numbers = TestNumbers(7)
    for rank in 0..<3 {
      for _ in 0..<50 {
        var watch = PassageWatch(rank: rank, horizon: 40 * every, follow: 60 * every)
        var (level, step): (Int?, Int) = (nil, 0)
        while step < watch.end {
          if numbers.next() % 3 == 0 {
            level = numbers.next() % 2 == 0 ? nil : Int(numbers.next() % UInt64(rank + 1))
          }
          if every == 1 {
            watch.observe(level: level, step: step)
          } else {
            watch.look(level: level, step: step, looks: 2)
          }
          // Also at the end of the span that the step lies in.
          #expect(watch.isPossible(at: step) && watch.isPossible(at: step + 31))
          #expect(
            try JSONDecoder().decode(PassageWatch.self, from: JSONEncoder().encode(watch)) == watch)
          step += every
        }
      }
    }
  }

  /// Ranks 1 and 0: in at 10, out at 15, in at 20 (in B_0 at 25), out at 30, in at 40; looked at in
  /// step 64.
  private func seen(_ changes: [String: Any] = [:], until last: Int = 40) throws -> PassageWatch {
    var watch = PassageWatch(rank: 1, horizon: 100, follow: 200)
    for (step, level) in [(10, 1), (15, nil), (20, 1), (25, 0), (30, nil), (40, 1)] as [(Int, Int?)]
    where step <= last {
      watch.observe(level: level, step: step)
    }
    let kept = try JSONSerialization.jsonObject(with: JSONEncoder().encode(watch)) as? [String: Any]
    let changed = try #require(kept).merging(changes) { $1 }
    return try JSONDecoder().decode(
      PassageWatch.self, from: JSONSerialization.data(withJSONObject: changed))
  }

  private func exits(_ count: Int) -> [String: Int] { ["rank": count, "bound": 0, "balance": 0] }

  @Test func whatNoChainHasSeenIsNot() throws {
    #expect(try seen().isPossible(at: 64) && seen().isPossible(at: 40))
    #expect(
      try !seen().isPossible(at: 39) && !seen().isPossible(at: -1) && !seen().isPossible(at: .max))
    let changes: [[String: Any]] = [
      ["exits": exits(-1)], ["exits": exits(0)], ["exits": exits(20)], ["exits": exits(.max)],
      ["exits": ["rank": 2, "bound": -1, "balance": 1]], ["broken": "rank"], ["level": 2],
      ["level": -1],
      ["stepsOfVisits": -1], ["stepsOfVisits": 1], ["stepsOfVisits": 29],
      ["stepsOfVisits": Int.max], ["visitStart": 9],
      ["visitStart": 65], ["visitStart": Int.min], ["sightings": -1], ["sightings": 66],
      ["sightings": Int.max],
      ["passages": [NSNull(), NSNull()]], ["passages": []],
      ["passages": [NSNull(), 41]], ["passages": [9, 10]], ["passages": [25, NSNull()]],
      ["passages": [65, 10]],
      ["passages": [25, -1]], ["horizon": 9], ["level": 0, "passages": [NSNull(), 10]],
    ]
    for change in changes {
      #expect(try !seen(change).isPossible(at: 64), "\(change)")
    }
    // Outside: the visit that began last is over.
    #expect(try seen(until: 30).isPossible(at: 30) && !seen(until: 30).isPossible(at: 24))
    #expect(try !seen(["stepsOfVisits": 20], until: 30).isPossible(at: 30))
    // Who is outside has broken something, and it is among the exits.
    #expect(try !seen(["broken": NSNull()], until: 30).isPossible(at: 30))
    #expect(try !seen(["broken": "balance"], until: 30).isPossible(at: 30))
    // One exit is one stay outside at most, and before an entry there is nothing.
    #expect(
      try !seen(["exits": exits(1)], until: 5).isPossible(at: 64)
        && !seen(["visitStart": 3], until: 5).isPossible(at: 64))
    #expect(try seen(until: 5).isPossible(at: 0) && seen(until: 10).isPossible(at: 10))
    #expect(try !seen(["visitStart": 11], until: 10).isPossible(at: 64))
  }
}
