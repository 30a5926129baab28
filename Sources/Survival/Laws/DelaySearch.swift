/// The delay at which a delayed exponential law's likelihood is largest, with the best rate at each
/// delay or with a given one.
///
/// By rate and rate * delay the log-likelihood is concave as long as the delay passes no row's own
/// time (a lower end, a censoring, a late entry). So the profile over the delay has one maximum
/// between two such kinks, but may have many in all: at a late entry its slope jumps up. Cells
/// between kinks are halved and dropped when a bound on the likelihood in them is below the best
/// yet.
///
/// Cost: one pass over the intervals for each value at a given rate, some 15 where the best rate is
/// sought; a few cells where the likelihood is sharp, at most all, which are 1024 up to 10^4
/// intervals and fall to 64 at 1.6 x 10^5. With more kinks than that a cell holds several, and of
/// its maxima one is found.
struct DelaySearch {
  private let profile: DelayProfile
  private let given: Double?
  /// The ends of the cells.
  private let grid: [Double]
  private(set) var delay = 0.0
  /// The log-likelihood there.
  private(set) var value = -Double.infinity

  /// As many as keep the work on 10^5 intervals and more to that of a hundred cells.
  private static func mostCells(_ intervals: Int) -> Int {
    max(64, min(1024, 10_000_000 / max(1, intervals)))
  }

  init(_ profile: DelayProfile, rate given: Double? = nil) throws(SurvivalError) {
    (self.profile, self.given) = (profile, given)
    if profile.isExact {
      // The likelihood rises up to the first event.
      grid = [profile.end]
      try consider(profile.end)
      return
    }
    let kinks = profile.kinks(below: profile.end)
    let step = kinks.count / Self.mostCells(profile.intervalCount) + 1
    grid =
      [0] + stride(from: 0, to: kinks.count, by: step).map { kinks[$0] }
      + (profile.end > 0 ? [profile.end] : [])
    // A first idea of the height, so that much can be dropped at once.
    for cell in stride(from: 0, to: grid.count, by: grid.count / 16 + 1) {
      try consider(grid[cell])
    }
    try consider(grid[grid.count - 1])
    try explore(0, grid.count - 1)
  }

  private func rate(_ delay: Double) throws(SurvivalError) -> Double {
    if let given { return given }
    return try profile.rate(delay)
  }

  private mutating func consider(_ delay: Double) throws(SurvivalError) {
    let value = profile.logLikelihood(delay, try rate(delay))
    if value > self.value { (self.delay, self.value) = (delay, value) }
  }

  private func bound(_ first: Int, _ last: Int) throws(SurvivalError) -> Double {
    let span = grid[first]...grid[last]
    if let given { return profile.bound(span, given) }
    return profile.bound(span, try profile.rate(bounding: span))
  }

  private mutating func explore(_ first: Int, _ last: Int) throws(SurvivalError) {
    guard first < last else { return }
    if last == first + 1 { return try solve(grid[first], grid[last]) }
    let middle = (first + last) / 2
    let (left, right) = (try bound(first, middle), try bound(middle, last))
    let halves = [(first, middle, left), (middle, last, right)]
    // What is better by less than this is not worth a search.
    for half in left >= right ? halves : halves.reversed() where half.2 > value + 1e-11 {
      try explore(half.0, half.1)
    }
  }

  /// One cell: an end, or the root of the slope.
  private mutating func solve(_ low: Double, _ high: Double) throws(SurvivalError) {
    func slope(_ delay: Double) -> Double {
      guard let rate = try? rate(delay), rate < .infinity else { return .nan }
      return profile.delaySlope(delay, rate, fromLeft: delay == high)
    }
    let (first, last) = (slope(low), slope(high))
    if !(first > 0) { return try consider(low) }
    if !(last < 0) { return try consider(high) }
    try consider(BracketedRoot.find(in: low...high) { slope($0) })
  }
}
