import ArgumentParser
import Foundation

/// Writes the page from the lines that the parts wrote.
struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "Write the page from all lines of JSON.")

  @Argument(help: "The lines.")
  var lines: String
  @Option(help: "Where to write the page. (default: standard output)")
  var page: String?

  func run() throws {
    let text = SurvivalPage(BenchRecord(try BenchLine.read(lines))).text
    if let page {
      try Data(text.utf8).write(to: URL(fileURLWithPath: page))
    } else {
      print(text, terminator: "")
    }
  }
}
