import AbsorbingSets

/// Watches told by levels alone: a chain that is outside has broken the condition on the rank.
extension PassageWatch {
  /// Notes a level at a step.
  public mutating func observe(level: Int?, step: Int) { observe(Self.standing(level), step: step) }

  /// Notes a look that may mislead.
  public mutating func look(level: Int?, step: Int, looks: Int) {
    look(Self.standing(level), step: step, looks: looks)
  }

  private static func standing(_ level: Int?) -> Standing {
    level.map { .inside(level: $0) } ?? .outside(.rank)
  }
}
