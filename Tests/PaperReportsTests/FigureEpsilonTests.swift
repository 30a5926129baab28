import Chains
import TestKit
import Testing

@testable import PaperReports

@Suite("Figure 3") struct FigureEpsilonTests {
  /// A study of Figure 3 with three epsilon; the arms are sgd and gd of each in turn. The test
  /// errors of zeros are 100, 4 and 1.
  private static let study =
    FigureSample.annealing
    .replacing("at: [1000, 2000, 4000]", with: "at: [0, 1000, 4000]")
    .replacing("record: { every: 100, chains: 2 }\n", with: "")
    .replacing("[sgd]", with: "[sgd, gd]")
    + "sweep: { problem.two-by-two.epsilon: [0.1, 0.5, 1] }\n"
  private static let zeros = [100.0, 4, 1]

  /// 200 chains of one epsilon, of which `recovering[b]` recover it at branch b, and end at rank 1.
  private static func chains(_ place: Int, _ recovering: [Int], diverging: Int = 0)
    -> [ChainOutcome]
  {
    (0..<200).map { chain in
      let offshoots = zip([0, 1000, 4000], recovering).map { at, count in
        let isLow = chain < count
        let end = PathPoint(
          step: at + 100, fitError: 0, testError: zeros[place] * (isLow ? 0.01 : 0.8),
          singularValues: [2, isLow ? 0 : 1],
          rank: isLow ? 1 : 2, squaredNorms: [1, 1, 1], level: nil)
        return ChainRecord.Offshoot(at: at, points: [end], isDiverged: chain >= 200 - diverging)
      }
      return ChainOutcome(
        kind: .censored, time: 6000, collapseTime: nil, steps: 6000,
        record: ChainRecord(offshoots: offshoots))
    }
  }

  private static func answer(sgd: [[Int]], gd: [[Int]], diverging: Int = 0) throws -> FigureAnswer {
    let arms = zip(sgd, gd).enumerated().flatMap { place, pair in
      [chains(place, pair.0, diverging: diverging), chains(place, pair.1)]
    }
    return try FigureSample.answer(.fig3, study, arms)
  }

  private static func claims(sgd: [[Int]], gd: [[Int]]) throws -> [String: FigureClaim] {
    Dictionary(uniqueKeysWithValues: try answer(sgd: sgd, gd: gd).claims.map { ($0.key, $0) })
  }

  private static let printed = [[0, 0, 180], [0, 200, 200], [0, 200, 200]]
  private static let descending = [[0, 0, 0], [0, 0, 0], [0, 200, 200]]

  @Test("Chains that behave as printed uphold all claims") func holds() throws {
    let claims = try Self.claims(sgd: Self.printed, gd: Self.descending)
    #expect(claims.count == 4 && claims.values.allSatisfy { $0.verdict == .holds })
    #expect(claims["larger-t0"]?.estimate.value == 0.9)
    #expect(claims["larger-t0"]?.remark.contains("by t0: 0: none, 1000: 0.5, 4000: 0.1.") == true)
    #expect(claims["gd"]?.remark.contains("0.1: 200 of 200, 0.5: 200 of 200, 1: 0 of 200") == true)
    // They differ most at epsilon = 0.5: 1 against 0.
    #expect(claims["sgd-beyond-gd"]?.estimate.value == 1)
  }

