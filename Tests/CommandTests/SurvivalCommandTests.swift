import Foundation
import Testing

/// `rankfall survival` from end to end.
@Suite struct SurvivalCommandTests {
  private static let data = """
    weeks,relapse,arm,seen,how
    9,1,Maintained,0,relapse
    13,1,Maintained,0,relapse
    13,0,Maintained,0,censored
    18,1,Maintained,2,relapse
    23,1,Maintained,0,other
    28,0,Maintained,0,censored
    31,1,Maintained,0,relapse
    34,1,Maintained,5,relapse
    45,0,Maintained,0,censored
    48,1,Maintained,0,other
    161,0,Maintained,0,censored
    5,1,Nonmaintained,0,relapse
    5,1,Nonmaintained,0,relapse
    8,1,Nonmaintained,0,relapse
    8,1,Nonmaintained,1,other
    12,1,Nonmaintained,0,relapse
    16,0,Nonmaintained,0,censored
    23,1,Nonmaintained,0,relapse
    27,1,Nonmaintained,0,relapse
    30,1,Nonmaintained,0,relapse
    33,1,Nonmaintained,0,relapse
    43,1,Nonmaintained,0,relapse
    45,1,Nonmaintained,0,relapse

    """

  private func table(_ json: Any, _ name: String) throws -> [[String: Any]] {
    try #require((json as? [String: Any])?[name] as? [[String: Any]])
  }

  @Test func publishedValuesComeOut() throws {
    try Program.inFolder { program in
      try program.write("aml.csv", Self.data)
      let result = try program.run(
        "survival", "aml.csv", "--time", "weeks", "--event", "relapse", "--group", "arm", "--format", "json")
      #expect(result.status == 0 && result.complaint.isEmpty, "\(result)")
      let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      let groups = try table(json, "summary")
      #expect(groups.map { $0["median"] as? Double } == [31, 23])
      #expect(groups.map { $0["events"] as? Int } == [7, 11])
      let logRank = try table(json, "tests")[0]
      #expect(abs((logRank["chi_square"] as? Double ?? 0) - 3.396389) < 1e-6)
    }
  }

  @Test(arguments: ["table", "csv", "json", "markdown", "latex"])
  func everyFormatSaysTheSame(format: String) throws {
    try Program.inFolder { program in
      try program.write("aml.csv", Self.data)
      let result = try program.run(
        "survival", "aml.csv", "--time", "weeks", "--event", "relapse", "--group", "arm", "--format", format)
      #expect(result.status == 0 && result.output.contains("Maintained") && result.output.contains("3.39"), "\(result)")
      #expect(!result.output.lowercased().split(whereSeparator: { !$0.isLetter }).contains("nan"))
    }
  }

  @Test func standardInputIsRead() throws {
    try Program.inFolder { program in
      try program.write("aml.csv", Self.data)
      let result = try program.shell("$R survival - --time weeks --event relapse --format csv < aml.csv")
      #expect(result.status == 0 && result.output.contains("all,23,18,5,"), "\(result)")
    }
  }

  @Test func theFolderHoldsEverythingAndIsTheSameAtAnyNumberOfThreads() throws {
    try Program.inFolder { program in
      try program.write("aml.csv", Self.data)
      for threads in ["1", "3"] {
        let result = try program.run(
          "survival", "aml.csv", "--time", "weeks", "--event", "relapse", "--group", "arm", "--cause", "how", "--laws",
          "--replicates", "20",
          "--threads", threads, "--output", "t\(threads)")
        #expect(result.status == 0 && result.complaint.isEmpty, "\(result)")
      }
      let (one, three) = (try program.contents("t1"), try program.contents("t3"))
      #expect(one == three)
      for name in ["survival", "incidence", "hazard", "law_quantiles"] {
        for ending in [".csv", ".gp", ".svg", ".png"] { #expect(one.keys.contains(name + ending), "\(name + ending)") }
      }
      for name in [
        "summary.csv", "tests.csv", "laws.csv", "plateau.csv", "gray.csv", "report.md", "report.tex", "report.json", "report.txt",
      ] {
        #expect(one.keys.contains(name), "\(name)")
      }
      let laws = try program.text("t1/laws.csv").split(separator: "\n")
      #expect(laws[0].hasSuffix(",reading") && laws.count { $0.contains(",smallest AIC") } == 2, "one for each group: \(laws)")
      // Files of somebody else are not touched.
      try program.write("mine.csv", "t,e\n1,1\n")
      let other = try program.shell(
        "mkdir mine && cp mine.csv mine/tests.csv && cp mine.csv mine/summary.csv && "
          + "$R survival mine/summary.csv --time t --event e --output mine")
      #expect(other.status == 1 && other.complaint.contains("is there already and is not of an earlier report"), "\(other)")
      #expect(try program.text("mine/summary.csv") == "t,e\n1,1\n" && program.text("mine/tests.csv") == "t,e\n1,1\n")
      // Tables of another question do not stay behind.
      let again = try program.run("survival", "aml.csv", "--time", "weeks", "--event", "relapse", "--output", "t1")
      #expect(again.status == 0)
      let left = Set(try program.contents("t1").keys)
      #expect(left.isDisjoint(with: ["tests.csv", "laws.csv", "incidence.csv", "hazard.png", "gray.csv"]), "\(left)")
    }
  }

  @Test func intervalsLateEntriesAndLandmarks() throws {
    try Program.inFolder { program in
      try program.write("aml.csv", Self.data)
      try program.write("log.csv", "last,first\n0,100\n100,200\n100,200\n200,300\n300,\n400,NA\n")
      let turnbull = try program.run("survival", "log.csv", "--time", "last", "--upper", "first", "--format", "csv")
      #expect(turnbull.status == 0 && turnbull.output.contains("\nall,100,200,0.333"), "\(turnbull)")
      let late = try program.run("survival", "aml.csv", "--time", "weeks", "--event", "relapse", "--start", "seen")
      // 678 weeks less the 8 before entries.
      #expect(late.status == 0 && late.output.contains("all    23      18         5") && late.output.contains(" 670 "), "\(late)")
      let emptied = try program.shell(
        "printf 't,e,s\\n2,1,0\\n9,1,3\\n8,0,4\\n' | $R survival - --time t --event e --start s --format markdown")
      #expect(
        emptied.status == 0 && emptied.output.contains("the curve is 0 from there on although others come later"), "\(emptied)")
      let landmark = try program.run("survival", "aml.csv", "--time", "weeks", "--event", "relapse", "--landmark", "12.5")
      #expect(landmark.status == 0 && landmark.output.contains("beyond the landmark 12.5"), "\(landmark)")
    }
  }

