extension Refusal {
  static let dynamics: [Refusal] = [
    rung(
      "unknown", "[langevn]", key: ".0",
      "expected \(words), found 'langevn'; did you mean 'langevin'?"),
    rung("far", "[sgd, adam]", key: ".1", "expected \(words), found 'adam'"),
    rung("scalar", "sgd", key: "", "expected a list of rungs such as [sgd, langevin], found 'sgd'"),
    rung(
      "mapping", "{ sgd: {} }", key: "",
      "expected a list of rungs such as [sgd, langevin], found a mapping of keys"),
    rung(
      "empty", "[]", key: "",
      "expected at least one of gd, sgd, sgd-batch, sgd-shuffled, label-noise, gaussian-matched, gaussian-frozen, langevin"
    ),
    rung("nothing", "[~]", key: ".0", "expected \(words), found nothing"),
    rung("list", "[[sgd]]", key: ".0", "expected \(words), found a list"),
    rung("twice", "[sgd, gd, sgd]", key: ".2", "'sgd' is listed twice"),
    rung(
      "twice by value", "[langevin, { langevin: { temperature: matched, substeps: 1 } }]",
      key: ".1",
      "'langevin(temperature: matched)' is listed twice"),
    rung(
      "twice with other chains", "[{ sgd-batch: 4 }, { sgd-batch: { size: 4, chains: 9 } }]",
      key: ".1",
      "'sgd-batch(4)' is listed twice"),
    rung(
      "twice at zero", "[{ langevin: { temperature: 0 } }, { langevin: { temperature: -0.0 } }]",
      key: ".1",
      "'langevin(temperature: 0.0)' is listed twice"),
    rung(
      "many", "[" + (1...4097).map { "{ sgd-batch: \($0) }" }.joined(separator: ", ") + "]",
      key: "",
      "expected at most 4096 rungs, found 4097"),
    rung(
      "batch alone", "[sgd-batch]", key: ".0",
      "'sgd-batch' needs a size; expected a rung such as { sgd-batch: 4 }"),
    rung(
      "labels alone", "[label-noise]", key: ".0",
      "'label-noise' needs a std; expected a rung such as { label-noise: { std: 0.1 } }"),
    rung(
      "labels without a key", "[{ label-noise: 0.1 }]", key: ".0.label-noise",
      "expected a mapping with the keys std, chains, found '0.1'"),
    rung(
      "labels below 0", "[{ label-noise: { std: -1 } }]", key: ".0.label-noise.std",
      "expected a number from 0 up, found '-1'"),
    rung(
      "batch without size", "[{ sgd-batch: { chains: 3 } }]", key: ".0.sgd-batch.size",
      "missing; expected how many entries a step draws"),
    rung(
      "batch 0", "[{ sgd-batch: 0 }]", key: ".0.sgd-batch",
      "expected a whole number from 1 to 4096, found '0'"),
    rung(
      "batch large", "[{ sgd-batch: { size: 4097 } }]", key: ".0.sgd-batch.size",
      "expected a whole number from 1 to 4096, found '4097'"),
    rung(
      "batch list", "[{ sgd-batch: [4] }]", key: ".0.sgd-batch",
      "expected a mapping with the keys size, chains, found a list"),
    rung(
      "no options", "[{ langevin: }]", key: ".0.langevin",
      "expected a mapping with the keys temperature, substeps, chains, found nothing"),
    rung(
      "bare temperature", "[{ langevin: 0.001 }]", key: ".0.langevin",
      "expected a mapping with the keys temperature, substeps, chains, found '0.001'"),
    rung(
      "options beside", "[{ langevin: , temperature: 0.001 }]", key: ".0",
      "expected one rung with its options below it, such as { langevin: { temperature: 0.001 } }, found 2 keys"
    ),
    rung(
      "no rung", "[{}]", key: ".0",
      "expected one rung with its options below it, such as { langevin: { temperature: 0.001 } }, found 0 keys"
    ),
    rung(
      "unknown with options", "[{ langevn: { substeps: 2 } }]", key: ".0.langevn",
      "unknown key; did you mean 'langevin'? (keys here: gd, sgd, sgd-batch"),
    rung(
      "unknown option", "[{ gaussian-matched: { substep: 2 } }]",
      key: ".0.gaussian-matched.substep",
      "unknown key; did you mean 'substeps'? (keys here: substeps, chains)"),
    rung(
      "option of another", "[{ sgd: { temperature: 2 } }]", key: ".0.sgd.temperature",
      "unknown key (keys here: chains)"),
    rung(
      "substeps 0", "[{ gaussian-frozen: { substeps: 0 } }]", key: ".0.gaussian-frozen.substeps",
      "expected a whole number from 1 to 4096, found '0'"),
    rung(
      "substeps many", "[{ langevin: { substeps: 4097 } }]", key: ".0.langevin.substeps",
      "expected a whole number from 1 to 4096, found '4097'"),
    rung(
      "chains of a rung", "[sgd, { langevin: { chains: 0 } }]", key: ".1.langevin.chains",
      "expected a whole number from 1 to 10000000, found '0'"),
    rung(
      "temperature below 0", "[{ langevin: { temperature: -1e-9 } }]",
      key: ".0.langevin.temperature",
      "expected matched or a number from 0 up, found '-1e-9'"),
    rung(
      "temperature infinite", "[{ langevin: { temperature: .inf } }]",
      key: ".0.langevin.temperature",
      "expected matched or a number from 0 up, found '.inf'"),
    rung(
      "temperature misspelled", "[{ langevin: { temperature: mached } }]",
      key: ".0.langevin.temperature",
      "expected matched or a number from 0 up, found 'mached'; did you mean 'matched'?"),
    rung(
      "temperature list", "[{ langevin: { temperature: [1, 2] } }]", key: ".0.langevin.temperature",
      "expected matched or a number from 0 up, found a list"),
  ]

