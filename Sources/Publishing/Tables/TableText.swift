import Foundation

/// How tables spell their cells, the same on every machine.
public enum TableText {
  /// A number in the shortest decimal form that reads back to the same bits, whole numbers without a point; nothing for what is
  /// not defined.
  public static func csv(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 { return "\(whole)" }
    return "\(value)"
  }

  /// A text as a CSV cell, quoted where it must be (RFC 4180).
  public static func csv(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// A text as a cell of a Markdown table.
  public static func markdown(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 }).replacing("|", with: "\\|")
  }

  /// A number rounded so that `spread`, its uncertainty, keeps two digits.
  public static func rounded(_ value: Double, spread: Double) -> String {
    guard spread > 0, spread.isFinite else { return csv(value) }
    let place = Int(log10(spread).rounded(.down)) - 1
    guard place > 0 else { return String(format: "%.*f", min(-place, 12), value) }
    let unit = pow(10, Double(place))
    return String(format: "%.0f", (value / unit).rounded() * unit)
  }

  /// A small number with a power of ten, as `1.46e-4`.
  public static func scientific(_ value: Double) -> String {
    guard value > 0 else { return "0" }
    let parts = String(format: "%.2e", value).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return "\(value)" }
    return "\(parts[0])e\(exponent)"
  }

  /// A share as a percentage, `98.3 %`, with `digits` after the point.
  public static func percent(_ value: Double, digits: Int = 1) -> String { String(format: "%.*f", digits, 100 * value) }
}
