extension Refusal {
  static let sweep: [Refusal] = [
    Refusal(
      "sweep key", StudySample.text(adding: ["sweep:", "  network.widht: [3, 4]"]),
      line: 15, key: "sweep.network.widht", "unknown key; did you mean 'width'? (keys here"),
    Refusal(
      "sweep place", StudySample.text(adding: ["sweep:", "  net.width: [3, 4]"]),
      line: 15, key: "sweep.net.width", "there is no such place in this study to put a value"),
    Refusal(
      "sweep value",
      StudySample.text(adding: ["sweep:", "  network.depth:", "    - 3", "    - 1"]),
      line: 17, key: "sweep.network.depth.1", "expected a whole number from 2 to 64, found '1'"),
    Refusal(
      "sweep empty", StudySample.text(adding: ["sweep:", "  network.depth: []"]),
      line: 15, key: "sweep.network.depth", "expected at least one value, found an empty list"),
    Refusal(
      "sweep nothing", StudySample.text(adding: ["sweep:"]),
      line: 14, key: "sweep",
      "expected a mapping of dotted keys to lists, such as { network.depth: [3, 4] }, or a list of points, found nothing"
    ),
    Refusal(
      "sweep scalar", StudySample.text(adding: ["sweep:", "  network.depth: 3"]),
      line: 15, key: "sweep.network.depth", "expected a list of values, such as [3, 4], found '3'"),
    Refusal(
      "sweep fixed", StudySample.text(adding: ["sweep:", "  seed: [3, 4]"]),
      line: 15, key: "sweep.seed",
      "this key is the same for a whole study; expected a dotted key such as network.depth"),
    Refusal(
      "sweep overlap",
      StudySample.text(adding: [
        "sweep:", "  network.init: [{ law: torch-linear }]", "  network.init.law: [normal]",
      ]),
      line: 16, key: "sweep.network.init.law", "this key and 'network.init' set the same place"),
    Refusal(
      "sweep twice", StudySample.text(adding: ["sweep:", "  network.depth: [3, 3]"]),
      line: 15, key: "sweep.network.depth.1", "'3' is listed twice"),
    Refusal(
      "sweep keys",
      StudySample.text(adding: [
        "sweep: {" + (0..<257).map { "schedule.\($0).eta: [1]" }.joined(separator: ",") + "}"
      ]),
      line: 14, key: "sweep", "expected at most 256 swept keys, found 257"),
    Refusal(
      "sweep arms",
      StudySample.text(adding: [
        "sweep:", "  network.depth: [" + (2...60).map(String.init).joined(separator: ",") + "]",
        "  horizon: [" + (2...90).map(String.init).joined(separator: ",") + "]",
      ]),
      line: 16, key: "sweep.horizon", "the sweep makes more than 4096 arms"),
    Refusal(
      "sweep index", StudySample.text(adding: ["sweep:", "  schedule.2.eta: [0.1]"]),
      line: 15, key: "sweep.schedule.2.eta", "there is no such place in this study to put a value"),
    Refusal(
      "sweep rank", StudySample.text(adding: ["sweep:", "  event.rank: [0, 2]"]),
      line: 15, key: "sweep.event.rank.1",
      "a rank of 2 is no event, since every chain starts there; expected less than min(d_in, d_out) = 2"
    ),
    Refusal(
      "points nothing", StudySample.text(adding: ["sweep: []"]),
      line: 14, key: "sweep", "expected at least one point, found an empty list"),
    Refusal(
      "points scalar", StudySample.text(adding: ["sweep:", "  - { horizon: 60 }", "  - 3"]),
      line: 16, key: "sweep.1",
      "expected a mapping of dotted keys to values, such as { network.depth: 3, horizon: 60000 }, found '3'"
    ),
    Refusal(
      "points empty", StudySample.text(adding: ["sweep:", "  - {}"]),
      line: 15, key: "sweep.0",
      "expected a mapping of dotted keys to values, such as { network.depth: 3, horizon: 60000 }, found a"
    ),
    Refusal(
      "points more keys",
      StudySample.text(adding: [
        "sweep:", "  - horizon: 60", "  - horizon: 70", "    network.depth: 4",
      ]),
      line: 17, key: "sweep.1.network.depth",
      "the first point does not set this key; expected the same keys in every point"),
    Refusal(
      "points fewer keys",
      StudySample.text(adding: [
        "sweep:", "  - { horizon: 60, network.depth: 4 }", "  - { horizon: 70 }",
      ]),
      line: 16, key: "sweep.1",
      "the first point sets 'network.depth', this one does not; expected the same keys in every point"
    ),
    Refusal(
      "points twice",
      StudySample.text(adding: [
        "sweep:", "  - { horizon: 60, network.depth: 4 }", "  - { network.depth: 4, horizon: 60 }",
      ]),
      line: 16, key: "sweep.1", "this point is listed twice"),
    Refusal(
      "points fixed", StudySample.text(adding: ["sweep:", "  - { chains: 60 }"]),
      line: 15, key: "sweep.0.chains",
      "this key is the same for a whole study; expected a dotted key such as network.depth"),
    Refusal(
      "points overlap",
      StudySample.text(adding: [
        "sweep:", "  - { network.init: { law: torch-linear }, network.init.law: normal }",
      ]),
      line: 15, key: "sweep.0.network.init.law", "this key and 'network.init' set the same place"),
    Refusal(
      "points place", StudySample.text(adding: ["sweep:", "  - { net.width: 3 }"]),
      line: 15, key: "sweep.0.net.width", "there is no such place in this study to put a value"),
    Refusal(
      "points value",
      StudySample.text(adding: ["sweep:", "  - { horizon: 60 }", "  - { horizon: 0 }"]),
      line: 16, key: "sweep.1.horizon", "expected a whole number from 1 to 2^48, found '0'"),
    Refusal(
      "points many",
      StudySample.text(adding: ["sweep:"] + (1...4097).map { "  - { horizon: \($0) }" }),
      line: 15, key: "sweep", "the sweep makes more than 4096 arms"),
    Refusal(
      "points keys",
      StudySample.text(adding: [
        "sweep: [{" + (0..<257).map { "k\($0): 1" }.joined(separator: ",") + "}]"
      ]),
      line: 14, key: "sweep.0", "expected at most 256 swept keys, found 257"),
  ]
}