  @Test(
    arguments: [
      ("--time weeks", "one of --event, --cause and --upper is needed"),
      (
        "--time week --event relapse",
        "aml.csv: there is no column 'week'; the columns are 'weeks', 'relapse', 'arm', 'seen', 'how'"
      ),
      ("--time arm --event relapse", "aml.csv, line 2: column 'arm': 'Maintained' is not a number"),
      ("--time weeks --event arm", "aml.csv, line 2: column 'arm' has 'Maintained' where 1 (event) or 0 (censored) is needed"),
      ("--time weeks --event relapse --start weeks", "aml.csv, line 2: column 'weeks': '9' is refused"),
      ("--time weeks --event relapse --group arm --reference nobody", "there is no group 'nobody' to compare with"),
      ("--time weeks --event relapse --level 95", "confidence level 95.0 is refused"),
      ("--time weeks --event relapse --horizon=-1", "horizon -1.0 is refused"),
      ("--time weeks --event relapse --landmark 500", "landmark 500.0 is refused"),
      ("--time weeks --event relapse --quantiles 0.5,x", "--quantiles 0.5,x: numbers with commas between are needed"),
      ("--time weeks --event relapse --quantiles 0.5,.5", "--quantiles 0.5,.5: each probability is to be named once"),
      ("--time weeks --event seen=2 --cause how", "columns 'seen=2' and 'how' contradict each other, first in observation 1"),
      ("--time weeks --event relapse --quantiles 2", "probability 2.0 is refused"),
      ("--time weeks --event relapse --replicates 0", "0 bootstrap replicates are refused"),
      ("--time weeks --event relapse --format word", "word"),
      ("--time weeks --upper seen --event relapse", "--upper goes with --time, --start and --group"),
    ])
  func refusalsNameWhatIsWrong(options: String, complaint: String) throws {
    try Program.inFolder { program in
      try program.write("aml.csv", Self.data)
      let result = try program.shell("$R survival aml.csv \(options)")
      #expect(result.status == 2 && result.complaint.contains(complaint) && result.output.isEmpty, "\(result)")
    }
  }

  @Test(
    arguments: [
      "1,0\n2,0\n", "5,1\n", "5,0\n", "0,1\n", "0,0\n", "0,1\n0,1\n3,1\n", "3,1\n3,1\n3,1\n", "1e100,1\n1e-100,1\n",
      "1,1\n1e12,0\n",
    ])
  func smallestDataHaveAnswers(rows: String) throws {
    try Program.inFolder { program in
      let lines = rows.split(separator: "\n")
      try program.write("d.csv", "t,e,g,s\n" + lines.enumerated().map { "\($1),g\($0 % 2),s\($0 % 3)\n" }.joined())
      for options in [
        "", "--group g", "--group g --strata s", "--laws --replicates 5", "--group s --cause e --laws --replicates 5 --output out",
      ] {
        let result = try program.shell("$R survival d.csv --time t --event e \(options)")
        #expect(result.status == 0 && result.complaint.isEmpty, "\(rows.debugDescription) \(options): \(result)")
        #expect(
          !result.output.lowercased().split(whereSeparator: { !$0.isLetter }).contains { $0 == "nan" || $0 == "inf" },
          "\(result.output)")
      }
    }
  }
}
