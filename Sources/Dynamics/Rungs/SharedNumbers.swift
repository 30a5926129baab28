/// What chain i of two arms have in common when the arms share their streams of random numbers and differ in their rung alone. Such chains are
/// pairs: what they share drops out of the difference of their times.
public enum SharedNumbers: String, Sendable {
  /// theta_0.
  case start
  /// theta_0, and the entry of every step; of a batch, its first.
  case entries = "start and entries"
  /// theta_0, and the normal numbers of every step; for other numbers of substeps, their sums.
  case normals = "start and normals"
}

extension ChainLaw {
  /// What its chains share with those of another law of the same start.
  public func sharedNumbers(with other: ChainLaw) -> SharedNumbers {
    switch (rung, other.rung) {
    case (.sgd, .sgdBatch), (.sgdBatch, .sgd), (.sgdBatch, .sgdBatch): return .entries
    default:
      // Streams are counted by the normal numbers of a step: other numbers, other places.
      let (own, others) = (normals, other.normals)
      return own > 0 && own == others ? .normals : .start
    }
  }

  private var normals: Int { rung.normals(entries: problem.entries.count, parameters: shape.parameterCount) }
}
