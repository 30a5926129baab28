/// The middle and the ends of some numbers.
struct MedianAndEnds {
  let median: Double
  let least: Double
  let largest: Double

  /// nil without numbers.
  init?(_ numbers: [Double]) {
    let sorted = numbers.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    let half = sorted.count / 2
    // Half of each: the sum might be beyond all numbers.
    median = sorted.count % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2
    (least, largest) = (first, last)
  }
}
