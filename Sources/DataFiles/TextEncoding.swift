import Foundation

/// How the bytes of a text file stand for letters.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// Unicode in one to four bytes; a byte-order mark may come first.
  case utf8 = "utf-8"
  /// Unicode in units of two bytes, in the order that the byte-order mark says; without a mark, in
  /// the order in which more of the file's letters are of the ASCII range.
  case utf16 = "utf-16"
  /// ISO 8859-1: every byte is the letter of that number.
  case latin1
  /// Latin-1 with printable signs such as the euro where it has control characters: what older
  /// spreadsheets on Windows write.
  case windows1252 = "windows-1252"

  /// Why a file seems to be of another encoding than this one; nil where nothing speaks against it,
  /// and always for UTF-8, which is looked at byte by byte.
  func contradiction(_ bytes: Span<UInt8>) -> String? {
    if self == .utf8 || bytes.isEmpty { return nil }
    switch FileKind.of(bytes) {
    case .binary(let name, let advice): return "this seems to be \(name), not text; \(advice)"
    case .utf16 where self != .utf16: return "this seems to be text in UTF-16, not in \(rawValue)"
    default: break
    }
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      return "this begins with the byte-order mark of UTF-8; leave --encoding out"
    }
    // Commas, line ends and digits have a zero byte each in UTF-16.
    guard self == .utf16, bytes[0] < 0xFE else { return nil }
    for place in 0..<bytes.count where bytes[place] == 0 { return nil }
    return "no byte of it is 0, so that it has no comma or line end in UTF-16; leave --encoding out"
  }

  /// The text as UTF-8; of a file in UTF-8, the same bytes, not looked at.
  ///
  /// - Throws: `DataError` for half a letter, or bytes that stand for none.
  public func utf8(_ data: Data, file: String) throws(DataError) -> Data {
    switch self {
    case .utf8: return data
    case .utf16: return try Self.fromUTF16(data, file: file)
    case .latin1:
      var text = String.UnicodeScalarView()
      for byte in data { text.append(Unicode.Scalar(byte)) }
      return Data(String(text).utf8)
    case .windows1252:
      guard let text = String(data: data, encoding: .windowsCP1252) else {
        throw DataError(
          file: file, line: nil,
          problem: "it has bytes that stand for no letter in Windows-1252; is it Latin-1?")
      }
      return Data(text.utf8)
    }
  }

  private static func fromUTF16(_ data: Data, file: String) throws(DataError) -> Data {
    guard data.count % 2 == 0 else {
      throw DataError(
        file: file, line: nil, problem: "its \(data.count) bytes end in half a letter of UTF-16")
    }
    let bytes = [UInt8](data)
    let isBigEndian: Bool =
      switch (bytes.first, bytes.dropFirst().first) {
      case (0xFE, 0xFF): true
      case (0xFF, 0xFE): false
      default:
        stride(from: 0, to: bytes.count, by: 2).count { bytes[$0] == 0 }
          > stride(from: 1, to: bytes.count, by: 2).count { bytes[$0] == 0 }
      }
    let units = stride(from: 0, to: bytes.count, by: 2).map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var text = String.UnicodeScalarView()
    var decoder = UTF16()
    var (input, line) = (units.makeIterator(), 1)
    while true {
      switch decoder.decode(&input) {
      case .scalarValue(let scalar):
        if scalar == "\n" { line += 1 }
        text.append(scalar)
      case .emptyInput: return Data(String(text).utf8)
      case .error:
        throw DataError(
          file: file, line: line, problem: "half a letter of UTF-16 stands here; is it UTF-16?")
      }
    }
  }
}
