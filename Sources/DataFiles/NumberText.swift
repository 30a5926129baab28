import Foundation

/// Decimal numbers read from text: the double that is nearest to what is written, as
/// `Double(_: String)` gives it, and a word where that is not what was meant.
public enum NumberText {
  /// What a text says.
  public enum Reading: Equatable, Sendable {
    /// A number; infinite for "inf" and "infinity", in any case, and for what is beyond 1.8e308.
    case number(Double)
    /// A number other than 0 that is nearer to 0 than every double, such as 1e-400.
    case vanishing
    /// A whole number above 2^53, spelled out, that no double holds, and the double that is
    /// nearest: others near it would become the same.
    case inexact(nearest: Double)
    /// Something else; "nan" and hexadecimal numbers are not numbers here.
    case other

    /// The number, where it is exactly that, or has a fraction, which no double need hold.
    public var value: Double? { if case .number(let value) = self { value } else { nil } }

    /// The number, or the one that is nearest to it.
    public var nearest: Double? { if case .inexact(let value) = self { value } else { value } }
  }

  /// Reads a cell, spaces around it aside.
  public static func reading(_ bytes: Span<UInt8>, _ cell: DataCell) -> Reading {
    var (start, end) = (cell.start, cell.end)
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return plain(bytes, start, end).map { .number($0) } ?? any(bytes, start, end)
  }

  /// Reads a text, spaces around it aside.
  public static func reading(_ text: some StringProtocol) -> Reading {
    let bytes = Array(text.utf8)
    return reading(bytes.span, DataCell(start: 0, end: bytes.count, isQuoted: false))
  }

  /// The finite number that a text is; nil when it is none, or not to be held in a double.
  public static func finite(_ text: some StringProtocol) -> Double? {
    reading(text).value.flatMap { $0.isFinite ? $0 : nil }
  }

  /// Up to 18 digits with at most one point and no exponent: m / 10^k is correctly rounded when
  /// m < 2^53 and k <= 22, as both are exact.
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

  private static func any(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Reading {
    guard end - start <= 400 else { return .other }
    var characters: [UInt8] = []
    for place in start..<end { characters.append(bytes[place]) }
    // A NUL would end the text for the C library, and an x begin a hexadecimal number.
    let isPlain = characters.allSatisfy {
      (0x21...0x7E).contains($0) && $0 | 0x20 != UInt8(ascii: "x")
    }
    let text = String(decoding: characters, as: UTF8.self)
    guard isPlain, let number = Double(text), !number.isNaN else { return .other }
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }
    if number == 0, mantissa.contains(where: { ("1"..."9").contains($0) }) { return .vanishing }
    if number.magnitude >= 0x1p53, number.isFinite, mantissa.count == text.count,
      !isExact(number, as: mantissa)
    {
      return .inexact(nearest: number)
    }
    return .number(number)
  }

  /// Whether digits, perhaps with a sign and a point, spell a whole double to the last digit. The C
  /// library writes all digits of a double.
  private static func isExact(_ number: Double, as text: Substring) -> Bool {
    let parts = text.drop { $0 == "+" || $0 == "-" }
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = (parts.first ?? "").drop { $0 == "0" }
    let fraction = parts.dropFirst().first ?? ""
    return digits == String(format: "%.0f", number.magnitude) && fraction.allSatisfy { $0 == "0" }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static let powers: [Double] = (0...18).map { pow(10, Double($0)) }
}
