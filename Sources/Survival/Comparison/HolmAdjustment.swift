/// Holm's adjustment of p-values for how many there are.
public enum HolmAdjustment {
  /// With the m p-values ascending, p_(1) <= ... <= p_(m), the adjusted one is max over j <= i of
  /// min(1, (m - j + 1) p_(j)): what is refused at a level after adjustment holds a false refusal
  /// with at most that probability, whatever the tests have to do with one another. Where there is
  /// no p-value (nil) there was no test, and it does not count.
  ///
  /// Source: Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
  public static func adjusted(_ values: [Double?]) -> [Double?] {
    var adjusted = values
    let ascending = values.enumerated().compactMap { index, value in
      value.map { (index: index, value: $0) }
    }.sorted {
      ($0.value, $0.index) < ($1.value, $1.index)
    }
    var largest = 0.0
    for (rank, entry) in ascending.enumerated() {
      largest = max(largest, min(1, Double(ascending.count - rank) * entry.value))
      adjusted[entry.index] = largest
    }
    return adjusted
  }
}
