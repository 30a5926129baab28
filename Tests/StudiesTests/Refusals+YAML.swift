extension Refusal {
  static let yaml: [Refusal] = [
    Refusal(
      "documents", StudySample.text(adding: ["---", "study: b"]),
      line: 14, key: nil, "a second document starts here; a study file holds one study"),
    Refusal(
      "syntax bracket", StudySample.text([11: "dynamics: [sgd"]),
      line: 12, key: nil,
      "this is not YAML: did not find expected ',' or ']', while parsing a flow sequence from line 11 on"
    ),
    Refusal(
      "syntax indent", StudySample.text([9: "   horizon: 6000"]),
      line: 9, key: nil,
      "this is not YAML: did not find expected '-' indicator, while parsing a block collection from line 7"
    ),
    Refusal(
      "tab", StudySample.text([9: "\thorizon: 6000"]),
      line: 9, key: nil,
      "this is not YAML: found character that cannot start any token, while scanning for the next token"
    ),
    Refusal(
      "control", StudySample.text([9: "horizon: \u{1}6000"]),
      line: 9, key: nil, "this is not YAML: control characters are not allowed"),
    Refusal(
      "anchor", StudySample.text([12: "chains: &n 5"]),
      line: 12, key: nil,
      "anchors and aliases (& and *) are not possible in a study file; write the value out"),
    Refusal(
      "alias", StudySample.text([12: "chains: *n"]),
      line: 12, key: nil,
      "anchors and aliases (& and *) are not possible in a study file; write the value out"),
    Refusal(
      "bomb", "a: &a [x, x]\nb: &b [*a, *a]\n? *b\n: 3\n",
      line: 1, key: nil,
      "anchors and aliases (& and *) are not possible in a study file; write the value out"),
    Refusal(
      "tag", StudySample.text([12: "chains: !!int 5"]),
      line: 12, key: nil,
      "tags such as !!str are not possible in a study file; write the bare value"),
    Refusal(
      "deep", StudySample.text([12: "chains: " + String(repeating: "[", count: 100_000)]),
      line: 12, key: nil,
      "lists or mappings are nested here without end; a study is at most a few levels deep"),
    Refusal(
      "deep blocks",
      StudySample.text([12: "chains:\n  " + String(repeating: "- ", count: 100_000)]),
      line: 13, key: nil,
      "lists or mappings are nested here without end; a study is at most a few levels deep"),
  ]
}
