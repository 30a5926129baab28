import AbsorbingSets

extension PassageWatch {
  /// Notes where gradient descent leads from the chain at `step`, for a law that judges by it. A descent that says nothing (`Rest.isDecided`)
  /// neither confirms nor contradicts: it is as if there had been no look, and the looks around it are in a row.
  mutating func look(_ rest: Descent.Rest, step: Int, law: ChainLaw) {
    guard rest.isDecided else { return }
    look(rest.standing(to: law.event.rank), step: step, looks: law.judge.looks)
  }
}
