import AbsorbingSets

/// What the sentence on an arm is made of: numbers and names alone.
struct ComparisonFacts {
  /// A number with its limits.
  struct Known: Equatable {
    var value: Double
    var lower: Double
    var upper: Double
  }

  /// The difference of the restricted means to the reference.
  enum MeanDifference: Equatable {
    /// With its interval.
    case known(Known, isPaired: Bool)
    /// Without, and why: what stands behind "because".
    case unknown(String)
  }

  /// The ratio of the hazard to the reference's.
  enum Ratio: Equatable {
    case about(Double, changes: Bool)
    case below(Double)
    case above(Double)
  }

  /// What came after the entries.
  struct Stay: Equatable {
    /// The exits by what they broke.
    var exits: ExitCounts
    var stepsInside: Int
    /// The exits by rank per step inside; nil where no step was inside.
    var rate: Known?
    /// The chains with an exit by rank.
    var leaving: Int
    /// The entries after an exit by rank.
    var reentries = 0
    /// The share of time inside.
    var inside: Double?
  }

  /// Where gradient descent leads from some last states.
  struct Resting: Equatable {
    /// To the event's rank or below.
    var within: Int
    /// Above it.
    var above: Int
    /// To no minimum, or the chain has diverged.
    var unknown = 0
    /// The only rank among those within; nil where there are several.
    var only: Int?

    var total: Int { within + above + unknown }
  }

  /// The floor of isotropic noise.
  struct Floor: Equatable {
    var expected: Double
    var allowed: Double
    /// How often it is within what is allowed.
    var inside: Double

    /// Whether it keeps chains out.
    var isClosed: Bool { inside < FloorInside.rare }
    /// Whether its mean is above what is allowed.
    var isAbove: Bool { expected > allowed }
  }

  /// The chains whose minima have one rank.
  struct Minimum: Equatable {
    var rank: Int
    var chains: Int
    /// Their median temperature.
    var temperature: Double
    /// Their exits by rank per step inside; nil where no step was inside, or none was watched.
    var rate: Known?
  }

  /// The arm.
  var name: String
  /// The arm that it is compared with; nil for the reference itself.
  var reference: String?
  /// The event's set, such as `B_1`.
  var set: String
  /// The event's rank.
  var rank: Int
  var chains: Int
  var entered: Int
  var enteredShare: Known
  var diverged: Int
  /// The chains that were seen at rank 0 after their entry, or at it.
  var collapsed = 0
  /// Whether every chain ended as the reference's chain of the same number: the same times and
  /// ways, with an entry among them.
  var isIdentical = false
  /// Whether the minima of the event's rank that gradient descent finds without noise are known to
  /// be in the event's set: then the floor may be what keeps a chain out of it.
  var minimaAreInside = false
  /// The chains that diverged after their entry.
  var divergedAfter = 0
  var divergedShare: Known
  /// The arm's own restricted mean; nil where it is not known.
  var mean: Known?
  /// The chains of the reference that entered.
  var referenceEntered: Int
  var difference: MeanDifference?
  var ratio: Ratio?
  /// nil where chains were not followed.
  var stay: Stay?
  /// From the last states of chains that entered, and of those that did not.
  var restingEntered: Resting
  var restingCensored: Resting
  /// nil where there is none, or where it is not that of the phase that chains end in.
  var floor: Floor?
  /// The ranks that have a temperature of their own.
  var minima: [Minimum] = []
}
