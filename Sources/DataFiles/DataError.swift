/// Why a data file was refused: which file, which line where there is one, what is wrong, and what
/// would be right.
public struct DataError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file as it was named.
  public let file: String
  /// The line, counted from 1; nil when the whole file is meant.
  public let line: Int?
  /// What is wrong and what would be right.
  public let problem: String

  /// Makes an error.
  public init(file: String, line: Int?, problem: String) {
    (self.file, self.line, self.problem) = (file, line, problem)
  }

  /// One sentence for a person.
  public var description: String { "\(file)\(line.map { ", line \($0)" } ?? ""): \(problem)" }
}
