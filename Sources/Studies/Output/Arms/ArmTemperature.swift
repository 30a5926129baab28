import Chains
import DeepLinear
import Ladder

/// The noise of those chains of an arm with additive noise whose minima have one rank.
struct ArmTemperature {
  /// What noise keeps alive where the data do not see.
  struct Floor {
    /// The floor of the median temperature.
    let noise: NoiseFloor
    /// How often it is within what the event allows.
    let inside: FloorInside

    /// What a floor says of membership.
    enum Standing: String {
      /// Chains are not seen inside.
      case above
      /// The mean is above epsilon2, yet chains may be seen inside.
      case near
      /// The mean is at most epsilon2.
      case below
    }

    init(_ noise: NoiseFloor, law: ChainLaw) {
      (self.noise, inside) = (noise, FloorInside(noise, law: law))
    }

    /// Where it stands.
    var standing: Standing {
      inside.probability < FloorInside.rare ? .above : noise.isAbove ? .near : .below
    }
  }

  /// The phase with the largest learning rate, in which noise is matched.
  let phase: Schedule.Phase
  /// The minimum of these chains.
  let minimum: MinimumRank
  /// How many they are.
  let chains: Int
  /// tr Sigma over the chains; nil where they did not look for their minimum.
  let trace: MedianAndEnds?
  /// T over the chains in that phase.
  let temperature: MedianAndEnds?
  /// Their exits and re-entries.
  let directions: ArmDirections
  /// nil for `gaussian-frozen`, and at depth 2.
  let floor: Floor?
}

/// The minimum that gradient descent reaches from a chain's start, as far as the chain's noise
/// needs it.
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
