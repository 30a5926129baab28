extension FuzzInput {
  /// A data file, mostly with sound cells, and questions about it.
  static func survival(_ random: inout FuzzRandom) -> FuzzInput {
    let isInterval = random.once(in: 4)
    var options = ["time": "t"]
    if isInterval {
      options["upper"] = "u"
    } else {
      options["event"] = random.pick(["e", "e", "e", "e", "e", "g=a", "e=1", "e=2"])
      if random.once(in: 12) { options["cause"] = "c" }
      if random.once(in: 4) { (options["event"], options["cause"]) = (nil, "c") }
    }
    for (key, column) in [("start", "s"), ("group", "g"), ("weight", "w")] where random.once(in: 3)
    {
      options[key] = column
    }
    if options["group"] != nil, !isInterval, random.once(in: 3) { options["strata"] = "k" }
    for key in ["laws", "missingIsCensored", "spreadsheetSafe"] where random.once(in: 8) {
      options[key] = "yes"
    }
    if random.once(in: 4) { options["at"] = random.pick(["1", "0,3", "1e100", "2.5,1e-100,7"]) }
    if random.once(in: 6) { options["horizon"] = random.pick(["1", "1e200", "1e-300", "7"]) }
    if random.once(in: 6) { options["level"] = random.pick(["0.5", "0.999999999999", "1e-12"]) }
    if random.once(in: 6) { options["interval"] = random.pick(["plain", "log", "log-log"]) }
    if random.once(in: 6) {
      options["quantiles"] = random.pick(["1e-300,1", "0.07,0.0700000000001", "0.999999"])
    }
    if random.once(in: 6) { options["landmark"] = random.pick(["0", "1", "2", "1e99"]) }
    if random.once(in: 10) { options["na"] = random.pick(["NA", "0", "-1", "x,1"]) }
    if random.once(in: 6) {
      options["encoding"] = random.pick(["latin1", "latin1", "utf-16", "windows-1252"])
    }
    let separator = random.pick([",", ",", ";", "\t"])
    var lines = [["t", "e", "u", "s", "g", "k", "c", "w"].joined(separator: separator)]
    let isWild = random.once(in: 3)
    for _ in 0..<(random.once(in: 20) ? 0 : 1 + random.below(13)) {
      func number(_ usual: [String]) -> String {
        isWild && random.once(in: 6) ? random.pick(Stumble.numbers) : random.pick(usual)
      }
      func word(_ usual: [String]) -> String {
        isWild && random.once(in: 6) ? random.pick(Stumble.words) : random.pick(usual)
      }
      let time = [
        "1", "2", "3", "3", "4.5", "7",
        random.pick(["5", "0", "1e100", "1e-100", "3.0000000000000004"]),
      ]
      lines.append(
        [
          number(time), number(["0", "1", "1"]), number(["1e100", "8e99", "", "NA", "inf"]),
          number(["0", "0", random.pick(["0", "0.5"])]), word(["a", "b", "w10"]), word(["x", "y"]),
          number(["0", "1", "2", "censored"]), number(["1", "1", "2", "0", "30"]),
        ].joined(separator: separator))
    }
    var bytes = Array((lines.joined(separator: random.pick(["\n", "\n", "\r\n"])) + "\n").utf8)
    if isWild, random.once(in: 2) { bytes = Stumble.shaken(bytes, &random) }
    return FuzzInput(.survival, options, bytes)
  }

  /// A matrix file.
  static func matrix(_ random: inout FuzzRandom) -> FuzzInput {
    let columns = 1 + random.below(5)
    let separator = random.pick([",", ",", ";", "\t"])
    let isWild = random.once(in: 2)
    var lines: [String] = []
    for _ in 0..<(1 + random.below(5)) {
      let count = isWild && random.once(in: 8) ? random.below(7) : columns
      let cells = (0..<count).map { _ in
        isWild && random.once(in: 5)
          ? random.pick(Stumble.numbers) : random.pick(["1", "0.25", "-3e2", "", "NA", "\"2\""])
      }
      lines.append(cells.joined(separator: separator))
    }
    var bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    if random.once(in: 8) { bytes = Array("sep=\(separator)\n".utf8) + bytes }
    if random.once(in: 3) { bytes = Stumble.shaken(bytes, &random) }
    return FuzzInput(.matrix, random.once(in: 5) ? ["missing": "1"] : [:], bytes)
  }
}
