import Chains
import Foundation
import Studies
import Testing

@testable import PaperReports

@Suite("Regimes") struct RegimesTests {
  private typealias Sample = RegimesSample

  @Test("What a chain did")
  func ofAChain() {
    #expect(Regime(Sample.censored) == .stays)
    #expect(Regime(Sample.diverged) == .diverges)
    #expect(Regime(Sample.entered(5)) == .enters)
    #expect(Regime(Sample.entered(5, collapse: 5)) == .collapses)
    #expect(Regime(Sample.entered(5, diverges: true)) == .diverges)
    #expect(Regime(Sample.entered(5, collapse: 50, diverges: true)) == .diverges)
  }

  @Test("regimes.csv by hand: words, shares with exact intervals, medians of entries")
  func table() throws {
    let files = try Sample.files(of: Sample.study())
    #expect(
      Set(files.keys) == ["regimes.csv", "regimes.md", "regimes.gp", "regimes.svg", "regimes.png"])
    let rows = String(decoding: files["regimes.csv"] ?? Data(), as: UTF8.self).split(
      separator: "\n"
    ).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let keys = try #require(rows.first)
    func column(_ key: String) throws -> [String] {
      let place = try #require(keys.firstIndex(of: key))
      return rows.dropFirst().map { $0[place] }
    }
    // Blocks one after the other: the four cells of sgd, then those of gd.
    #expect(try column("arm") == ["0", "2", "4", "6", "1", "3", "5", "7"])
    #expect(
      try column("dynamics") == Array(repeating: "sgd", count: 4) + Array(repeating: "gd", count: 4)
    )
    #expect(try column("eta") == ["0.1", "0.1", "0.4", "0.4", "0.1", "0.1", "0.4", "0.4"])
    #expect(try column("lambda") == ["0.05", "0.2", "0.05", "0.2", "0.05", "0.2", "0.05", "0.2"])
    // Without noise most chains enter at (0.1, 0.2): a slide; at (0.4, 0.2) two of four do, and of
    // equals the first is named.
    #expect(
      try column("regime") == [
        "stays", "slides", "jumps", "collapses", "stays", "slides", "stays", "stays",
      ])
    #expect(try column("share") == ["0.75", "1", "0.5", "0.5", "1", "1", "1", "0.5"])
    #expect(try column("majority") == ["yes", "yes", "no", "no", "yes", "yes", "yes", "no"])
    // Four of four chains leave an interval from 0.398 on: nothing is certain with so few.
    #expect(try column("certain") == Array(repeating: "no", count: 8))
    #expect(try column("stays") == ["0.75", "0", "0.25", "0", "1", "0", "1", "0.5"])
    #expect(try column("enters") == ["0.25", "1", "0.5", "0", "0", "1", "0", "0.5"])
    #expect(try column("collapses") == ["0", "0", "0", "0.5", "0", "0", "0", "0"])
    #expect(try column("diverges") == ["0", "0", "0.25", "0.5", "0", "0", "0", "0"])
    #expect(try column("gd_enters") == ["0", "1", "0", "0.5", "0", "1", "0", "0.5"])
    #expect(try column("exits") == ["0", "0", "2", "0", "0", "0", "0", "0"])
    // Kaplan and Meier: exactly 1/2 between 1200 and 1400, and the middle of that; after a
    // divergence at 700 2/3 at 900 and 1/3 at 1100; 1/2 between 620 and 640.
    #expect(try column("median").prefix(6) == ["", "1300", "1100", "630", "", "1500"])
    // Clopper and Pearson for 4 of 4: 0.025^(1/4).
    let lower = try #require(Double(try column("share_lower")[1]))
    #expect(abs(lower - 0.3976353643835254) < 1e-12)
  }

  @Test("regimes.md has a grid for each block, from the largest learning rate down")
  func prose() throws {
    let text = String(
      decoding: try Sample.files(of: Sample.study())["regimes.md"] ?? Data(), as: UTF8.self)
    #expect(text.contains("| 0.1 | stays, 75 % (19 to 99) | slides 1300 (40 to 100) |"), "\(text)")
    #expect(
      text.contains("| sgd | 1 | 1 | 1 | 1 | 0 | 2 | 2 |")
        && text.contains("| gd | 3 | 0 | 1 | 0 | 0 | 1 | 3 |"), "\(text)")
    let (high, low) = (
      try #require(text.range(of: "\n| 0.4 |")), try #require(text.range(of: "\n| 0.1 |"))
    )
    #expect(high.lowerBound < low.lowerBound)
    #expect(text.contains("6000 steps, and 100 more after an entry"))
  }

  @Test(
    "The map reads the table by its columns, draws a panel a block, and is the same to the byte")
  func picture() throws {
    let (first, second) = (
      try Sample.files(of: Sample.study()), try Sample.files(of: Sample.study())
    )
    #expect(first == second)
    let program = String(decoding: first["regimes.gp"] ?? Data(), as: UTF8.self)
    for line in [
      "table = 'regimes.csv'", "array xs[2] = [0.05, 0.2]", "array ys[2] = [0.1, 0.4]",
      "array kinds[5] = ['stays', 'jumps', 'slides', 'collapses', 'diverges']",
      "every ::0::3 using", "every ::4::7 using",
      "kind(strcol(6))",
    ] {
      #expect(program.contains(line), "\(line)")
    }
  }

  @Test("Without gd entries are jumps; one cell is a map; other keys make blocks")
  func otherStudies() throws {
    let alone = try Sample.study(
      sweep: "{ schedule.1.eta: [0.1], schedule.1.lambda: [0.2] }", dynamics: "[sgd]")
    let files = try Sample.files(of: alone) { _, visit in try visit(0, Sample.entered(700)) }
    let text = String(decoding: files["regimes.csv"] ?? Data(), as: UTF8.self)
    #expect(text.contains("0,sgd,0.1,0.2,1,jumps,1,") && text.hasSuffix(",0,,,\n"), "\(text)")
    let blocks = try RegimeGrid(
      Sample.study(
        sweep: "{ network.depth: [3, 4], schedule.1.lambda: [0.1, 0.05], schedule.1.eta: [0.2] }",
        dynamics: "[sgd]")
    ).blocks
    #expect(blocks.map(\.name) == ["sgd, network.depth = 3", "sgd, network.depth = 4"])
    #expect(blocks.map { $0.places.map(\.lambda) } == [[0.05, 0.1], [0.05, 0.1]])
    #expect(blocks.map { $0.places.map(\.arm) } == [[1, 0], [3, 2]])
  }

  @Test("An arm without chains is an empty cell")
  func noChains() throws {
    let files = try Sample.files(of: Sample.study()) { _, _ in }
    #expect(
      String(decoding: files["regimes.csv"] ?? Data(), as: UTF8.self).contains("0,sgd,0.1,0.05,0,,")
    )
    #expect(
      String(decoding: files["regimes.md"] ?? Data(), as: UTF8.self).contains("| no chains |"))
  }

  @Test(
    "Studies that have no such grid are refused in a sentence",
    arguments: [
      (
        nil, 100,
        "sample.yaml: sweep: a map of regimes needs a key that ends in '.eta', such as schedule.1.eta; this study sweeps nothing"
      ),
      (
        "{ schedule.1.eta: [0.1], network.depth: [3] }", 100,
        "sample.yaml: sweep: a map of regimes needs a key that ends in '.lambda', such as schedule.1.lambda; this study sweeps schedule.1.eta, "
          + "network.depth"
      ),
      (
        RegimesSample.sweep, 0,
        "sample.yaml: event.follow: expected at least 1: whether a chain collapses shows only while it is followed after its entry, found 0"
      ),
      (
        "{ schedule.1.eta: [0.1], schedule.0.lambda: [0.1], schedule.1.lambda: [0.1, 0.2] }", 100,
        "sample.yaml: sweep: schedule.0.lambda and schedule.1.lambda have different values in arm 2; a map has one axis for them, so "
          + "sweep one of them, or list points in which they are equal"
      ),
      (
        "{ schedule.1.eta: [0.1, 0.10], schedule.1.lambda: [0.1] }", 100,
        "sample.yaml: sweep: arms 0 and 2 have the same learning rate and ridge; expected each cell of the map once"
      ),
    ] as [(String?, Int, String)])
  func refusals(sweep: String?, follow: Int, message: String) throws {
    let study = try Sample.study(sweep: sweep, follow: follow)
    #expect(throws: StudyError.self) { try RegimeReport(study: study, plan: study.plan()) }
    do {
      _ = try RegimeReport(study: study, plan: study.plan())
    } catch {
      #expect("\(error)" == message)
    }
  }
}
