extension Refusal {
  static let keys: [Refusal] = [
    Refusal(
      "unknown top", StudySample.text(adding: ["sede: 3"]),
      line: 14, key: "sede", "unknown key; did you mean 'seed'? (keys here"),
    Refusal(
      "unknown network",
      StudySample.text([4: "network: { depth: 3, widht: 4, init: { law: torch-linear } }"]),
      line: 4, key: "network.widht", "unknown key; did you mean 'width'? (keys here"),
    Refusal(
      "unknown far", StudySample.text(adding: ["zebra: 3"]),
      line: 14, key: "zebra", "unknown key (keys here"),
    Refusal(
      "unknown event",
      StudySample.text([
        10: "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, folow: 200 }"
      ]),
      line: 10, key: "event.folow", "unknown key; did you mean 'follow'? (keys here"),
    Refusal(
      "case", StudySample.text([13: "Seed: 7"]),
      line: 13, key: "Seed", "unknown key; did you mean 'seed'? (keys here"),
    Refusal(
      "merge key", StudySample.text(adding: ["<<: { seed: 3 }"]),
      line: 14, key: "<<", "unknown key (keys here"),
    Refusal(
      "duplicate", StudySample.text(adding: ["seed: 3"]),
      line: 13, key: "seed", "'seed' is given more than once in one mapping, first here; keep one"),
    Refusal(
      "duplicate nested",
      StudySample.text([4: "network: { depth: 3, depth: 4, width: 3, init: { law: torch-linear } }"]
      ),
      line: 4, key: "depth", "'depth' is given more than once in one mapping, first here; keep one"),
    Refusal(
      "missing horizon", StudySample.text([9: ""]),
      line: 1, key: "horizon", "missing; expected the step at which a chain is censored"),
    Refusal(
      "missing convention", StudySample.text([5: ""]),
      line: 1, key: "convention",
      "missing; expected main, appendix or figures; these are different systems, so there is no default"
    ),
    Refusal(
      "empty text", "",
      line: nil, key: nil, "there is no study in this file: it is empty or all comments"),
    Refusal(
      "comments", "# nothing\n\n",
      line: nil, key: nil, "there is no study in this file: it is empty or all comments"),
    Refusal(
      "scalar", "hello",
      line: 1, key: nil,
      "expected a mapping with the keys study, problem, network, convention, schedule, horizon, event,"
    ),
    Refusal(
      "list root", "- 1\n",
      line: 1, key: nil,
      "expected a mapping with the keys study, problem, network, convention, schedule, horizon, event,"
    ),
    Refusal(
      "key list", StudySample.text(adding: ["[a]: 3"]),
      line: 14, key: nil, "a key must be a word, not a list or a mapping"),
  ]
}
