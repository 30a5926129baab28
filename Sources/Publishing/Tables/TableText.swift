import Foundation

/// How tables spell numbers, the same on every machine.
public enum TableText {
  /// A number in the shortest decimal form that reads back to the same bits, whole numbers without
  /// a point; nothing for what is not defined.
  public static func csv(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 { return "\(whole)" }
    return "\(value)"
  }

  /// A row of a CSV file: cells that are CSV already, then numbers.
  public static func csvRow(_ cells: String, _ numbers: [Double?]) -> String {
    cells + "," + numbers.map { csv($0) }.joined(separator: ",") + "\n"
  }

  /// A text as a CSV cell, quoted where it must be (RFC 4180).
  public static func csv(_ text: String) -> String {
    // Bytes, not characters: a quotation mark under an accent is another character, but the same to
    // a program that reads the file.
    let isSpecial = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard isSpecial else { return text }
    return "\"" + escaped(text) { $0 == "\"" ? "\"\"" : nil } + "\""
  }

  /// A number rounded so that `spread`, its uncertainty, keeps two digits; at most 12 digits after
  /// the point.
  public static func rounded(_ value: Double, spread: Double) -> String {
    guard spread > 0, spread.isFinite else { return csv(value) }
    let place = Int(log10(spread).rounded(.down)) - 1
    guard place > 0 else { return fixed(value, decimals: min(-place, 12)) }
    let unit = pow(10, Double(place))
    return fixed((value / unit).rounded() * unit, decimals: 0)
  }

  /// A number with `digits` digits that count, with a power of ten where it is below 1e-4 or is 1e9
  /// or more.
  public static func significant(_ value: Double, digits: Int) -> String {
    guard value != 0, value.isFinite else { return csv(value) }
    let parts = String(format: "%.*e", max(digits, 1) - 1, value).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]), (-4...8).contains(exponent) else {
      return scientific(value, digits: digits)
    }
    let decimals = max(digits, 1) - 1 - exponent
    guard decimals < 0 else { return fixed(value, decimals: decimals) }
    return parts[0].filter { $0 != "." } + String(repeating: "0", count: -decimals)
  }

  /// A number with a power of ten, as `1.46e-4`.
  public static func scientific(_ value: Double, digits: Int = 3) -> String {
    guard value != 0, value.isFinite else { return csv(value) }
    let parts = String(format: "%.*e", max(digits, 1) - 1, value).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return "\(value)" }
    return "\(parts[0])e\(exponent)"
  }

  /// A p-value above 0 as readers see it: two digits, with a power of ten below 1e-4.
  public static func pValue(_ value: Double) -> String {
    value < 1e-4 ? scientific(value, digits: 2) : significant(value, digits: 2)
  }

  /// A share as a percentage, `98.3`, with `digits` after the point.
  public static func percent(_ value: Double, digits: Int = 1) -> String {
    fixed(100 * value, decimals: digits)
  }

  /// 100 times a number, exactly, in decimal digits: other numbers give other texts, so that
  /// columns may be named by it. A power of ten where there would be more than ten zeros.
  public static func exactPercent(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return csv(100 * value) }
    let parts = "\(value.magnitude)".split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    // The digits, and how many of them stand before the point.
    var place = mantissa[0].count + 2 + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    var digits = mantissa.joined()[...]
    while digits.hasPrefix("0") {
      digits = digits.dropFirst()
      place -= 1
    }
    while digits.hasSuffix("0") { digits = digits.dropLast() }
    let sign = value < 0 ? "-" : ""
    if place > digits.count + 10 || place < -10 {
      let rest = digits.dropFirst()
      return sign + digits.prefix(1) + (rest.isEmpty ? "" : "." + rest) + "e\(place - 1)"
    }
    if place <= 0 { return sign + "0." + String(repeating: "0", count: -place) + digits }
    if place >= digits.count {
      return sign + digits + String(repeating: "0", count: place - digits.count)
    }
    return sign + digits.prefix(place) + "." + digits.dropFirst(place)
  }

  /// A text that spreadsheets do not take for a formula: behind an apostrophe where it begins with
  /// =, +, -, @, a tabulator or a carriage return, and is not a number.
  public static func spreadsheetSafe(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      text.wholeMatch(of: /[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?/) == nil
    else { return text }
    return "'" + text
  }

  /// A number with `decimals` digits after the point, and no sign before a zero.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    let text = String(format: "%.*f", decimals, value)
    return text.allSatisfy({ "-0.".contains($0) }) ? text.filter { $0 != "-" } : text
  }

  /// A text with some of its scalars replaced.
  static func escaped(_ text: String, _ replacement: (Unicode.Scalar) -> String?) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let new = replacement(scalar) {
        result.append(contentsOf: new.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// A text on one line: every line break, tabulator and other control sign is a space.
  static func oneLine(_ text: String) -> String {
    escaped(text.replacing("\r\n", with: " ")) { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: " "
      default: nil
      }
    }
  }
}
