import ArgumentParser

/// `rankfall bounds`.
struct BoundsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bounds", abstract: "Evaluate the paper's theorems at a study's values.")

  func run() throws {
    throw CommandFailure(status: 1, description: "not there yet")
  }
}
