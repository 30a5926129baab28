import ArgumentParser
import DataFiles

/// Numbers of the command line: decimal, finite, and what they say.
enum CommandNumber {
  /// Reads one.
  static func read(_ text: String) throws -> Double {
    switch NumberText.reading(text) {
    case .number(let value) where value.isFinite: return value
    case .number: throw ValidationError("'\(text)' is not a finite number")
    case .vanishing: throw ValidationError("'\(text)' is too near to 0 to be told from it")
    case .inexact:
      throw ValidationError("'\(text)' is above 2^53, and no number that the program can hold")
    case .other: throw ValidationError("'\(text)' is not a decimal number, such as 0.5 or 1e-3")
    }
  }

  /// Reads several, with commas between, each once.
  static func list(_ text: String) throws -> [Double] {
    let numbers = try text.split(separator: ",", omittingEmptySubsequences: false)
      .map { try read(String($0)) }
    guard Set(numbers).count == numbers.count else {
      throw ValidationError("each number is to be named once")
    }
    return numbers
  }
}
