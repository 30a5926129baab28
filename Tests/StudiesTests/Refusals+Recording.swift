extension Refusal {
  private static func offshoots(_ text: String) -> String {
    StudySample.text([6: "schedule:\n  offshoots: \(text)\n  phases:"])
  }

  static let recording: [Refusal] = [
    Refusal(
      "record without chains", StudySample.text(adding: ["record: { every: 100 }"]),
      line: 14, key: "record.chains",
      "missing; expected of how many chains of an arm points are kept"),
    Refusal(
      "record without a distance", StudySample.text(adding: ["record: { chains: 3 }"]),
      line: 14, key: "record.every", "missing; expected how many steps lie between two points"),
    Refusal(
      "record every 0", StudySample.text(adding: ["record: { every: 0, chains: 3 }"]),
      line: 14, key: "record.every", "expected a whole number from 1 to 2^48, found '0'"),
    Refusal(
      "record of no chain", StudySample.text(adding: ["record: { every: 10, chains: 0 }"]),
      line: 14, key: "record.chains", "expected a whole number from 1 to 10000000, found '0'"),
    Refusal(
      "record mistyped", StudySample.text(adding: ["record: { evry: 10, chains: 1 }"]),
      line: 14, key: "record.evry",
      "unknown key; did you mean 'every'? (keys here: every, chains, observables)"),
    Refusal(
      "record a number", StudySample.text(adding: ["record: 10"]),
      line: 14, key: "record",
      "expected a mapping with the keys every, chains, observables, found '10'"),
    Refusal(
      "an observable unknown",
      StudySample.text(adding: ["record: { every: 10, chains: 1, observables: [los] }"]),
      line: 14, key: "record.observables.0",
      "expected loss or set-distance, found 'los'; did you mean 'loss'?"),
    Refusal(
      "an observable twice",
      StudySample.text(adding: ["record: { every: 10, chains: 1, observables: [loss, loss] }"]),
      line: 14, key: "record.observables.1", "'loss' is listed twice"),
    Refusal(
      "record too much", StudySample.text(adding: ["record: { every: 1, chains: 10000000 }"]),
      line: 14, key: "record",
      "an arm would have more than 10000000 points; expected fewer chains, or more steps between points"
    ),
    Refusal(
      "record too much of a chain",
      StudySample.text([9: "horizon: 600000"], adding: ["record: { every: 1, chains: 1 }"]),
      line: 14, key: "record",
      "a chain would have more than 500000 points, those of its offshoots included; expected more steps between points"
    ),
    Refusal(
      "offshoots empty", offshoots("{ at: [], steps: 10, eta: 0.02, lambda: 0.001 }"),
      line: 7, key: "schedule.offshoots.at", "expected at least one step, found an empty list"),
    Refusal(
      "offshoots out of order", offshoots("{ at: [100, 50], steps: 10, eta: 0.02, lambda: 0.001 }"),
      line: 7, key: "schedule.offshoots.at.1",
      "expected steps in ascending order, found 50 after 100"),
    Refusal(
      "offshoots twice", offshoots("{ at: [100, 100], steps: 10, eta: 0.02, lambda: 0.001 }"),
      line: 7, key: "schedule.offshoots.at.1",
      "expected steps in ascending order, found 100 after 100"),
    Refusal(
      "offshoots beyond the horizon",
      offshoots("{ at: [6001], steps: 10, eta: 0.02, lambda: 0.001 }"),
      line: 7, key: "schedule.offshoots.at.0",
      "expected a whole number from 0 to 6000, found '6001'"),
    Refusal(
      "offshoots negative", offshoots("{ at: [6], steps: 10, eta: -0.02, lambda: 0.001 }"),
      line: 7, key: "schedule.offshoots.eta", "expected a number from 0 up, found '-0.02'"),
    Refusal(
      "offshoots without steps", offshoots("{ at: [6], eta: 0.02, lambda: 0.001 }"),
      line: 7, key: "schedule.offshoots.steps", "missing; expected how many steps each lasts"),
    Refusal(
      "offshoots without lambda", offshoots("{ at: [6], steps: 1, eta: 0.02 }"),
      line: 7, key: "schedule.offshoots.lambda", "missing; expected the ridge, a number from 0 up"),
    Refusal(
      "offshoots beside a list of phases",
      StudySample.text(adding: ["offshoots: { at: [6], steps: 1, eta: 0.02, lambda: 0 }"]),
      line: 14, key: "offshoots", "unknown key"),
  ]
}
