/// How a step of a rung is made: all that engines know of a rung.
public enum StepFamily: Equatable, Sendable {
  /// Along the gradient of one entry that is drawn.
  case entry
  /// The same, with a shift of the entry's value a_k that is drawn as well.
  case shiftedEntry
  /// Along sum_k c_k g_k with a mix c: one for every substep where it is `redrawn`, else the same
  /// for all.
  case mix(redrawn: Bool)
  /// Along the mean gradient, with a kick after each substep.
  case kicked(Kick)

  /// What a kick is made of.
  public enum Kick: Sendable {
    /// scale * xi: a normal number for every weight.
    case everyWeight
    /// sum_q (scale * zeta_q) n_q along the N - 1 directions of `MinimumNoise`.
    case directions
  }

  /// Whether a step goes along one entry's gradient alone.
  public var drawsOneEntry: Bool { self == .entry || self == .shiftedEntry }

  /// Whether the noise is added to the weights as it is, and not made of the gradients at the
  /// current point. Such noise does not commute with changes of basis, so these chains run at the
  /// study's full width and are never compressed.
  public var isAdditive: Bool { if case .kicked = self { true } else { false } }

  /// Whether the kicks go along directions that are kept for each chain.
  public var keepsDirections: Bool { self == .kicked(.directions) }
}

/// Which entries a step of a rung draws.
public enum EntryLaw: Equatable, Sendable {
  /// None: all take part alike, or by normal numbers.
  case none
  /// So many, independently of each other and of other steps.
  case independent(Int)
  /// One, in a fresh order of all entries each epoch.
  case shuffled
}

/// What one step draws.
public enum StepDraw: Sendable {
  /// The entry whose gradient is followed.
  case entry(Int)
  /// The same, and what is added to its value a_k.
  case shiftedEntry(Int, shift: Double)
  /// The mix c_k of the entries' gradients, by substep.
  case mix([[Double]])
  /// Standard normal numbers beside gradient descent, by substep.
  case normals([[Double]])
}
