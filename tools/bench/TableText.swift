import Foundation

/// Numbers and tables as Markdown.
enum TableText {
  /// A Markdown table; the first `left` columns are set to the left, the others to the right.
  static func table(_ head: [String], left: Int = 1, _ rows: [[String]]) -> String {
    let rule = head.indices.map { $0 < left ? "---" : "---:" }
    return ([head, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  static func fixed(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  /// A rate with three or four figures that count.
  static func rate(_ value: Double) -> String {
    switch value {
    case 1e8...: fixed(value * 1e-6, 0) + " M"
    case 1e6...: fixed(value * 1e-6, value < 1e7 ? 2 : 1) + " M"
    case 1e4...: fixed(value * 1e-3, value < 1e5 ? 1 : 0) + " k"
    default: fixed(value, 0)
    }
  }

  static func percent(_ value: Double) -> String { fixed(100 * value, 0) + " %" }

  static func ratio(_ value: Double) -> String { fixed(value, value < 20 ? 2 : 0) + " x" }

  /// "median (min to max)".
  static func spread(_ values: [Double], _ text: (Double) -> String) -> String {
    guard let low = values.min(), let high = values.max() else { return "" }
    return "\(text(Measurement.median(values))) (\(text(low)) to \(text(high)))"
  }
}
