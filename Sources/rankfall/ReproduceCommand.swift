import ArgumentParser

/// `rankfall reproduce`.
struct ReproduceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reproduce", abstract: "Run the studies of the paper's figures, draw them and say what they show.")

  func run() throws {
    throw CommandFailure(status: 1, description: "not there yet")
  }
}
