import AbsorbingSets
import Chains
import DeepLinear
import Publishing

/// A minimum of the loss, and where it stands to the event's set.
struct FoundMinimum: Equatable {
  /// The rank of A there.
  let rank: Int
  /// Where it stands, and by which numbers.
  let reading: SetReading

  var isInside: Bool { reading.level != nil }

  /// nil where gradient descent came to no rest, to weights that are not finite, or to rank 0 where
  /// the event is of a higher one.
  init?(_ rest: Descent.Rest, in set: AbsorbingSet) {
    guard rest.isAtRest, let rank = rest.rank, rank > 0 || set.rank == 0 else { return nil }
    let reading = SetReading(rest.network, in: set)
    guard SetCondition.allCases.allSatisfy({ reading.value(of: $0) != nil }) else { return nil }
    (self.rank, self.reading) = (rank, reading)
  }
}

/// Whether an event means a fall to its rank: its set must hold the minima of that rank, and none
/// above it.
///
/// For an event of a rank above 0, rank 0 is left out: zero weights are in every set.
struct EventFit: Equatable {
  /// The answer.
  enum Answer: String {
    /// Minima of the event's rank are inside, and none above it.
    case fits
    /// A minimum above the event's rank is inside: chains enter that have not fallen.
    case tooWide = "too wide"
    /// No minimum of the event's rank or below is inside.
    case misses
    /// Some of them are inside, some are not.
    case missesSome = "misses some"
    /// No minimum of the event's rank or below was found, but rank 0.
    case noMinimum = "no minimum"
  }

  private let set: AbsorbingSet
  /// The minima up to the event's rank, and those above it.
  let low: [FoundMinimum]
  let high: [FoundMinimum]

  init(_ minima: [FoundMinimum], in set: AbsorbingSet) {
    self.set = set
    low = minima.filter { $0.rank <= set.rank }
    high = minima.filter { $0.rank > set.rank }
  }

  /// The answer; nil where no minimum at all was found.
  var answer: Answer? {
    if high.contains(where: \.isInside) { return .tooWide }
    if low.isEmpty { return high.isEmpty ? nil : .noMinimum }
    return holdsLowMinima ? .fits : low.contains(where: \.isInside) ? .missesSome : .misses
  }

  /// Whether minima of the event's rank or below were found, and all of them are inside.
  var holdsLowMinima: Bool { !low.isEmpty && low.allSatisfy(\.isInside) }

  /// What is to be said of it, in a sentence or two.
  var sentence: String {
    let name = "B_\(set.rank)"
    switch answer {
    case .fits:
      let above = high.isEmpty ? "" : ", and those above it are outside"
      return set.rank == 0
        ? "it fits: \(name) holds the origin, which is a minimum\(above)."
        : "it fits: the minima of rank \(set.rank) or below that gradient descent finds are in \(name)\(above)."
    case .tooWide:
      let ranks = Set(high.filter(\.isInside).map(\.rank)).sorted().map(String.init)
      return
        "it means little: minima of rank \(ranks.joined(separator: " and ")) are in \(name) too, so that chains enter it without a "
        + "fall. A smaller alpha (it is \(TableText.csv(set.alpha))) tells the ranks apart."
    case .misses:
      return
        "it misses the fall: no minimum of rank \(set.rank) or below that gradient descent finds is in \(name). \(reasons)."
    case .missesSome:
      let outside = low.count { !$0.isInside }
      return
        "it misses some falls: \(outside) of \(low.count) minima of rank \(set.rank) or below are not in \(name). \(reasons)."
    case .noMinimum:
      return set.rank == 0
        ? "gradient descent does not come to rest at rank 0, from close by either: what falls there does not stay."
        : "no minimum of rank 1 to \(set.rank) was found by gradient descent: a chain that falls there does not stay, or goes on to rank 0."
    case nil: return "gradient descent finds no minimum to hold the event against."
    }
  }

  /// What keeps the minima out: the worst value of each condition that is broken, beside its limit.
  private var reasons: String {
    let outside = low.filter { !$0.isInside }
    let parts = SetCondition.allCases.compactMap { condition -> String? in
      let broken = outside.filter { $0.reading.standing == .outside(condition) }
      guard let largest = broken.compactMap({ $0.reading.value(of: condition) }).max() else {
        return nil
      }
      let worst = TableText.significant(largest, digits: 3)
      let limit = TableText.csv(SetReading.limit(of: condition, in: set))
      switch condition {
      case .rank:
        return
          "their sum of f_alpha goes up to \(worst), and at most r + epsilon2 = \(limit) is inside"
      case .bound: return "their layers have squared norms up to \(worst), and bound is \(limit)"
      case .balance:
        return "their layers differ by up to \(worst) in balance, and epsilon1 is \(limit)"
      }
    }
    let text = parts.joined(separator: "; ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
