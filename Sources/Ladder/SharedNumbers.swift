/// What chain i of two arms have in common when the arms share their streams of random numbers and
/// differ in their rung alone. Such chains are pairs: what they share drops out of the difference
/// of their times.
public enum SharedNumbers: String, Sendable {
  /// theta_0.
  case start
  /// theta_0, and the entry of every step; of a batch, its first.
  case entries = "start and entries"
  /// theta_0, and the normal numbers of every step; for other numbers of substeps, their sums.
  case normals = "start and normals"
}

extension Motion {
  /// What its chains share with those of another motion of the same start.
  public func sharedNumbers(with other: Motion) -> SharedNumbers {
    if case (.independent, .independent) = (rung.kind.entries, other.rung.kind.entries) {
      return .entries
    }
    // Streams are counted by the normal numbers of a step: other numbers, other places.
    return normals > 0 && normals == other.normals ? .normals : .start
  }
}
