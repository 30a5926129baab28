import Foundation

/// Why bytes are not text in UTF-8, and where.
public struct TextCheck: Error, Equatable, Sendable {
  /// The line, counted from 1; nil when the whole file is of another kind.
  public let line: Int?
  /// The cell of the line, counted from 1, where cells were asked for; else the letter.
  public let column: Int?
  /// What is wrong: a sentence without its beginning, "this is ..." or "the byte ...".
  public let problem: String
  /// Whether another encoding may read it.
  public let mayBeEncoded: Bool

  /// Looks at all bytes of a file.
  ///
  /// Cost: one pass; ASCII goes by in vectors.
  ///
  /// - Parameter separator: the byte between cells; nil counts letters.
  /// - Throws: `TextCheck`.
  public static func utf8(_ bytes: Span<UInt8>, separator: UInt8? = nil) throws(TextCheck) {
    switch FileKind.of(bytes) {
    case .binary(let name, let advice):
      throw TextCheck(
        line: nil, column: nil, problem: "this seems to be \(name), not text; \(advice)",
        mayBeEncoded: false)
    case .utf16:
      throw TextCheck(
        line: nil, column: nil, problem: "this seems to be text in UTF-16, not in UTF-8",
        mayBeEncoded: true)
    case nil: break
    }
    do {
      _ = try UTF8Span(validating: bytes)
    } catch {
      throw at(error.byteOffsets.lowerBound, in: bytes, separator)
    }
  }

  private static func at(_ offset: Int, in bytes: Span<UInt8>, _ separator: UInt8?) -> TextCheck {
    var (line, column, isQuoted) = (1, 1, false)
    for place in 0..<offset {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      // A carriage return alone ends a line, too.
      let isReturn =
        byte == UInt8(ascii: "\r")
        && (place + 1 == bytes.count || bytes[place + 1] != UInt8(ascii: "\n"))
      if byte == UInt8(ascii: "\n") || isReturn {
        line += 1
        // A line end inside quotes does not end the record, but it does end the line that is named.
        if separator == nil || !isQuoted { column = 1 }
      } else if let separator {
        if byte == separator, !isQuoted { column += 1 }
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    let byte = String(bytes[offset], radix: 16, uppercase: true)
    return TextCheck(
      line: line, column: column, problem: "the byte 0x\(byte) in column \(column) is not UTF-8",
      mayBeEncoded: true)
  }
}
