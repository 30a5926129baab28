extension FuzzInput {
  /// A study with every key that there is.
  private static let study = """
    study: fuzz
    problem:
      two-by-two: { epsilon: 0.25 }
    network: { depth: 3, width: 4, init: { law: normal, std: 1/sqrt(width) } }
    convention: figures
    schedule:
      - { steps: 5, eta: 0.03, lambda: 0.1 }
      - { eta: 0.2, lambda: 0.1 }
    horizon: 60
    event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, balance: spectral, follow: 2 }
    record: { every: 5, chains: 1 }
    dynamics: [sgd, gd, { sgd-batch: 2 }, { langevin: { temperature: 0.001, substeps: 2 } }]
    chains: 2
    seed: 1
    sweep: { network.depth: [2, 3] }
    """

  private static let values = [
    "~", "[]", "{}", "[[1, null], [0.25, 1]]", "[1, [2, [3]]]", "{ a: 1 }", "no-such.csv", "'1'",
    "!!int 1",
    "&a 1", "*a", ".nan", ".inf", "010", "0o7", "1/sqrt(width)", "matched", "spectral", "sgd",
    "- 1", "|", ">",
    "[sgd, sgd]", "{ network.width: [1, 1] }", "{ problem: [1] }", "18446744073709551615",
    "281474976710657",
    "{ phases: [{ steps: 5, eta: 1, lambda: 0 }], repeat: true }",
  ]

  /// A study with some values, lines or bytes changed.
  static func study(_ random: inout FuzzRandom) -> FuzzInput {
    var lines = study.split(separator: "\n").map(String.init)
    for _ in 0..<random.below(3) {
      let place = random.below(lines.count)
      switch random.below(12) {
      case 0: lines.remove(at: place)
      case 1: lines.insert(lines[place], at: place)
      case 2: lines[place] = String(repeating: " ", count: random.below(5)) + lines[place]
      case 3: lines.swapAt(place, random.below(lines.count))
      default: lines[place] = replaced(lines[place], &random)
      }
      if lines.isEmpty { lines = [""] }
    }
    var bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    if random.once(in: 4) { bytes = Stumble.shaken(bytes, &random) }
    return FuzzInput(.study, [:], bytes)
  }

  /// A line with another value behind one of its colons.
  private static func replaced(_ line: String, _ random: inout FuzzRandom) -> String {
    let colons = line.indices.filter { line[$0] == ":" }
    guard !colons.isEmpty else { return random.pick(values) }
    let start = line.index(after: random.pick(colons))
    let end = line[start...].firstIndex { ",}]".contains($0) } ?? line.endIndex
    let usual = ["1", "2", "3", "0.01", "50"]
    let value = random.pick(random.once(in: 2) ? usual : values + Stumble.numbers)
    return line[..<start] + " " + value + line[end...]
  }
}
