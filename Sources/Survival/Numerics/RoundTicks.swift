import CGSL

/// Round numbers along an axis.
public enum RoundTicks {
  /// 0, s, 2 s, ... up to `horizon`, with s the smallest of 1, 2 and 5 times a power of ten that needs at most eight ticks. There are five to eight,
  /// or four when `horizon` is 16 to 20 times a power of ten. A horizon that is not above 0 and finite has the tick 0 alone.
  public static func upTo(_ horizon: Double) -> [Double] {
    guard horizon > 0, horizon < .infinity else { return [0] }
    // Ticks are whole multiples of a power of ten, divided by one where it is below 1, so that 0.3 is 0.3.
    let decade = Int(log10(horizon).rounded(.down)) - 1
    for exponent in decade...(decade + 1) {
      for factor in [1, 2, 5] {
        let ticks = (0...8).map { tick($0 * factor, exponent) }.prefix { $0 <= horizon }
        if ticks.count <= 8 { return Array(ticks) }
      }
    }
    return [0]
  }

  private static func tick(_ multiple: Int, _ exponent: Int) -> Double {
    exponent < 0 ? Double(multiple) / pow(10, Double(-exponent)) : Double(multiple) * pow(10, Double(exponent))
  }
}
