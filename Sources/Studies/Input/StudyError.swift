/// Why a study was refused: where it stands and what was expected.
public struct StudyError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The study file, as it was named to us.
  public let file: String
  /// The line in the file, counted from 1, where one is to blame.
  public let line: Int?
  /// The dotted path of the key to blame, such as `network.width`; list items are counted from 0.
  public let key: String?
  /// What is wrong and what was expected.
  public let message: String
  /// What else is wrong with the same study, in the order of the lines.
  public private(set) var further: [StudyError] = []

  /// What the message of a key begins with that is not there.
  static let missing = "missing; "

  /// Makes an error.
  public init(file: String, line: Int?, key: String?, message: String) {
    self.file = file
    self.line = line
    self.key = key
    self.message = message
  }

  /// A line for a person, `file:line: key: message`, for everything that is wrong.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    let sentence = [place, key, message].compactMap { $0 }.joined(separator: ": ")
    return ([sentence] + further.map(\.description)).joined(separator: "\n")
  }

  /// The same error with others behind it.
  func with(_ further: [StudyError]) -> StudyError {
    var error = self
    error.further = further
    return error
  }
}
