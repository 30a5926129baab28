import ArgumentParser
import Foundation
import Studies
import Survival

/// The command line, nothing else.
@main
struct Rankfall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rankfall",
    abstract:
      "Measures when SGD falls to lower rank in deep linear networks, how surely, and at what rate.",
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
      ColumnsCommand.self,
      InfoCommand.self,
    ])

  static func main() {
    // GSL's own handler would abort the process; it has to be off before threads start.
    GSL.prepare()
    SignalWatch.shared.start()
    // A file at its size limit or a pipe without a reader is an error to be told, not a reason to
    // die.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    do {
      let commands =
        configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
      if let sentence = GivenArguments.unknownCommand(among: commands) {
        throw CommandFailure(status: 2, description: sentence)
      }
      var command = try parseAsRoot(GivenArguments.all)
      try command.run()
    } catch let error as CommandFailure {
      complain(error.description)
      Foundation.exit(error.status)
    } catch is StandardOutput.ReaderGone {
      Foundation.exit(0)
    } catch {
      let code = exitCode(for: error)
      if code == .success { show(fullMessage(for: error)) }
      // ArgumentParser's own status for a misuse is 64; ours is 2.
      complain(fullMessage(for: error))
      Foundation.exit(2)
    }
  }

  /// Shows what was asked for, such as help, and ends.
  private static func show(_ text: String) -> Never {
    do {
      try StandardOutput.say(text)
      Foundation.exit(0)
    } catch {
      complain("\(error)")
      Foundation.exit(1)
    }
  }

  /// Writes lines to standard error.
  static func complain(_ message: String) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map {
      "rankfall: \($0)\n"
    }.joined()
    StandardError.write(message.hasPrefix("Error:") ? message + "\n" : lines)
  }
}

/// Why a command ends with a status other than 0.
struct CommandFailure: Error, CustomStringConvertible {
  /// 1: the work failed. 2: usage or a refused study file.
  let status: Int32
  let description: String

  static func work(_ error: any Error) -> CommandFailure {
    CommandFailure(status: 1, description: "\(error)")
  }
  static func refused(_ error: any Error) -> CommandFailure {
    CommandFailure(status: 2, description: "\(error)")
  }

  /// Does some work whose errors end the command with status 1.
  static func asWork<Answer>(_ body: () throws -> Answer) throws -> Answer {
    do { return try body() } catch { throw work(error) }
  }
}
