import ArgumentParser

/// `rankfall landscape`.
struct LandscapeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "landscape", abstract: "List the local minima of a study's regularised loss.")

  func run() throws {
    throw CommandFailure(status: 1, description: "not there yet")
  }
}
