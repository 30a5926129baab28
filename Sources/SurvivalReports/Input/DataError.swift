/// Why a data file was refused: which file, which line where there is one, what is wrong, and what would be right.
public struct DataError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file as it was named.
  public let file: String
  /// The line, counted from 1; nil when the whole file is meant.
  public let line: Int?
  /// What is wrong and what would be right.
  public let problem: String

  /// One sentence for a person.
  public var description: String { "\(file)\(line.map { ", line \($0)" } ?? ""): \(problem)" }
}
