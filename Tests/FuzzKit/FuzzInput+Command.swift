extension FuzzInput {
  private static let options = [
    "--time", "--event", "--start", "--upper", "--group", "--strata", "--cause", "--weight", "--na",
    "--missing-is-censored", "--encoding", "--format", "--output", "--spreadsheet-safe", "--level",
    "--interval",
    "--quantiles", "--at", "--horizon", "--landmark", "--group-order", "--reference", "--laws",
    "--replicates",
    "--seed", "--threads", "--help", "--version", "--", "-", "-1",
  ]

  /// A command line; the files d.csv and s.yaml are there, and d.csv holds the bytes.
  static func command(_ random: inout FuzzRandom) -> FuzzInput {
    var file = survival(&random)
    var words = ["survival", "d.csv"]
    switch random.below(10) {
    case 0:
      words = [random.pick(["info", "bounds", "replay", "rnu", "", "--version", "help", "-"])]
    case 1: words = ["bounds", random.pick(["s.yaml", "d.csv", "none.yaml", ""])]
    default:
      for (key, value) in file.options.sorted(by: { $0.key < $1.key }) {
        let name =
          ["missingIsCensored": "missing-is-censored", "spreadsheetSafe": "spreadsheet-safe"][key]
          ?? key
        words.append("--" + name)
        if value != "yes" { words.append(value) }
      }
      if words.contains("--laws") { words += ["--replicates", "2"] }
    }
    for _ in 0..<max(0, random.below(5) - 2) {
      switch random.below(4) {
      case 0: words.append(random.pick(options))
      case 1:
        words += [
          random.pick(options), random.pick(Stumble.numbers + ["csv", "latin1", "g", "t", "out"]),
        ]
      case 2:
        words.insert(
          random.pick(Stumble.numbers + Stumble.words), at: random.below(words.count + 1))
      default: if words.count > 1 { words.remove(at: random.below(words.count)) }
      }
    }
    // No argument of a program holds a zero byte, and some 10^6 replicates would take their time.
    file.options = ["arguments": words.map { $0.filter { $0 != "\0" } }.joined(separator: "\u{1F}")]
    file.kind = .command
    return file
  }
}
