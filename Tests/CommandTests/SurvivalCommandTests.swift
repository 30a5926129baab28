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
        "survival", "aml.csv", "--time", "weeks", "--event", "relapse", "--group", "arm",
        "--format", "json")
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
        "survival", "aml.csv", "--time", "weeks", "--event", "relapse", "--group", "arm",
        "--format", format)
      #expect(
        result.status == 0 && result.output.contains("Maintained")
          && result.output.contains("3.39"), "\(result)")
      #expect(!result.output.lowercased().split(whereSeparator: { !$0.isLetter }).contains("nan"))
    }
  }

  /// Labels that differ in one byte of Latin-1 were one group, with median 7.
  @Test func labelsOfOtherEncodingsStayApart() throws {
    try Program.inFolder { program in
      let rows =
        #"t,e,g\n1,1,\xe4\n2,1,\xe4\n3,1,\xe4\n4,1,\xe4\n10,1,\xf6\n11,1,\xf6\n12,1,\xf6\n13,0,\xf6\n"#
      let refused = try program.shell(
        "printf '\(rows)' | $R survival - --time t --event e --group g")
      #expect(refused.status == 2 && refused.output.isEmpty)
      #expect(
        refused.complaint.contains(
          "standard input, line 2: the byte 0xE4 in column 3 is not UTF-8"), "\(refused)")
      let read = try program.shell(
        "printf '\(rows)' | $R survival - --time t --event e --group g --encoding latin1 --format json"
      )
      #expect(read.status == 0, "\(read)")
      let json = try JSONSerialization.jsonObject(with: Data(read.output.utf8))
      #expect(try table(json, "summary").map { $0["median"] as? Double } == [2.5, 11.5])
      let logRank = try table(json, "tests")[0]
      #expect(abs((logRank["chi_square"] as? Double ?? 0) - 7.3444) < 5e-5)
      #expect(abs((logRank["p"] as? Double ?? 0) - 0.00673) < 5e-6)
    }
  }

  /// R: survfit(Surv(t, 1 - e) ~ g, conf.type = "log-log") and summary(survfit(Surv(t, e) ~ g),
  /// times = c(10, 30)).
  @Test func followUpAndChosenTimes() throws {
    try Program.inFolder { program in
      try program.write("aml.csv", Self.data)
      let result = try program.run(
        "survival", "aml.csv", "--time", "weeks", "--event", "relapse", "--group", "arm",
        "--group-order",
        "Nonmaintained,Maintained", "--at", "10,30,200", "--format", "json")
      #expect(result.status == 0, "\(result)")
      let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      let groups = try table(json, "summary")
      #expect(groups.map { $0["group"] as? String } == ["Nonmaintained", "Maintained"])
      #expect(
        groups[1]["follow_up"] as? Double == 103 && groups[1]["follow_up_lower"] as? Double == 13)
      #expect(
        groups[0]["follow_up"] as? Double == nil && groups[0]["follow_up_lower"] as? Double == 16)
      let rows = try table(json, "survival_at")
      #expect(rows.map { $0["time"] as? Double } == [10, 30, 200, 10, 30, 200])
      #expect(rows.map { $0["at_risk"] as? Int } == [8, 4, 0, 10, 5, 0])
      for (row, values) in zip(
        [rows[0], rows[1], rows[3], rows[4]],
        [
          [0.667, 0.3370, 0.860], [0.292, 0.0724, 0.561], [0.909, 0.508, 0.987],
          [0.614, 0.266, 0.835],
        ])
      {
        for (key, value) in zip(["survival", "survival_lower", "survival_upper"], values) {
          #expect(abs((row[key] as? Double ?? 9) - value) < 6e-4, "\(row) \(key)")
        }
      }
      #expect(rows[2]["survival"] as? Double == 0, "a curve that has come down to 0 stays there")
      #expect(rows[5]["survival"] is NSNull, "beyond the data")
    }
  }

  @Test func causesAreNamedInTheTableOfOutcomes() throws {
    try Program.inFolder { program in
      let result = try program.shell(
        "printf 't,c\\n1,2\\n2,2\\n3,0\\n4,2\\n' | $R survival - --time t --cause c --output out > text && cat out/outcomes.csv"
      )
      #expect(
        result.output == "group,cause,observations,of\nall,2,3,4\nall,censored,1,4\n", "\(result)")
    }
  }

  @Test func quantilesThatAreNearEachOtherHaveColumnsOfTheirOwn() throws {
    try Program.inFolder { program in
      try program.write("aml.csv", Self.data)
      let result = try program.run(
        "survival", "aml.csv", "--time", "weeks", "--event", "relapse", "--quantiles",
        "0.1234567890123,0.12345678901234,0.07,1e-12", "--format", "csv")
      #expect(result.status == 0, "\(result)")
      #expect(result.output.contains("\ngroup,q12.34567890123,"))
      #expect(result.output.contains(",q12.345678901234,") && result.output.contains(",q7,"))
      #expect(result.output.contains(",q0.0000000001,"), "\(result.output)")
    }
  }

  @Test func aHorizonFarBeyondTheDataKeepsTheError() throws {
    try Program.inFolder { program in
      try program.write("d.csv", "t,e\n1,1\n2,1\n5,1\n")
      func mean(_ horizon: String) throws -> [Any?] {
        let result = try program.run(
          "survival", "d.csv", "--time", "t", "--event", "e", "--horizon", horizon, "--format",
          "json")
        let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        let row = try table(json, "summary")[0]
        return [row["rmst"], row["rmst_se"]]
      }
      let (near, far) = (try mean("5"), try mean("1e200"))
      #expect(
        near.map { $0 as? Double } == far.map { $0 as? Double } && near[1] as? Double ?? 0 > 0.9)
    }
  }

  @Test func weightsAreRepeatedRows() throws {
    try Program.inFolder { program in
      try program.write("w.csv", "t,e,g,w\n1,1,a,2\n2,0,a,1\n3,1,b,3\n9,1,c,0\n")
      try program.write("r.csv", "t,e,g\n1,1,a\n1,1,a\n2,0,a\n3,1,b\n3,1,b\n3,1,b\n")
      let weighted = try program.run(
        "survival", "w.csv", "--time", "t", "--event", "e", "--group", "g", "--weight", "w",
        "--format", "csv")
      let repeated = try program.run(
        "survival", "r.csv", "--time", "t", "--event", "e", "--group", "g", "--format", "csv")
      let (one, two) = (
        weighted.output.split(separator: "# settings"),
        repeated.output.split(separator: "# settings")
      )
      #expect(weighted.status == 0 && one[0] == two[0])
      #expect(one[1].contains("weight,w\nrows,4\nrows of weight 0,1\n"), "\(one[1])")
    }
  }

  @Test func spreadsheetsSeeNoFormulas() throws {
    try Program.inFolder { program in
      try program.write("d.csv", "t,e,g\n1,1,=1+1\n2,1,-1\n3,1,@x\n4,0,plain\n")
      let safe = try program.run(
        "survival", "d.csv", "--time", "t", "--event", "e", "--group", "g", "--format", "csv",
        "--spreadsheet-safe", "--output",
        "out")
      #expect(safe.status == 0, "\(safe)")
      for text in [
        safe.output, try program.text("out/summary.csv"), try program.text("out/survival.csv"),
      ] {
        #expect(
          text.contains("\n'=1+1,") && text.contains("\n'@x,") && text.contains("\n-1,")
            && text.contains("\nplain,"))
        #expect(!text.contains("\n=") && !text.contains("\n@"))
      }
      let plain = try program.run(
        "survival", "d.csv", "--time", "t", "--event", "e", "--group", "g", "--format", "csv")
      #expect(plain.output.contains("\n=1+1,"))
    }
  }

  @Test func survivalAtChosenTimesOfIntervals() throws {
    try Program.inFolder { program in
      try program.write("log.csv", "last,first\n0,100\n100,200\n100,200\n200,300\n300,\nNA,100\n")
      let result = try program.run(
        "survival", "log.csv", "--time", "last", "--upper", "first", "--at", "100,150", "--format",
        "json")
      #expect(result.status == 0, "\(result)")
      let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      let rows = try table(json, "survival_at")
      func near(_ row: Int, _ key: String, _ value: Double) -> Bool {
        abs((rows[row][key] as? Double ?? 9) - value) < 1e-6
      }
      #expect(near(0, "least", 4.0 / 6) && near(0, "most", 4.0 / 6), "\(rows)")
      #expect(
        near(1, "least", 2.0 / 6) && near(1, "most", 4.0 / 6),
        "inside (100, 200] there are bounds: \(rows)")
    }
  }

  @Test func standardInputIsRead() throws {
    try Program.inFolder { program in
      try program.write("aml.csv", Self.data)
      let result = try program.shell(
        "$R survival - --time weeks --event relapse --format csv < aml.csv")
      #expect(result.status == 0 && result.output.contains("all,23,18,5,"), "\(result)")
    }
  }

  @Test func theFolderHoldsEverythingAndIsTheSameAtAnyNumberOfThreads() throws {
    try Program.inFolder { program in
      try program.write("aml.csv", Self.data)
      for threads in ["1", "3"] {
        let result = try program.run(
          "survival", "aml.csv", "--time", "weeks", "--event", "relapse", "--group", "arm",
          "--cause", "how", "--laws",
          "--replicates", "20",
          "--threads", threads, "--output", "t\(threads)")
        #expect(result.status == 0 && result.complaint.isEmpty, "\(result)")
      }
      let (one, three) = (try program.contents("t1"), try program.contents("t3"))
      #expect(one == three)
      for name in ["survival", "incidence", "hazard", "law_quantiles"] {
        for ending in [".csv", ".gp", ".svg", ".png"] {
          #expect(one.keys.contains(name + ending), "\(name + ending)")
        }
      }
      for name in [
        "summary.csv", "tests.csv", "laws.csv", "plateau.csv", "gray.csv", "report.md",
        "report.tex", "report.json", "report.txt",
      ] {
        #expect(one.keys.contains(name), "\(name)")
      }
      let laws = try program.text("t1/laws.csv").split(separator: "\n")
      #expect(
        laws[0].hasSuffix(",reading") && laws.count { $0.contains(",smallest AIC") } == 2,
        "one for each group: \(laws)")
      // Files of somebody else are not touched.
      try program.write("mine.csv", "t,e\n1,1\n")
      let other = try program.shell(
        "mkdir mine && cp mine.csv mine/tests.csv && cp mine.csv mine/summary.csv && "
          + "$R survival mine/summary.csv --time t --event e --output mine")
      #expect(
        other.status == 1
          && other.complaint.contains("is there already and is not of an earlier report"),
        "\(other)")
      #expect(
        try program.text("mine/summary.csv") == "t,e\n1,1\n"
          && program.text("mine/tests.csv") == "t,e\n1,1\n")
      // Tables of another question do not stay behind.
      let again = try program.run(
        "survival", "aml.csv", "--time", "weeks", "--event", "relapse", "--output", "t1")
      #expect(again.status == 0)
      let left = Set(try program.contents("t1").keys)
      #expect(
        left.isDisjoint(with: ["tests.csv", "laws.csv", "incidence.csv", "hazard.png", "gray.csv"]),
        "\(left)")
    }
  }

  @Test func intervalsLateEntriesAndLandmarks() throws {
    try Program.inFolder { program in
      try program.write("aml.csv", Self.data)
      try program.write("log.csv", "last,first\n0,100\n100,200\n100,200\n200,300\n300,\n400,NA\n")
      let turnbull = try program.run(
        "survival", "log.csv", "--time", "last", "--upper", "first", "--format", "csv")
      #expect(
        turnbull.status == 0 && turnbull.output.contains("\nall,100,200,0.333"), "\(turnbull)")
      let late = try program.run(
        "survival", "aml.csv", "--time", "weeks", "--event", "relapse", "--start", "seen")
      // 678 weeks less the 8 before entries.
      #expect(
        late.status == 0 && late.output.contains("all    23      18         5")
          && late.output.contains(" 670 "), "\(late)")
      let emptied = try program.shell(
        "printf 't,e,s\\n2,1,0\\n9,1,3\\n8,0,4\\n' | $R survival - --time t --event e --start s --format markdown"
      )
      #expect(
        emptied.status == 0
          && emptied.output.contains("the curve is 0 from there on although others come later"),
        "\(emptied)")
      let landmark = try program.run(
        "survival", "aml.csv", "--time", "weeks", "--event", "relapse", "--landmark", "12.5")
      #expect(
        landmark.status == 0 && landmark.output.contains("beyond the landmark 12.5"), "\(landmark)")
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
      (
        "--time weeks --event arm",
        "aml.csv, line 2: column 'arm' has 'Maintained' where 1 (event) or 0 (censored) is needed"
      ),
      (
        "--time weeks --event relapse --start weeks",
        "aml.csv, line 2: column 'weeks': '9' is refused"
      ),
      (
        "--time weeks --event relapse --group arm --reference nobody",
        "there is no group 'nobody' to compare with"
      ),
      ("--time weeks --event relapse --level 95", "confidence level 95.0 is refused"),
      ("--time weeks --event relapse --horizon=-1", "horizon -1.0 is refused"),
      ("--time weeks --event relapse --landmark 500", "landmark 500.0 is refused"),
      (
        "--time weeks --event relapse --quantiles 0.5,x",
        "'x' is not a decimal number, such as 0.5 or 1e-3"
      ),
      ("--time weeks --event relapse --quantiles 0.5,.5", "each number is to be named once"),
      ("--time weeks --event relapse --horizon 0x10", "'0x10' is not a decimal number"),
      (
        "--time weeks --event relapse --landmark 1e-400",
        "'1e-400' is too near to 0 to be told from it"
      ),
      ("--time weeks --event relapse --horizon -1", "horizon -1.0 is refused"),
      ("--time weeks --event relapse --at -1", "time -1.0 to look at is refused"),
      (
        "--time weeks --event relapse --output ''",
        "--output: a path is needed, and this one is empty"
      ),
      (
        "--time weeks --event relapse --strata arm",
        "--strata has no effect here: groups are compared within strata"
      ),
      ("--time weeks --event relapse --reference x", "--reference has no effect here"),
      ("--time weeks --event relapse --group-order a,b", "--group-order has no effect here"),
      ("--time seen --upper weeks --reference x", "--reference has no effect here"),
      (
        "--time seen --upper weeks --group arm --reference x",
        "--reference has no effect here: with --upper, groups are not compared"
      ),
      (
        "--time weeks --upper weeks --start seen --laws --replicates 2 --at 3",
        "--at and --quantiles have no effect here"
      ),
      ("--time seen --upper weeks --horizon 3", "--horizon has no effect here"),
      ("--time seen --upper weeks --interval log", "--interval has no effect here"),
      (
        "--time seen --upper weeks --missing-is-censored",
        "--missing-is-censored has no effect here"
      ),
      ("--time weeks --event relapse --replicates 9", "--replicates has no effect here"),
      ("--time weeks --event relapse --seed 9", "--seed has no effect here"),
      ("--time weeks --event relapse --threads 1", "--threads has no effect here"),
      ("--time weeks --event relapse --spreadsheet-safe", "--spreadsheet-safe has no effect here"),
      (
        "--time weeks --event relapse --group arm --group-order Maintained",
        "it leaves out 'Nonmaintained'"
      ),
      (
        "--time weeks --event seen=2 --cause how",
        "columns 'seen=2' and 'how' contradict each other, first in observation 1"
      ),
      ("--time weeks --event relapse --quantiles 2", "probability 2.0 is refused"),
      ("--time weeks --event relapse --laws --replicates 0", "0 bootstrap replicates are refused"),
      ("--time weeks --event relapse --format word", "word"),
      (
        "--time weeks --upper seen --event relapse", "--upper goes with --time, --start and --group"
      ),
    ])
  func refusalsNameWhatIsWrong(options: String, complaint: String) throws {
    try Program.inFolder { program in
      try program.write("aml.csv", Self.data)
      let result = try program.shell("$R survival aml.csv \(options)")
      #expect(
        result.status == 2 && result.complaint.contains(complaint) && result.output.isEmpty,
        "\(result)")
    }
  }

  @Test(
    arguments: [
      "1,0\n2,0\n", "5,1\n", "5,0\n", "0,1\n", "0,0\n", "0,1\n0,1\n3,1\n", "3,1\n3,1\n3,1\n",
      "1e100,1\n1e-100,1\n",
      "1,1\n1e12,0\n",
    ])
  func smallestDataHaveAnswers(rows: String) throws {
    try Program.inFolder { program in
      let lines = rows.split(separator: "\n")
      try program.write(
        "d.csv", "t,e,g,s\n" + lines.enumerated().map { "\($1),g\($0 % 2),s\($0 % 3)\n" }.joined())
      for options in [
        "", "--group g", "--group g --strata s", "--laws --replicates 5",
        "--group s --cause e --laws --replicates 5 --output out",
      ] {
        let result = try program.shell("$R survival d.csv --time t --event e \(options)")
        #expect(
          result.status == 0 && result.complaint.isEmpty,
          "\(rows.debugDescription) \(options): \(result)")
        #expect(
          !result.output.lowercased().split(whereSeparator: { !$0.isLetter }).contains {
            $0 == "nan" || $0 == "inf"
          },
          "\(result.output)")
      }
    }
  }
}
