/// Which groups' hazards the events of a sample compare: g is "above" h when g has an event while h
/// is at risk in the same stratum, or when that leads from g to h over other groups.
///
/// The partial likelihood has a finite maximum for the ratio of two groups if and only if each is
/// above the other. If only g is above h, the likelihood rises for ever as the ratio of h to g
/// falls to 0; its limit is the product of the likelihoods of the classes of groups that are above
/// each other, each alone. If neither is, the ratio has no part in the likelihood.
///
/// Source: the same condition for paired comparisons, Ford (1957), doi:10.2307/2308513; Hunter
/// (2004), doi:10.1214/aos/1079120141, section 4.
struct HazardOrder: Equatable, Sendable {
  let size: Int
  private var above: [Bool]

  init(_ sample: GroupedSample) {
    size = sample.groupCount
    var above = Array(repeating: false, count: size * size)
    for stratum in sample.strata.indices {
      sample.forEachEventTime(in: stratum) { _, atRisk, events in
        for g in events.indices where events[g] > 0 {
          for h in atRisk.indices where atRisk[h] > 0 { above[g * atRisk.count + h] = true }
        }
      }
    }
    self.above = above
    for g in 0..<size { self.above[g * size + g] = true }
    close()
  }

  func isAbove(_ g: Int, _ h: Int) -> Bool { above[g * size + h] }

  func areComparable(_ g: Int, _ h: Int) -> Bool { isAbove(g, h) && isAbove(h, g) }

  /// The groups that are comparable with one, itself among them, ascending.
  func comparable(with g: Int) -> [Int] { (0..<size).filter { areComparable(g, $0) } }

  /// The classes of comparable groups, in the order of their first groups.
  var classes: [[Int]] {
    (0..<size).map(comparable).enumerated().filter { $0.offset == $0.element[0] }.map(\.element)
  }

  /// The order if the ratio of two groups were known.
  func joining(_ g: Int, _ h: Int) -> HazardOrder {
    var joined = self
    (joined.above[g * size + h], joined.above[h * size + g]) = (true, true)
    joined.close()
    return joined
  }

  /// Warshall's transitive closure.
  private mutating func close() {
    for middle in 0..<size {
      for g in 0..<size where above[g * size + middle] {
        for h in 0..<size where above[middle * size + h] { above[g * size + h] = true }
      }
    }
  }
}
