extension Range<Int> {
  /// The first element of which something holds that, once it holds, holds of all later ones; the
  /// upper bound when there is none.
  func bisected(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
