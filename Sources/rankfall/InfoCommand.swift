import ArgumentParser
import Foundation
import Studies

/// `rankfall info`: versions, CPU and vector path.
struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Say which versions, CPU and vector path this program runs with."
  )

  func run() throws {
    let (versions, machine) = (Versions.current(), Machine.current())
    let rows = [
      ("rankfall", versions.rankfall), ("commit", versions.commit), ("swift", versions.swift),
      ("clang", versions.clang),
      ("gsl", versions.gsl), ("cpu", machine.cpu), ("processors", String(machine.processors)),
      ("vector path", machine.vectorPath),
    ]
    let lines = rows.map { name, value in
      name.padding(toLength: 12, withPad: " ", startingAt: 0) + value + "\n"
    }
    try StandardOutput.show(lines.joined())
  }
}
