extension Refusal {
  static let network: [Refusal] = [
    Refusal(
      "depth 1",
      StudySample.text([4: "network: { depth: 1, width: 4, init: { law: torch-linear } }"]),
      line: 4, key: "network.depth", "expected a whole number from 2 to 64, found '1'"),
    Refusal(
      "depth missing", StudySample.text([4: "network: { width: 4, init: { law: torch-linear } }"]),
      line: 4, key: "network.depth", "missing; expected the number of layers, from 2 to 64"),
    Refusal(
      "narrow",
      StudySample.text([4: "network:\n  depth: 3\n  width: 1\n  init: { law: torch-linear }"]),
      line: 6, key: "network.width",
      "a hidden width of 1 is narrower than min(d_in, d_out) = 2, so the network could not reach full rank"
    ),
    Refusal(
      "wide",
      StudySample.text([4: "network: { depth: 3, width: 20000, init: { law: torch-linear } }"]),
      line: 4, key: "network.width", "expected a whole number from 1 to 16384, found '20000'"),
    Refusal(
      "parameters",
      StudySample.text([4: "network: { depth: 30, width: 16384, init: { law: torch-linear } }"]),
      line: 4, key: "network",
      "the network would have 7516258304 weights; at most 100000000 are possible"),
    Refusal(
      "width and widths",
      StudySample.text([
        4: "network: { depth: 3, width: 4, widths: [4, 4], init: { law: torch-linear } }"
      ]),
      line: 4, key: "network.width", "give either 'width' or 'widths', not both"),
    Refusal(
      "widths narrow",
      StudySample.text([4: "network:\n  widths:\n    - 4\n    - 1\n  init: { law: torch-linear }"]),
      line: 7, key: "network.widths.1",
      "a hidden width of 1 is narrower than min(d_in, d_out) = 2, so the network could not reach full rank"
    ),
    Refusal(
      "depth widths",
      StudySample.text([4: "network:\n  widths: [4, 4]\n  depth: 4\n  init: { law: torch-linear }"]
      ),
      line: 6, key: "network.depth",
      "a depth of 4 does not fit 2 hidden widths; expected 3, or no depth at all"),
    Refusal(
      "widths empty", StudySample.text([4: "network: { widths: [], init: { law: torch-linear } }"]),
      line: 4, key: "network.widths", "expected 1 to 63 hidden widths, found 0"),
    Refusal(
      "law",
      StudySample.text([4: "network: { depth: 3, width: 4, init: { law: gaussian, std: 1 } }"]),
      line: 4, key: "network.init.law", "expected normal or torch-linear, found 'gaussian'"),
    Refusal(
      "std missing",
      StudySample.text([4: "network: { depth: 3, width: 4, init: { law: normal } }"]),
      line: 4, key: "network.init.std", "missing; expected 1/sqrt(width) or a number above 0"),
    Refusal(
      "std extra",
      StudySample.text([4: "network: { depth: 3, width: 4, init: { law: torch-linear, std: 1 } }"]),
      line: 4, key: "network.init.std",
      "'std' goes with 'law: normal'; torch-linear has a scale of its own"),
    Refusal(
      "std text",
      StudySample.text([4: "network: { depth: 3, width: 4, init: { law: normal, std: 1/width } }"]),
      line: 4, key: "network.init.std",
      "expected 1/sqrt(width) or a number above 0, found '1/width'"),
    Refusal(
      "std zero",
      StudySample.text([4: "network: { depth: 3, width: 4, init: { law: normal, std: 0 } }"]),
      line: 4, key: "network.init.std",
      "expected 1/sqrt(width) or a number above 0 (a chain never leaves the origin), found '0'"),
  ]
}
