import Foundation

/// Decimal numbers read from bytes: the double that is nearest to what is written, as `Double(_: String)` gives it.
enum NumberText {
  /// The number that the cell holds, spaces around it aside; nil when it is not a decimal number. "inf" and "infinity" are numbers, in
  /// any case; "nan" and hexadecimal numbers are not.
  static func number(_ bytes: Span<UInt8>, _ cell: DataCell) -> Double? {
    var (start, end) = (cell.start, cell.end)
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return plain(bytes, start, end) ?? any(bytes, start, end)
  }

  /// Up to 18 digits with at most one point and no exponent: m / 10^k is correctly rounded when m < 2^53 and k <= 22, as both are exact.
  @inline(__always)
  private static func plain(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Double? {
    guard end > start, end - start <= 18 else { return nil }
    var mantissa: UInt64 = 0
    var point = -1
    for place in start..<end {
      let digit = bytes[place] &- UInt8(ascii: "0")
      if digit < 10 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
      } else if bytes[place] == UInt8(ascii: "."), point < 0, end - start > 1 {
        point = place
      } else {
        return nil
      }
    }
    guard mantissa < 1 << 53 else { return nil }
    return point < 0 ? Double(mantissa) : Double(mantissa) / powers[end - 1 - point]
  }

  private static func any(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Double? {
    var characters: [UInt8] = []
    for place in start..<end { characters.append(bytes[place]) }
    // A NUL would end the text for the C library, and an x begin a hexadecimal number.
    let isPlain = characters.allSatisfy { (0x21...0x7E).contains($0) && $0 | 0x20 != UInt8(ascii: "x") }
    guard characters.count <= 400, isPlain else { return nil }
    guard let number = Double(String(decoding: characters, as: UTF8.self)), !number.isNaN else { return nil }
    return number
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  private static let powers: [Double] = (0...18).map { pow(10, Double($0)) }
}
