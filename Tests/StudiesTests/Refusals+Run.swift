extension Refusal {
  static let run: [Refusal] = [
    Refusal(
      "convention", StudySample.text([5: "convention: figure"]),
      line: 5, key: "convention",
      "expected main, appendix or figures, found 'figure'; did you mean 'figures'?"),
    Refusal(
      "name slash", StudySample.text([1: "study: ../etc"]),
      line: 1, key: "study",
      "expected 1 to 64 of the characters a-z, 0-9, '-', '_' and '.', without a leading dot, found '../etc'"
    ),
    Refusal(
      "name dot", StudySample.text([1: "study: .hidden"]),
      line: 1, key: "study",
      "expected 1 to 64 of the characters a-z, 0-9, '-', '_' and '.', without a leading dot, found"),
    Refusal(
      "name capital", StudySample.text([1: "study: Fig1"]),
      line: 1, key: "study",
      "expected 1 to 64 of the characters a-z, 0-9, '-', '_' and '.', without a leading dot, found 'Fig1'"
    ),
    Refusal(
      "name long", StudySample.text([1: "study: " + String(repeating: "a", count: 65)]),
      line: 1, key: "study",
      "expected 1 to 64 of the characters a-z, 0-9, '-', '_' and '.', without a leading dot, found"),
    Refusal(
      "name empty", StudySample.text([1: "study: \"\""]),
      line: 1, key: "study",
      "expected 1 to 64 of the characters a-z, 0-9, '-', '_' and '.', without a leading dot, found ''"
    ),
    Refusal(
      "steps negative", StudySample.text([7: "  - { steps: -500, eta: 0.03, lambda: 0.1 }"]),
      line: 7, key: "schedule.0.steps", "expected a whole number from 1 to 2^48, found '-500'"),
    Refusal(
      "eta negative", StudySample.text([8: "  - { eta: -0.2, lambda: 0.1 }"]),
      line: 8, key: "schedule.1.eta", "phase 2 has eta = -0.2; a finite number from 0 up is needed"),
    Refusal(
      "eta missing", StudySample.text([8: "  - { lambda: 0.1 }"]),
      line: 8, key: "schedule.1.eta", "missing; expected the learning rate, a number from 0 up"),
    Refusal(
      "endless", StudySample.text([7: "  - { eta: 0.03, lambda: 0.1 }"]),
      line: 7, key: "schedule.0",
      "phase 1 has no number of steps; only the last phase of a schedule that does not repeat may go"
    ),
    Refusal(
      "schedule empty", StudySample.text([6: "schedule: []", 7: "", 8: ""]),
      line: 6, key: "schedule",
      "the schedule has no phase; at least one with eta and lambda is needed"),
    Refusal(
      "schedule scalar", StudySample.text([6: "schedule: 3", 7: "", 8: ""]),
      line: 6, key: "schedule",
      "expected a list of phases such as { steps: 500, eta: 0.03, lambda: 0.1 }, found '3'"),
    Refusal(
      "repeat endless", StudySample.text([6: "schedule:\n  repeat: true\n  phases:"]),
      line: 10, key: "schedule.phases.1",
      "phase 2 has no number of steps; only the last phase of a schedule that does not repeat may go"
    ),
    Refusal(
      "repeat word", StudySample.text([6: "schedule:\n  repeat: yes\n  phases:"]),
      line: 7, key: "schedule.repeat", "expected true or false, found 'yes'"),
    Refusal(
      "rank",
      StudySample.text([
        10: "event: { rank: 2, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3 }"
      ]),
      line: 10, key: "event.rank",
      "a rank of 2 is no event, since every chain starts there; expected less than min(d_in, d_out) = 2"
    ),
    Refusal(
      "alpha",
      StudySample.text([10: "event: { rank: 1, alpha: 0, epsilon1: 0.3, epsilon2: 0.1, bound: 3 }"]
      ),
      line: 10, key: "event.alpha", "alpha = 0.0; a finite number above 0 is needed"),
    Refusal(
      "epsilon2",
      StudySample.text([10: "event: { rank: 1, alpha: 0.1, epsilon1: 0.3, epsilon2: 1, bound: 3 }"]
      ),
      line: 10, key: "event.epsilon2", "epsilon2 = 1.0; a number from 0 up and below 1 is needed"),
    Refusal(
      "balance",
      StudySample.text([
        10:
          "event: { rank: 1, alpha: 0.1, epsilon1: 0.3, epsilon2: 0.1, bound: 3, balance: frobenius }"
      ]),
      line: 10, key: "event.balance", "expected spectral or frobenius-squared, found 'frobenius'"),
    Refusal(
      "follow",
      StudySample.text([
        10:
          "event: { rank: 1, alpha: 0.1, epsilon1: 0.3, epsilon2: 0.1, bound: 3, follow: 281474976710657 }"
      ]),
      line: 10, key: "event.follow",
      "expected a whole number from 0 to 2^48, found '281474976710657'"),
    Refusal(
      "cores with quench",
      StudySample.text([
        10: event(adding: "quench: 32, cores: { every: 32, margin: 0.2, commitment: 64 }")
      ]),
      line: 10, key: "event.cores",
      "quench and cores are two judges of one chain; expected one of them"),
    Refusal(
      "cores between",
      StudySample.text([10: event(adding: "cores: { every: 33, margin: 0.2, commitment: 64 }")]),
      line: 10, key: "event.cores.every", "expected a multiple of 32, found '33'"),
    Refusal(
      "a commitment of one look",
      StudySample.text([10: event(adding: "cores: { every: 64, margin: 0.2, commitment: 32 }")]),
      line: 10, key: "event.cores.commitment", "expected a whole number from 64 to 2^48, found '32'"
    ),
    Refusal(
      "a commitment beyond the horizon",
      StudySample.text([10: event(adding: "cores: { every: 64, margin: 0.2, commitment: 6001 }")]),
      line: 10, key: "event.cores.commitment",
      "a move that lasts so long is not seen by the horizon of 6000: no entry could count"),
    Refusal(
      "cores that meet",
      StudySample.text([10: event(adding: "cores: { every: 32, margin: 0.6, commitment: 64 }")]),
      line: 10, key: "event.cores.margin", "expected a number above 0 and at most 0.5, found '0.6'"),
    Refusal(
      "quench zero", StudySample.text([10: event(adding: "quench: 0")]),
      line: 10, key: "event.quench", "expected a whole number from 32 to 2^48, found '0'"),
    Refusal(
      "quench between", StudySample.text([10: event(adding: "quench: 100")]),
      line: 10, key: "event.quench", "expected a multiple of 32, found '100'"),
    Refusal(
      "quench word", StudySample.text([10: event(adding: "quench: true")]),
      line: 10, key: "event.quench", "expected a whole number from 32 to 2^48, found 'true'"),
    Refusal(
      "quench without every", StudySample.text([10: event(adding: "quench: { looks: 3 }")]),
      line: 10, key: "event.quench.every",
      "missing; expected the steps from look to look, a multiple of 32"),
    Refusal(
      "quench every", StudySample.text([10: event(adding: "quench: { every: 48 }")]),
      line: 10, key: "event.quench.every", "expected a multiple of 32, found '48'"),
    Refusal(
      "quench looks", StudySample.text([10: event(adding: "quench: { every: 32, looks: 0 }")]),
      line: 10, key: "event.quench.looks", "expected a whole number from 1 to 1000000, found '0'"),
    Refusal(
      "quench beyond the horizon",
      StudySample.text([10: event(adding: "quench: { every: 960, looks: 8 }")]),
      line: 10, key: "event.quench.looks",
      "8 looks, one in 960 steps, are not made by the horizon of 6000: no entry could count; expected at most 7"
    ),
    Refusal(
      "quench far beyond",
      StudySample.text([10: event(adding: "quench: { every: 281474976710656, looks: 1000000 }")]),
      line: 10, key: "event.quench.looks",
      "1000000 looks, one in 281474976710656 steps, are not made by the horizon of 6000"),
    Refusal(
      "quench unknown", StudySample.text([10: event(adding: "quench: { every: 32, look: 2 }")]),
      line: 10, key: "event.quench.look",
      "unknown key; did you mean 'looks'? (keys here: every, looks)"),
    Refusal(
      "quench misspelled", StudySample.text([10: event(adding: "quensh: 32")]),
      line: 10, key: "event.quensh", "unknown key; did you mean 'quench'? (keys here"),
  ]

  private static func event(adding extra: String) -> String {
    "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, \(extra) }"
  }
}
