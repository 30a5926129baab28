import Foundation
import Testing

@testable import SurvivalReports

@Suite("Data files")
struct DataFileTests {
  private static let timeWanted = "a time from 0 up is needed, with a unit that keeps it from 1e-100 to 1e100"

  private func read(_ text: String, _ columns: ColumnNames) throws(DataError) -> SurvivalData {
    try SurvivalData(text: try DelimitedText(data: Data(text.utf8), file: "d.csv"), columns: columns)
  }

  private func problem(_ text: String, _ columns: ColumnNames = ColumnNames(time: "t", event: "e")) -> String {
    do {
      _ = try read(text, columns)
      return "accepted"
    } catch {
      return error.description
    }
  }

  @Test("Times, events, starts, groups, strata and causes are read, with columns in any order")
  func columns() throws {
    let data = try read(
      "arm,cause,t,from,e,block\nb,1,5,0,1,10\na,2,7.25,1.5,TRUE,9\nb,,3e2,0,0,10\n",
      ColumnNames(time: "t", event: "e", start: "from", group: "arm", strata: "block", cause: "cause"))
    #expect(data.times == [5, 7.25, 300])
    #expect(data.observed == [true, true, false])
    #expect(data.entries == [0, 1.5, 0])
    #expect(data.groups == LabelColumn(codes: [1, 0, 1], names: ["a", "b"]))
    #expect(
      data.strata == LabelColumn(codes: [1, 0, 1], names: ["9", "10"]), "labels that are numbers are in the order of numbers")
    #expect(data.causes == LabelColumn(codes: [1, 2, 0], names: ["censored", "1", "2"]))
    #expect(data.uppers == nil)
  }

  @Test("Intervals: an empty, NA or infinite upper end means not by the end; starts that are all 0 are none")
  func intervals() throws {
    let data = try read("t,u,s\n0,100,0\n100,,0\n200,NA,0\n300,inf,0\n50,50,0\n", ColumnNames(time: "t", start: "s", upper: "u"))
    #expect(data.uppers == [100, .infinity, .infinity, .infinity, 50])
    #expect(data.observed == [true, false, false, false, true])
    #expect(data.entries == nil)
  }

  @Test("Tabs, semicolons, quotes, carriage returns, a byte order mark, empty lines, spaces and no last line end")
  func dialects() throws {
    let expected = LabelColumn(codes: [1, 0], names: ["a, \"b\"", "c"])
    for text in [
      "t,e,g\n1,1,c\n2,0,\"a, \"\"b\"\"\"\n", "\u{FEFF}t\te\tg\r\n1\t1\tc\r\n\r\n2\t0\t\"a, \"\"b\"\"\"",
      "\n\n t ;e; g\n 1 ;1;c \n2;0;\"a, \"\"b\"\"\"\n\n",
    ] {
      let data = try read(text, ColumnNames(time: "t", event: "e", group: "g"))
      #expect(data.times == [1, 2] && data.observed == [true, false] && data.groups == expected, "\(text.debugDescription)")
    }
  }

  @Test("A value of a column may be the event; a column may have that name")
  func eventValue() throws {
    let text = "t,how,how=entered\n1,entered,0\n2,censored,1\n"
    #expect(try read("t,how\n1,entered\n2,censored\n", ColumnNames(time: "t", event: "how=entered")).observed == [true, false])
    #expect(try read(text, ColumnNames(time: "t", event: "how=entered")).observed == [false, true])
    #expect(
      problem("t,how\n1,entered\n", ColumnNames(time: "t", event: "how=entred"))
        == "d.csv: column 'how' never has the value 'entred'; its values are 'entered'")
  }

  @Test("Numbers are the nearest doubles, as Double reads them")
  func numbers() throws {
    var state: UInt64 = 12345
    func random() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    var texts = [
      "0", "0.1", "1e5", "1E-3", "+4", ".5", "7.", "9007199254740993", "123456789012345678", "0.000000000000000001", "1e99",
    ]
    for _ in 0..<2000 { texts.append("\(random() % 1_000_000_000).\(random())") }
    for text in texts {
      let data = try read("t,e\n\(text),1\n", ColumnNames(time: "t", event: "e"))
      #expect(data.times == [try #require(Double(text))], "\(text)")
    }
  }

  @Test(
    "What is wrong is said with file and line",
    arguments: [
      ("", "d.csv: the file is empty; a line with the names of the columns, then one line for each observation, are needed"),
      ("t,e\n", "d.csv: there is a header but no observation below it"),
      ("t,x\n1,1\n", "d.csv: there is no column 'e'; the columns are 't', 'x'"),
      ("t,e,e\n1,1,1\n", "d.csv: there are 2 columns 'e'; each name must stand once"),
      ("t,e\n1,1\n2\n", "d.csv, line 3: 1 cell where the header names 2 columns"),
      ("t,e\n1,1,4\n", "d.csv, line 2: 3 cells where the header names 2 columns"),
      ("t,e\nfive,1\n", "d.csv, line 2: column 't': 'five' is not a number"),
      ("t,e\n,1\n", "d.csv, line 2: column 't': an empty cell is not a number"),
      ("t,e\nNaN,1\n", "d.csv, line 2: column 't': 'NaN' is not a number"),
      ("t,e\n0x10,1\n", "d.csv, line 2: column 't': '0x10' is not a number"),
      ("t,e\n1.2.3,1\n", "d.csv, line 2: column 't': '1.2.3' is not a number"),
      ("t,e\n2\u{0}99,1\n", "d.csv, line 2: column 't': '2?99' is not a number"),
      ("t,e\n.,1\n", "d.csv, line 2: column 't': '.' is not a number"),
      ("t,e\n-1,1\n", "d.csv, line 2: column 't': '-1' is refused; " + Self.timeWanted),
      ("t,e\ninf,1\n", "d.csv, line 2: column 't': 'inf' is refused; " + Self.timeWanted),
      ("t,e\n1e400,1\n", "d.csv, line 2: column 't': '1e400' is refused; " + Self.timeWanted),
      (
        "t,e\n\n1,1\n\n2,\n",
        "d.csv, line 5: column 'e' has an empty cell where 1 (event) or 0 (censored) is needed; "
          + "to count one value as the event, write --event e=VALUE"
      ),
      ("t,e\n1,\"1\n", "d.csv, line 2: a quote is opened and never closed"),
      ("t,e\n1,\"1\"x\n", "d.csv, line 2: text after the closing quote of a cell; a quote inside a quoted cell is written twice"),
      (
        "t,e\n1,\u{1B}[31m\n",
        "d.csv, line 2: column 'e' has '?[31m' where 1 (event) or 0 (censored) is needed; "
          + "to count one value as the event, write --event e=VALUE"
      ),
    ])
  func refusals(text: String, expected: String) {
    #expect(problem(text) == expected)
  }

  @Test("Starts after stops, intervals upside down and too many groups are refused")
  func moreRefusals() {
    #expect(
      problem("t,e,s\n5,1,5\n", ColumnNames(time: "t", event: "e", start: "s"))
        == "d.csv, line 2: column 's': '5' is refused; a start from 0 up and before the time 5.0 is needed")
    #expect(
      problem("t,u\n5,4\n", ColumnNames(time: "t", upper: "u"))
        == "d.csv, line 2: column 'u': '4' is below the time 5.0; an interval (time, upper] ends at or after its time")
    #expect(
      problem("t,e,g\n1,1,a\n2,1,\n", ColumnNames(time: "t", event: "e", group: "g"))
        == "d.csv, line 3: column 'g': an empty cell needs a label")
    let many = "t,e,g\n" + (0..<101).map { "1,1,g\($0)\n" }.joined()
    #expect(
      problem(many, ColumnNames(time: "t", event: "e", group: "g"))
        == "d.csv: column 'g' has 101 different values; at most 100 groups are compared")
  }

  @Test("Lines are counted through quoted line ends")
  func quotedLineEnds() {
    #expect(
      problem("t,e,note\n1,1,\"two\nlines\"\nx,1,\n")
        == "d.csv, line 4: column 't': 'x' is not a number")
  }

  @Test("Files that are not there, and folders, are refused")
  func paths() {
    #expect(throws: DataError(file: "/no/such/file.csv", line: nil, problem: "there is no such file")) {
      try SurvivalData(path: "/no/such/file.csv", columns: ColumnNames(time: "t"))
    }
    #expect(throws: DataError(file: "/", line: nil, problem: "this is a folder; a CSV file is needed")) {
      try SurvivalData(path: "/", columns: ColumnNames(time: "t"))
    }
  }
}
