import ArgumentParser
import Foundation
import Studies
import Survival

/// The command line, nothing else.
@main
struct Rankfall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rankfall",
    abstract: "Measures when SGD falls to lower rank in deep linear networks, how surely, and at what rate.",
    discussion: """
      A study file says what to simulate: see docs/studies.md. Exit status: 0 done; 1 the work failed; 2 usage or a refused study \
      file; 130 or 143 stopped by a signal with everything kept.
      """,
    version: Versions.program,
    subcommands: [
      RunCommand.self,
      ReproduceCommand.self,
      RegimesCommand.self,
      BoundsCommand.self,
      AuditCommand.self,
      LandscapeCommand.self,
      SurvivalCommand.self,
      ReplayCommand.self,
      InfoCommand.self,
    ])

  static func main() {
    // GSL's own handler would abort the process; it has to be off before threads start.
    GSL.prepare()
    // A file at its size limit or a pipe without a reader is an error to be told, not a reason to die.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as CommandFailure {
      complain(error.description)
      Foundation.exit(error.status)
    } catch {
      let code = exitCode(for: error)
      if code == .success { exit(withError: error) }
      // ArgumentParser's own status for a misuse is 64; ours is 2.
      complain(fullMessage(for: error))
      Foundation.exit(2)
    }
  }

  /// Writes a line to standard error.
  static func complain(_ message: String) {
    FileHandle.standardError.write(Data((message.hasPrefix("Error:") ? message : "rankfall: \(message)").utf8 + [10]))
  }
}

/// Why a command ends with a status other than 0.
struct CommandFailure: Error, CustomStringConvertible {
  /// 1: the work failed. 2: usage or a refused study file.
  let status: Int32
  let description: String

  static func work(_ error: any Error) -> CommandFailure { CommandFailure(status: 1, description: "\(error)") }
  static func refused(_ error: any Error) -> CommandFailure { CommandFailure(status: 2, description: "\(error)") }

  /// Does some work whose errors end the command with status 1.
  static func asWork(_ body: () throws -> Void) throws {
    do { try body() } catch { throw work(error) }
  }
}
