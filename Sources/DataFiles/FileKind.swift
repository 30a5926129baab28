/// What a file seems to be that is no text in UTF-8, by its first bytes.
public enum FileKind: Equatable, Sendable {
  /// Packed or binary: its name, and how to make text of it.
  case binary(name: String, advice: String)
  /// Text in units of two bytes.
  case utf16

  /// What the bytes seem to be; nil when nothing speaks against text.
  public static func of(_ bytes: Span<UInt8>) -> FileKind? {
    for (signature, name, advice) in signatures where starts(bytes, with: signature) {
      return .binary(name: name, advice: advice)
    }
    return isUTF16(bytes) ? .utf16 : nil
  }

  private static let signatures: [([UInt8], String, String)] = [
    ([0x1F, 0x8B], "packed by gzip", "unpack it first, for example with gunzip"),
    ([0x42, 0x5A, 0x68], "packed by bzip2", "unpack it first, for example with bunzip2"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "packed by xz", "unpack it first, for example with unxz"),
    ([0x28, 0xB5, 0x2F, 0xFD], "packed by zstd", "unpack it first, for example with unzstd"),
    (
      [0x50, 0x4B, 3, 4], "a ZIP archive or a spreadsheet (xlsx, ods)",
      "unpack it, or save the sheet as CSV"
    ),
    ([0xD0, 0xCF, 0x11, 0xE0], "a spreadsheet of the old kind (xls)", "save the sheet as CSV"),
    (Array("%PDF-".utf8), "a PDF document", "a text file is needed"),
    (Array("SQLite format 3".utf8), "an SQLite database", "export a table as CSV"),
    (Array("PAR1".utf8), "a Parquet file", "write it as CSV"),
    ([0x93] + Array("NUMPY".utf8), "a NumPy array", "write it with numpy.savetxt"),
    ([0xFF, 0xFE, 0, 0], "text in UTF-32", "save it as UTF-8"),
    ([0, 0, 0xFE, 0xFF], "text in UTF-32", "save it as UTF-8"),
  ]

  private static func starts(_ bytes: Span<UInt8>, with signature: [UInt8]) -> Bool {
    bytes.count >= signature.count && signature.indices.allSatisfy { bytes[$0] == signature[$0] }
  }

  /// A byte-order mark; or zeros at every other place of the beginning, as ASCII letters have them.
  private static func isUTF16(_ bytes: Span<UInt8>) -> Bool {
    if starts(bytes, with: [0xFF, 0xFE]) || starts(bytes, with: [0xFE, 0xFF]) { return true }
    var zeros = [0, 0]
    let count = min(bytes.count, 1024)
    for place in 0..<count where bytes[place] == 0 { zeros[place % 2] += 1 }
    return zeros.contains(0) && zeros[0] + zeros[1] > count / 4
  }
}
