extension Schedule {
  /// This schedule before `step`, and `phase` from there on: that of an offshoot which branches off at `step`.
  ///
  /// Costs time and memory for every phase before the branch, those of a schedule that repeats unrolled.
  public func branching(at step: Int, to phase: Phase) -> Schedule {
    var before: [Phase] = []
    var start = 0
    while start < step {
      let (held, remaining) = self.phase(at: start)
      let steps = min(remaining, step - start)
      before.append(Phase(steps: steps, learningRate: held.learningRate, ridge: held.ridge))
      start += steps
    }
    return Schedule(before: before, last: phase)
  }
}