  /// Laws that a rung cannot have.
  static let rungLimits: [Refusal] = [
    rung(
      "addresses of normals", "[sgd, gaussian-matched]", [9: "horizon: 281474976710656"], key: ".1",
      "gaussian-matched has no random numbers for so many steps; expected a shorter horizon or follow-up"
    ),
    rung(
      "addresses of many normals", "[langevin]", [9: "horizon: 1099511627700"], key: ".0",
      "langevin(temperature: matched) has no random numbers for so many steps"),
    rung(
      "addresses of batches", "[{ sgd-batch: 2 }]",
      [
        9: "horizon: 281474976710656",
        10:
          "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, follow: 281474976710656 }",
      ], key: ".0", "sgd-batch(2) has no random numbers for so many steps"),
    rung(
      "normals of a large network", "[{ langevin: { temperature: 0 } }]", [4: network(2050)],
      key: ".0",
      "langevin(temperature: 0.0) takes 4210700 numbers a step; at most 4194304 are possible"),
    rung(
      "normals of many substeps", "[{ langevin: { substeps: 4096 } }]", [4: network(31)], key: ".0",
      "langevin(temperature: matched, substeps: 4096) takes 4444160 numbers a step; at most 4194304 are possible"
    ),
    rung(
      "kicks of many substeps", "[{ gaussian-frozen: { substeps: 4096 } }]", [4: network(31)],
      key: ".0",
      "gaussian-frozen(substeps: 4096) takes 4444160 numbers a step; at most 4194304 are possible"),
    rung(
      "late noise", "[sgd, langevin]",
      [7: "  - { steps: 1000001, eta: 0.03, lambda: 0.1 }", 9: "horizon: 2000000"], key: ".1",
      "langevin(temperature: matched) takes its noise from the minimum in the phase with the largest eta, which begins at step 1000001; "
        + "expected a schedule that comes to it by step 1000000"),
    rung(
      "gradients at the minimum", "[gaussian-frozen]",
      [3: "  observed: [[1, 2, 3], [4, 5, 6]]", 4: network(900)], key: ".0",
      "gaussian-frozen keeps 6 gradients of 814500 numbers each; at most 4194304 numbers are possible"
    ),
  ]

  private static let words =
    "gd, sgd, sgd-batch, sgd-shuffled, label-noise, gaussian-matched, gaussian-frozen or langevin"

  private static func network(_ width: Int) -> String {
    "network: { depth: 3, width: \(width), init: { law: torch-linear } }"
  }

  private static func rung(
    _ name: String, _ dynamics: String, _ changes: [Int: String] = [:], key: String,
    _ message: String
  ) -> Refusal {
    Refusal(
      "rung " + name, StudySample.text(changes.merging([11: "dynamics: " + dynamics]) { $1 }),
      line: 11, key: "dynamics" + key,
      message)
  }
}
