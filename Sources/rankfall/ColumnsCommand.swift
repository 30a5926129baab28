import ArgumentParser
import Studies

/// `rankfall columns`: what the columns of a study's tables mean.
struct ColumnsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "columns",
    abstract: "Say what the columns of a study's tables mean.",
    discussion: "In Markdown, a section for each table. docs/tables.md has them all.")

  @Argument(help: "The table: summary, chains and so on. (default: all of them)")
  var table: String?

  func run() throws {
    let name = table.map { $0.hasSuffix(".csv") ? String($0.dropLast(4)) : $0 }
    guard let text = ColumnPage.text(of: name) else {
      throw CommandFailure(
        status: 2,
        description: "unknown table '\(name ?? "")' (tables here: "
          + "\(ColumnPage.names.joined(separator: ", ")))")
    }
    try StandardOutput.show(text)
  }
}
