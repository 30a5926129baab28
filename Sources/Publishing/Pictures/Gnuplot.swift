/// Runs gnuplot on a program that draws a picture.
public struct Gnuplot: Sendable {
  /// The name of the program, found through PATH.
  public let name: String

  /// Uses the program of this name.
  public init(name: String = "gnuplot") {
    self.name = name
  }

  /// Runs the program `file` in `folder`.
  ///
  /// - Returns: Why there is no picture, or nil when there is one.
  public func draw(_ file: String, in folder: String) -> String? {
    let answer = ExternalTool.run(name, [file], in: folder)
    switch answer.status {
    case 0: return nil
    case 127:
      return
        "\(name) was not found; install it (Debian: gnuplot-nox) and run 'gnuplot \(file)' in the folder"
    default:
      let reason =
        answer.errors.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }
        ?? ""
      return
        "\(name) stopped with status \(answer.status): \(reason.trimmingPrefix(while: \.isWhitespace))"
    }
  }
}
