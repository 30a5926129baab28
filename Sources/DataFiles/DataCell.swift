import Foundation

/// The place of a cell in a file, without the quotes around it.
public struct DataCell: Equatable, Sendable {
  /// Where it begins.
  public let start: Int
  /// Where it ends.
  public let end: Int
  /// Whether quotes stood around it.
  public let isQuoted: Bool

  /// Whether nothing is in it.
  public var isEmpty: Bool { start == end }

  init(start: Int, end: Int, isQuoted: Bool) {
    (self.start, self.end, self.isQuoted) = (start, end, isQuoted)
  }

  /// The cell's text.
  func text(in data: Data) -> String {
    let range = data.startIndex + start..<data.startIndex + end
    let text = String(decoding: data[range], as: UTF8.self)
    return isQuoted ? text.replacing("\"\"", with: "\"") : text
  }
}
