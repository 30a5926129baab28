import Foundation

/// Round places on an axis.
public enum AxisTicks {
  /// The places from 0 to `end`, 1, 2, 2.5 or 5 times a power of ten apart, so that there are four
  /// to eight steps; 0 alone when `end` is not above 0. Where a table of numbers at risk asks for
  /// times, these are the ones.
  public static func upTo(_ end: Double) -> [Double] {
    guard end > 0, end.isFinite, end > 1e-300 else { return [0] }
    let exponent = Int(log10(end).rounded(.down)) - 1
    for (digits, shift) in [(1.0, 0), (2, 0), (2.5, 0), (5, 0), (1, 1), (2, 1), (2.5, 1), (5, 1)] {
      let count = end / (digits * pow(10, Double(exponent + shift)))
      // Text, because 3 times the number nearest to 0.1 is not the number nearest to 0.3.
      guard count <= 8.0000001 else { continue }
      return (0...Int(count + 1e-7)).compactMap {
        Double("\(Double($0) * digits)e\(exponent + shift)")
      }
    }
    return [0, end]
  }

  /// At most `most` round places in a range, those of `upTo` its larger end.
  static func within(_ range: ClosedRange<Double>, most: Int) -> [Double] {
    let all = upTo(max(-range.lowerBound, range.upperBound))
    let places = (all.dropFirst().reversed().map { -$0 } + all).filter(range.contains)
    let stride = max(1, (places.count + most - 1) / max(most, 1))
    // 0 keeps its number.
    let zero = places.firstIndex(of: 0) ?? 0
    return places.indices.filter { ($0 - zero) % stride == 0 }.map { places[$0] }
  }

  /// At most five round places in a range that holds 0, 0 among them.
  static func around(_ range: ClosedRange<Double>) -> [Double] {
    let (below, above) = (-range.lowerBound, range.upperBound)
    let places = upTo(max(below, above))
    let (left, right) = (
      places.count { 0 < $0 && $0 <= below }, places.count { 0 < $0 && $0 <= above }
    )
    var stride = 1
    while left / stride + right / stride > 4 { stride *= 2 }
    return (0..<(left / stride)).reversed().map { -places[($0 + 1) * stride] } + [0]
      + (0..<(right / stride)).map { places[($0 + 1) * stride] }
  }

  /// gnuplot's list of powers of ten in a range above 0, at most six of them, evenly apart from the
  /// lowest on.
  static func decades(_ range: ClosedRange<Double>) -> String {
    let first = Int((log10(range.lowerBound) - 1e-9).rounded(.up))
    let last = Int((log10(range.upperBound) + 1e-9).rounded(.down))
    let places = stride(from: first, through: last, by: max(1, (last - first + 5) / 6))
    return "(" + places.map { "'10^{\($0)}' 1e\($0)" }.joined(separator: ", ") + ")"
  }

  /// The label of a place: short, and exact for round places.
  static func label(_ place: Double) -> String {
    place.magnitude < 1e7 && (place == 0 || place.magnitude >= 1e-4)
      ? TableText.csv(place) : shortScientific(place)
  }

  private static func shortScientific(_ place: Double) -> String {
    let parts = TableText.scientific(place, digits: 6).split(separator: "e")
    guard parts.count == 2, parts[0].contains(".") else { return parts.joined(separator: "e") }
    let digits = parts[0].reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(digits.reversed()) + "e" + parts[1]
  }

  /// gnuplot's list of places with their labels.
  static func list(_ places: [Double]) -> String {
    "(" + places.map { "'\(label($0))' \($0)" }.joined(separator: ", ") + ")"
  }
}
