import ArgumentParser

/// `rankfall audit`.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Test absorption: look for exits from B_r among the moves that SGD has.")

  func run() throws {
    throw CommandFailure(status: 1, description: "not there yet")
  }
}
