import DataFiles
import Foundation
import Testing

@testable import SurvivalReports

@Suite("Data files")
struct DataFileTests {
  private static let timeWanted =
    "a time from 0 up is needed, with a unit that keeps it from 1e-100 to 1e100"

  private func read(
    _ text: String, _ columns: ColumnNames, _ rules: ReadingRules = ReadingRules()
  ) throws(DataError) -> SurvivalData {
    let text = try DelimitedText(data: Data(text.utf8), file: "d.csv")
    return try SurvivalData(text: text, columns: columns, rules: rules)
  }

  private func problem(
    _ text: String, _ columns: ColumnNames = ColumnNames(time: "t", event: "e"),
    _ rules: ReadingRules = ReadingRules()
  ) -> String {
    do {
      _ = try read(text, columns, rules)
      return "accepted"
    } catch {
      return error.description
    }
  }

  @Test("Times, events, starts, groups, strata and causes are read, with columns in any order")
  func columns() throws {
    let data = try read(
      "arm,cause,t,from,e,block\nb,1,5,0,1,10\na,2,7.25,1.5,TRUE,9\nb,,3e2,0,0,10\n",
      ColumnNames(
        time: "t", event: "e", start: "from", group: "arm", strata: "block", cause: "cause"))
    #expect(data.times == [5, 7.25, 300])
    #expect(data.observed == [true, true, false])
    #expect(data.entries == [0, 1.5, 0])
    #expect(data.groups == LabelColumn(codes: [1, 0, 1], names: ["a", "b"]))
    #expect(
      data.strata == LabelColumn(codes: [1, 0, 1], names: ["9", "10"]),
      "labels that are numbers are in the order of numbers")
    #expect(data.causes == LabelColumn(codes: [1, 2, 0], names: ["censored", "1", "2"]))
    #expect(data.uppers == nil)
  }

  @Test(
    "Intervals: an empty, NA or infinite upper end means not by the end; starts that are all 0 are none"
  )
  func intervals() throws {
    let data = try read(
      "t,u,s\n0,100,0\n100,,0\n200,NA,0\n300,inf,0\n50,50,0\n",
      ColumnNames(time: "t", start: "s", upper: "u"))
    #expect(data.uppers == [100, .infinity, .infinity, .infinity, 50])
    #expect(data.observed == [true, false, false, false, true])
    #expect(data.entries == nil)
  }

  @Test(
    "Tabs, semicolons, quotes, carriage returns, a byte order mark, empty lines, spaces and no last line end"
  )
  func dialects() throws {
    let expected = LabelColumn(codes: [1, 0], names: ["a, \"b\"", "c"])
    for text in [
      "t,e,g\n1,1,c\n2,0,\"a, \"\"b\"\"\"\n",
      "\u{FEFF}t\te\tg\r\n1\t1\tc\r\n\r\n2\t0\t\"a, \"\"b\"\"\"",
      "\n\n t ;e; g\n 1 ;1;c \n2;0;\"a, \"\"b\"\"\"\n\n",
    ] {
      let data = try read(text, ColumnNames(time: "t", event: "e", group: "g"))
      #expect(
        data.times == [1, 2] && data.observed == [true, false] && data.groups == expected,
        "\(text.debugDescription)")
    }
  }

  @Test("A value of a column may be the event; a column may have that name")
  func eventValue() throws {
    let text = "t,how,how=entered\n1,entered,0\n2,censored,1\n"
    #expect(
      try read("t,how\n1,entered\n2,censored\n", ColumnNames(time: "t", event: "how=entered"))
        .observed == [true, false])
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
      "0", "0.1", "1e5", "1E-3", "+4", ".5", "7.", "9007199254740992", "123456789012345680",
      "0.000000000000000001", "1e99",
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
      (
        "",
        "d.csv: the file is empty; a line with the names of the columns, then one line for each observation, are needed"
      ),
      ("t,e\n", "d.csv: there is a header but no observation below it"),
      ("t,x\n1,1\n", "d.csv: there is no column 'e'; the columns are 't', 'x'"),
      ("t,e,e\n1,1,1\n", "d.csv: there are 2 columns 'e'; each name must stand once"),
      ("t,e\n1,1\n2\n", "d.csv, line 3: 1 cell where the header names 2 columns"),
      ("t,e\n1,1,4\n", "d.csv, line 2: 3 cells where the header names 2 columns"),
      ("t,e\nfive,1\n", "d.csv, line 2: column 't': 'five' is not a number"),
      ("t,e\n,1\n", "d.csv, line 2: column 't': an empty cell is not a number"),
      ("t,e\nNaN,1\n", "d.csv, line 2: column 't': 'NaN' is not a number"),
      ("t,e\n0x10,1\n", "d.csv, line 2: column 't': '0x10' is not a number"),
      (
        "t;e\n1,5;1\n",
        "d.csv, line 2: column 't': '1,5' is not a number; decimals have a point here"
      ),
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
      (
        "t,e\n1,\"1\"x\n",
        "d.csv, line 2: text after the closing quote of a cell; a quote inside a quoted cell is written twice"
      ),
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
        == "d.csv, line 2: column 's': '5' is refused; a start from 0 up and before the time 5.0 is needed"
    )
    #expect(
      problem("t,u\n5,4\n", ColumnNames(time: "t", upper: "u"))
        == "d.csv, line 2: column 'u': '4' is below the time 5.0; an interval (time, upper] ends at or after its time"
    )
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

  @Test(
    "Bytes that are not UTF-8 are refused with line and column, and read where their encoding is named"
  )
  func encodings() throws {
    let rows = [("1", "\u{E4}"), ("2", "\u{E4}"), ("3", "\u{F6}")]
    let text = "t,e,g\n" + rows.map { "\($0.0),1,\($0.1)\n" }.joined()
    let latin1 = try #require(text.data(using: .isoLatin1))
    #expect(
      throws: DataError(
        file: "d.csv", line: 2,
        problem: "the byte 0xE4 in column 3 is not UTF-8; "
          + "--encoding names another encoding: utf-16, latin1 or windows-1252")
    ) {
      try DelimitedText(data: latin1, file: "d.csv")
    }
    let wide = [String.Encoding.utf16LittleEndian, .utf16BigEndian]
    let mark = "\u{FEFF}"
    var copies: [(Data, TextEncoding)] = [
      (latin1, .latin1), (latin1, .windows1252), (Data(text.utf8), .utf8),
      (Data((mark + text).utf8), .utf8),
    ]
    for encoding in wide {
      for text in [text, mark + text] {
        copies.append((try #require(text.data(using: encoding)), .utf16))
      }
    }
    for (data, encoding) in copies {
      let file = try DelimitedText(data: data, file: "d.csv", encoding: encoding)
      let columns = ColumnNames(time: "t", event: "e", group: "g")
      let read = try SurvivalData(text: file, columns: columns)
      #expect(
        read.groups == LabelColumn(codes: [0, 0, 1], names: ["\u{E4}", "\u{F6}"]), "\(encoding)")
    }
    let euro = Data("t,e,g\n1,1,".utf8) + [0x80, 10]
    let file = try DelimitedText(data: euro, file: "d.csv", encoding: .windows1252)
    let columns = ColumnNames(time: "t", event: "e", group: "g")
    #expect(try SurvivalData(text: file, columns: columns).groups?.names == ["\u{20AC}"])
    for (data, encoding, words) in [
      (Data("t,e".utf8), TextEncoding.utf16, "no byte of it is 0"),
      (Data([0x74, 0, 10]), .utf16, "end in half a letter of UTF-16"),
      (
        Data([0xFF, 0xFE, 0x74, 0, 10, 0, 0x00, 0xD8]), .utf16,
        "line 2: half a letter of UTF-16 stands here"
      ),
      (Data([0xFF, 0xFE, 0x74, 0]), .latin1, "this seems to be text in UTF-16, not in latin1"),
      (Data("\u{FEFF}t,e".utf8), .windows1252, "this begins with the byte-order mark of UTF-8"),
      (Data([0x1F, 0x8B, 8]), .latin1, "packed by gzip"),
      (Data([0x74, 0x81]), .windows1252, "stand for no letter in Windows-1252"),
    ] {
      #expect {
        try DelimitedText(data: data, file: "d.csv", encoding: encoding)
      } throws: {
        "\($0)".contains(words)
      }
    }
  }

  @Test(
    "What a file seems to be is said",
    arguments: [
      (
        [0x1F, 0x8B, 8, 0],
        "this seems to be packed by gzip, not text; unpack it first, for example with gunzip"
      ),
      (
        [0x50, 0x4B, 3, 4, 20, 0],
        "this seems to be a ZIP archive or a spreadsheet (xlsx, ods), not text; unpack it, or save the sheet as CSV"
      ),
      (
        [0xFF, 0xFE, 0x74, 0, 0x2C, 0],
        "this seems to be text in UTF-16, not in UTF-8; --encoding names another encoding: utf-16, latin1 or windows-1252"
      ),
      (
        [0x74, 0, 0x2C, 0, 0x65, 0, 10, 0],
        "this seems to be text in UTF-16, not in UTF-8; --encoding names another encoding: utf-16, latin1 or windows-1252"
      ),
    ])
  func kinds(bytes: [UInt8], problem: String) {
    #expect(throws: DataError(file: "d.csv", line: nil, problem: problem)) {
      try DelimitedText(data: Data(bytes), file: "d.csv")
    }
  }

  @Test("A first line sep=; names the separator")
  func separatorLine() throws {
    for text in [
      "sep=;\nt;e\n1;1\n", "\u{FEFF}SEP=;\r\nt;e\r\n1;1\r\n", "sep=|\nt|e\n1|1\n",
      "\"a,b,c\";t;e\nx;1;1\n",
    ] {
      let data = try read(text, ColumnNames(time: "t", event: "e"))
      #expect(data.times == [1] && data.observed == [true], "\(text.debugDescription)")
    }
    #expect(problem("sep=;\nt;e\n1;x\n").hasPrefix("d.csv, line 3: column 'e' has 'x'"))
  }

  @Test("Numbers that a double cannot tell from others are refused")
  func inexactNumbers() {
    for text in [
      "9007199254740993", "9007199254740993.0", "123456789012345678", "100000000000000000001",
    ] {
      #expect(
        problem("t,e\n\(text),1\n").contains(
          "is above 2^53, where not every whole number is a double"), "\(text)")
    }
    for text in ["9007199254740992", "9007199254740994", "1e20", "100000000000000000000", "9e15"] {
      #expect(problem("t,e\n\(text),1\n") == "accepted", "\(text)")
    }
    #expect(
      problem("t,e\n1e-400,1\n")
        == "d.csv, line 2: column 't': '1e-400' is too near to 0 to be told from it")
    #expect(problem("t,e\n0e-400,1\n") == "accepted")
  }

  @Test("What is missing is refused, or counted as censored where that was asked for")
  func missing() throws {
    let flags = ColumnNames(time: "t", event: "s=x")
    let causes = ColumnNames(time: "t", cause: "s")
    var lenient = ReadingRules()
    lenient.missingIsCensored = true
    for word in ["NA", "nan", "none", "NULL", "<NA>", "N/A", "", "."] {
      let text = "t,s\n1,x\n2,\(word)\n3,y\n"
      let cell = word.isEmpty ? "an empty cell" : "'\(word)'"
      #expect(
        problem(text, flags).hasPrefix("d.csv, line 3: column 's' has \(cell); a value is needed"),
        "\(word)")
      #expect(
        problem(text, causes).hasPrefix(
          "d.csv, line 3: column 's': \(cell) does not say what happened"), "\(word)")
      #expect(try read(text, flags, lenient).observed == [true, false, false])
      #expect(try read(text, causes, lenient).causes?.codes == [1, 0, 2])
      if !word.isEmpty, word != "none" {
        let groups = "t,e,g\n1,1,a\n2,1,\(word)\n"
        #expect(
          problem(groups, ColumnNames(time: "t", event: "e", group: "g"))
            == "d.csv, line 3: column 'g': '\(word)' means that the label is not known; "
            + "where it is a name, list other words with --na")
      }
    }
    #expect(
      try read("t,e\n1,1\n2,NA\n", ColumnNames(time: "t", event: "e"), lenient).observed == [
        true, false,
      ])
    // Where the event column says that nothing happened, its cause need not be known.
    let both = ColumnNames(time: "t", event: "e", cause: "s")
    #expect(try read("t,e,s\n1,1,x\n2,0,NA\n", both).causes?.codes == [1, 0])
    #expect(problem("t,e,s\n1,1,NA\n", both).contains("contradict each other"))
    var own = ReadingRules()
    own.missing = MissingWords(["-9", "?"])
    #expect(
      problem("t,e\n-9,1\n", ColumnNames(time: "t", event: "e"), own).contains(
        "column 't': '-9' is not a number"))
    #expect(try read("t,s\n1,NA\n2,x\n", causes, own).causes?.names == ["censored", "NA", "x"])
    #expect(try read("t,u\n1,-9\n", ColumnNames(time: "t", upper: "u"), own).uppers == [.infinity])
  }

  @Test("Left-censored times have no lower end; a row without ends is refused")
  func leftCensored() throws {
    let columns = ColumnNames(time: "t", upper: "u")
    let data = try read("t,u\nNA,5\n,7\n2,NA\n", columns)
    #expect(data.times == [0, 0, 2] && data.uppers == [5, 7, .infinity])
    #expect(
      problem("t,u\nNA,\n", columns)
        == "d.csv, line 2: column 't': 'NA' and no upper end: the interval has neither end")
  }

  @Test("A row of weight w is w observations; weights are whole")
  func weights() throws {
    let columns = ColumnNames(
      time: "t", event: "e", start: "s", group: "g", cause: "c", weight: "w")
    let counted = try read(
      "t,e,s,g,c,w\n2,1,1,a,x,3\n3,0,0,b,0,1\n9,1,0,z,q,0\n4,1,0,a,y,2\n", columns)
    let spelled = try read(
      "t,e,s,g,c,w\n" + String(repeating: "2,1,1,a,x,1\n", count: 3)
        + "3,0,0,b,0,1\n4,1,0,a,y,1\n4,1,0,a,y,1\n", columns)
    #expect(counted.times == spelled.times && counted.observed == spelled.observed)
    #expect(
      counted.entries == spelled.entries && counted.groups == spelled.groups
        && counted.causes == spelled.causes)
    #expect(counted.groups?.names == ["a", "b"], "a row that stands for nobody names no group")
    let simple = ColumnNames(time: "t", event: "e", weight: "w")
    #expect(
      problem("t,e,w\n1,1,1.5\n", simple)
        .hasPrefix("d.csv, line 2: column 'w': '1.5' is not a whole number; weights are counts"))
    #expect(problem("t,e,w\n1,1,-1\n", simple).contains("a count of equal observations is needed"))
    #expect(problem("t,e,w\n1,1,\n", simple).contains("a count of equal observations is needed"))
    #expect(problem("t,e,w\n1,1,9e9\n", simple).contains("makes more than 10000000 observations"))
    #expect(
      problem("t,e,w\n1,1,0\n", simple) == "d.csv: all weights are 0: there is no observation")
  }

  @Test("Labels are in natural order, or in the order that was asked for")
  func order() throws {
    let columns = ColumnNames(time: "t", event: "e", group: "g")
    func names(_ labels: [String], _ order: [String]? = nil) throws -> [String]? {
      var rules = ReadingRules()
      rules.groupOrder = order
      return try read("t,e,g\n" + labels.map { "1,1,\($0)\n" }.joined(), columns, rules).groups?
        .names
    }
    #expect(try names(["w10", "w2", "w1"]) == ["w1", "w2", "w10"])
    #expect(try names(["lr0.1", "lr0.01", "lr1e-4"]) == ["lr1e-4", "lr0.01", "lr0.1"])
    #expect(try names(["b", "10", "9", "a1b", "a"]) == ["9", "10", "a", "a1b", "b"])
    #expect(try names(["-1", "2", "-10"]) == ["-10", "-1", "2"])
    #expect(try names(["w01", "w1"]) == ["w01", "w1"])
    #expect(try names(["a", "b", "c"], ["c", "a", "b"]) == ["c", "a", "b"])
    for (wrong, words) in [
      (["a"], "it leaves out 'b'"), (["a", "b", "x"], "there is no group 'x'"),
      (["a", "b", "a"], "a group is named twice"),
    ] {
      #expect { try names(["a", "b"], wrong) } throws: { "\($0)".contains(words) }
    }
    var rules = ReadingRules()
    rules.groupOrder = ["b", "a"]
    #expect(try read("t,e,g\n1,1,a\n2,1,b\n", columns, rules).groups?.codes == [1, 0])
  }

  @Test("Files that are not there, and folders, are refused")
  func paths() {
    #expect(
      throws: DataError(file: "/no/such/file.csv", line: nil, problem: "there is no such file")
    ) {
      try SurvivalData(path: "/no/such/file.csv", columns: ColumnNames(time: "t"))
    }
    #expect(
      throws: DataError(file: "/", line: nil, problem: "this is a folder; a CSV file is needed")
    ) {
      try SurvivalData(path: "/", columns: ColumnNames(time: "t"))
    }
  }
}
