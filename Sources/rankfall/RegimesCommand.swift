import ArgumentParser

/// `rankfall regimes`.
struct RegimesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regimes", abstract: "Run a study over a grid of learning rates and ridges and map what rules where.")

  func run() throws {
    throw CommandFailure(status: 1, description: "not there yet")
  }
}