  @Test(
    "Chains that recover it without noise refute the first claim, at the largest epsilon alone make a condition"
  ) func noNoise()
    throws
  {
    let always = try Self.claims(
      sgd: [[0, 0, 180], [100, 200, 200], [100, 200, 200]], gd: Self.descending)
    #expect(
      always["no-noise"]?.verdict == .doesNotReproduce && always["no-noise"]?.estimate.value == 0.5)
    #expect(always["no-noise"]?.remark.contains("at epsilon = 0.5, 1") == true)
    let largest = try Self.claims(
      sgd: [[0, 0, 180], [0, 200, 200], [100, 200, 200]], gd: Self.descending)
    #expect(largest["no-noise"]?.verdict == .holdsWithACondition)
  }

  @Test(
    "A larger t0 that gains nothing refutes the second claim, one that loses in between makes a condition"
  ) func times() throws {
    let flat = try Self.claims(
      sgd: [[0, 0, 0], [200, 200, 200], [200, 200, 200]], gd: Self.descending)
    #expect(flat["larger-t0"]?.verdict == .doesNotReproduce)
    let backward = try Self.claims(
      sgd: [[0, 160, 120], [0, 200, 200], [0, 200, 200]], gd: Self.descending)
    #expect(backward["larger-t0"]?.verdict == .holdsWithACondition)
    #expect(backward["larger-t0"]?.remark.contains("1 of 6 steps") == true)
  }

  @Test("Gradient descent that finds rank 1 refutes the claims about it") func descent() throws {
    let claims = try Self.claims(sgd: Self.printed, gd: Self.printed)
    #expect(claims["gd"]?.verdict == .doesNotReproduce && claims["gd"]?.estimate.value == 0.1)
    #expect(
      claims["sgd-beyond-gd"]?.verdict == .undecided && claims["sgd-beyond-gd"]?.estimate.value == 0
    )
    let better = try Self.claims(
      sgd: [[0, 0, 0], [0, 0, 0], [0, 0, 0]], gd: [[0, 200, 200], [0, 200, 200], [0, 200, 200]])
    #expect(better["sgd-beyond-gd"]?.verdict == .doesNotReproduce)
  }

  @Test("Offshoots that diverge, or are not there, count as failures and have no quantile")
  func diverged() throws {
    let answer = try Self.answer(
      sgd: [[200, 200, 200], [200, 200, 200], [200, 200, 200]], gd: Self.descending, diverging: 50)
    let cells = try #require(answer.tables.first { $0.name == "figure-cells" })
    #expect(cells.rows.count == 18)
    #expect(cells.rows[0][3] == .count(200) && cells.rows[0][4] == .count(50))
    guard case .estimate(let success) = cells.rows[0][8] else {
      throw FigureError.unknownFigure("", suggestion: nil)
    }
    #expect(success.value == 0.75)
  }

  /// A chain whose offshoots end at these ranks; nil is one that diverges.
  private static func chain(ranks: [Int?]) -> ChainOutcome {
    let offshoots = zip([0, 1000, 4000], ranks).map { at, rank in
      let end = PathPoint(
        step: at + 100, fitError: 0, testError: 1, singularValues: [2, 1], rank: rank ?? 2,
        squaredNorms: [1, 1, 1], level: nil)
      return ChainRecord.Offshoot(at: at, points: [end], isDiverged: rank == nil)
    }
    return ChainOutcome(
      kind: .censored, time: 6000, collapseTime: nil, steps: 6000,
      record: ChainRecord(offshoots: offshoots))
  }

  @Test("A chain of gradient descent that diverges does not end above rank 1, and is named")
  func divergedDescent() throws {
    let standing = Array(repeating: Self.chain(ranks: [2, 2, 2]), count: 150)
    let lost =
      Array(repeating: Self.chain(ranks: [2, 2, nil]), count: 30)
      + Array(repeating: Self.chain(ranks: [2, 2]), count: 20)
    let arms = (0..<6).map { $0 == 1 ? standing + lost : standing }
    let claims = try FigureSample.answer(.fig3, Self.study, arms).claims
    let claim = try #require(claims.first { $0.key == "gd" })
    #expect(
      claim.chains == 200 && claim.estimate.value == 0.75 && claim.verdict == .doesNotReproduce)
    #expect(
      claim.remark.contains("they diverge: 50 at epsilon = 0.1;")
        && !claim.remark.contains("large ridge"))
  }

  @Test("A collapse below the event's rank is no recovery, and is counted apart") func collapsed()
    throws
  {
    let chains =
      Array(repeating: Self.chain(ranks: [2, 1, 0]), count: 100)
      + Array(repeating: Self.chain(ranks: [2, 1, 1]), count: 50)
    let answer = try FigureSample.answer(.fig3, Self.study, Array(repeating: chains, count: 6))
    let rows = try #require(answer.tables.first { $0.name == "figure-cells" }).rows
    guard case .estimate(let atRank) = rows[2][9] else {
      throw FigureError.unknownFigure("", suggestion: nil)
    }
    #expect(atRank.value == 50.0 / 150 && rows[2][10] == .count(100))
    #expect(
      answer.claims.first { $0.key == "larger-t0" }?.remark.contains("below it: 100 chains") == true
    )
    #expect(answer.claims.first { $0.key == "gd" }?.estimate.value == 0)
  }

  @Test("Three chains do not tell what a larger t0 recovers") func few() throws {
    let chains = (0..<3).map { _ in Self.chain(ranks: [2, 2, 1]) }
    let claims = try FigureSample.answer(.fig3, Self.study, Array(repeating: chains, count: 6))
      .claims
    #expect(claims.count == 4)
    #expect(claims.filter { $0.key != "gd" }.allSatisfy { $0.verdict == .undecided })
  }

  @Test("The first and the last t0 are drawn, and not more than there are colours") func drawn() {
    #expect(EpsilonDrawing.drawn([0]) == [0])
    #expect(EpsilonDrawing.drawn([0, 1000, 4000]) == [0, 1, 2])
    let many = EpsilonDrawing.drawn(Array(0..<12))
    #expect(many.first == 0 && many.last == 11 && Set(many).count == 6)
  }

  @Test(
    "A study that lacks what the figure shows is refused in a sentence",
    arguments: [
      ("at: [0, 1000", "at: [500, 1000", "offshoots from step 0 on"),
      ("[sgd, gd]", "[sgd]", "chains of sgd and of gd"),
      ("[sgd, gd]", "[sgd, gd, sgd-shuffled]", "sgd and gd alone"),
      (
        "problem.two-by-two.epsilon: [0.1, 0.5, 1]", "network.depth: [3, 4]",
        "a sweep over problem.two-by-two.epsilon alone"
      ),
    ]) func refused(old: String, new: String, words: String) throws
  {
    let error = #expect(throws: FigureError.self) {
      try FigureSample.files(.fig3, Self.study.replacing(old, with: new)).check()
    }
    #expect(error?.description.contains(words) == true)
  }
}
