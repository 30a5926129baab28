import ArgumentParser
struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "page")
}
