import Ladder

/// The minimum that gradient descent reaches from a chain's start, as far as the chain's noise needs it.
enum MinimumRank: Hashable, Comparable {
  /// One of this rank.
  case known(Int)
  /// None: gradient descent does not come to rest.
  case notAtRest
  /// It was not looked for.
  case unsought

  /// Of what a chain found.
  init(_ noise: MinimumNoise.Summary?) {
    guard let noise else {
      self = .unsought
      return
    }
    self = noise.rank.map { .known($0) } ?? .notAtRest
  }

  /// The rank; nil without one.
  var rank: Int? { if case .known(let rank) = self { rank } else { nil } }
}
