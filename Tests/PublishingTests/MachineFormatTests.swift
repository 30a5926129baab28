import Foundation
import Testing

@testable import Publishing

@Suite("Formats for machines") struct MachineFormatTests {
  /// The cells of a CSV text, read as RFC 4180 says, byte by byte.
  private func read(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell: [UInt8] = []
    var isQuoted = false
    var bytes = Array(text.utf8)[...]
    func end() {
      rows[rows.count - 1].append(String(decoding: cell, as: UTF8.self))
      cell = []
    }
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && bytes.first == byte:
        cell.append(byte)
        bytes.removeFirst()
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: end()
      case UInt8(ascii: "\n") where !isQuoted:
        end()
        rows.append([])
      default: cell.append(byte)
      }
    }
    return rows.dropLast()
  }

  private func object(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  @Test(
    "CSV to the letter: estimates are three columns, standard errors a column, what is missing or not finite is empty"
  )
  func csv() {
    #expect(
      TableSample.all.text(in: .csv) == #"""
        group,n,median,median_lower,median_upper,rmst,rmst_se,rate,p
        "a|b, ""c""",12,5350.25,5190,5540,6972.3,89.4,0.012345678,0.0034
        ,,,,,,,,
        x,-3,,700,,,,,

        """#)
    #expect(
      TableSample.empty.text(in: .csv)
        == "group,n,median,median_lower,median_upper,rmst,rmst_se,rate,p\n")
  }

  @Test("Every text comes back from CSV and from JSON, byte by byte")
  func texts() throws {
    let rows = read(TableSample.texts.text(in: .csv))
    #expect(rows.count == TableSample.hostile.count + 1)
    let objects = try #require(try object(TableSample.texts.text(in: .json)) as? [[String: Any]])
    for (index, text) in TableSample.hostile.enumerated() {
      #expect(
        Array(rows[index + 1][0].utf8) == Array(text.utf8) && rows[index + 1][1] == "\(index)")
      #expect((objects[index]["text"] as? String).map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  @Test("A row of one empty cell is a row to a reader of CSV")
  func loneCell() {
    let table = Table(
      "one", title: "", columns: [TableColumn("x")], rows: [[.missing()], [.count(1)]])
    #expect(table.text(in: .csv) == "x\n\"\"\n1\n")
  }

  @Test("JSON read back equals the cells: numbers with all bits, null for what is missing")
  func json() throws {
    let rows = try #require(try object(TableSample.all.text(in: .json)) as? [[String: Any]])
    #expect(rows.count == 3)
    #expect(rows[0]["group"] as? String == "a|b, \"c\"" && rows[0]["n"] as? Int == 12)
    #expect(rows[0]["median"] as? Double == 5350.25 && rows[0]["median_lower"] as? Double == 5190)
    #expect(rows[0]["rate"] as? Double == 0.012345678 && rows[0]["p"] as? Double == 0.0034)
    #expect(rows[1].count == 9 && rows[1].values.allSatisfy { $0 is NSNull })
    #expect(
      rows[2]["median_lower"] as? Int == 700 && rows[2].values.filter { $0 is NSNull }.count == 6)
    #expect(try object(TableSample.empty.text(in: .json)) as? [Int] == [])
  }

  @Test(
    "The keys of JSON stand in the order of the columns",
    arguments: [TableSample.all, TableSample.texts])
  func order(_ table: Table) throws {
    let line = try #require(table.text(in: .json).split(separator: "\n").dropFirst().first)
    let places = table.keys.map { line.range(of: "\"\($0)\": ")?.lowerBound }
    #expect(!places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  @Test(
    "Numbers of all sizes come back to the same bits",
    arguments: [1e-300, .leastNonzeroMagnitude, 1e300, 0.1, 1 / 3, -1e-9, 9_007_199_254_740_994, 0]
      as [Double])
  func bits(_ value: Double) throws {
    let table = Table("x", title: "", columns: [TableColumn("x")], rows: [[.number(value)]])
    #expect(Double(read(table.text(in: .csv))[1][0]) == value)
    let rows = try #require(try object(table.text(in: .json)) as? [[String: Double]])
    #expect(rows.first?["x"] == value)
  }

  @Test("A document is one JSON object by names, and CSV tables with a blank line between")
  func document() throws {
    let document = Document(
      title: "T", paragraphs: ["P"],
      tables: [TableSample.texts, TableSample.empty, TableSample.all], notes: ["N"])
    let tables = try #require(try object(document.text(in: .json)) as? [String: [Any]])
    #expect(
      tables.mapValues(\.count) == ["texts": TableSample.hostile.count, "empty": 0, "all_kinds": 3])
    let parts = [TableSample.texts, TableSample.empty, TableSample.all].map {
      "# \($0.name)\n" + $0.text(in: .csv)
    }
    #expect(document.text(in: .csv) == parts.joined(separator: "\n"))
    #expect(
      Document(title: "T", tables: [TableSample.all]).text(in: .csv)
        == TableSample.all.text(in: .csv))
    #expect(try object(Document(title: "T").text(in: .json)) as? [String: Int] == [:])
    #expect(Document(title: "T").text(in: .csv).isEmpty)
  }
}
