import ArgumentParser
import Studies

/// The arguments as they were given, for what the parser does not tell.
enum GivenArguments {
  /// The arguments, with negative numbers tied to their options: the parser would take `-1` for an
  /// option of its own.
  static let all: [String] = tied(Array(CommandLine.arguments.dropFirst()))

  static func tied(_ arguments: [String]) -> [String] {
    var tied: [String] = []
    for argument in arguments {
      if let last = tied.last, last.wholeMatch(of: /--[a-z][a-z0-9\-]*/) != nil,
        argument.wholeMatch(of: /-(\.?[0-9]|inf|nan).*/.ignoresCase()) != nil
      {
        tied[tied.count - 1] = "\(last)=\(argument)"
      } else {
        tied.append(argument)
      }
    }
    return tied
  }

  /// A sentence about a first word that is no command.
  static func unknownCommand(among commands: [String]) -> String? {
    guard let word = all.first, !word.hasPrefix("-"), !commands.contains(word) else { return nil }
    let hint = suggestion(for: word, among: commands).map { "; did you mean '\($0)'?" } ?? ""
    return
      "unknown command '\(word.prefix(40))'\(hint) (commands: \(commands.joined(separator: ", ")))"
  }

  /// Refuses options that have no effect.
  ///
  /// - Parameters:
  ///   - options: Their names, without dashes.
  ///   - reason: Why they have none, after "has no effect".
  static func refuse(_ options: [String], _ reason: String) throws {
    for option in options
    where all.contains(where: { $0 == "--\(option)" || $0.hasPrefix("--\(option)=") }) {
      throw ValidationError("--\(option) has no effect \(reason)")
    }
  }

  /// Refuses the path of a file or folder that is given and empty.
  static func check(path: String?, _ name: String) throws {
    if let path, path.isEmpty {
      throw ValidationError("\(name): a path is needed, and this one is empty")
    }
  }
}
