import Testing

/// What is possible in a study and seldom meant is said on standard error, and the study runs.
@Suite struct WarningTests {
  private static let study = """
    study: warned
    problem: { observed: m.csv }
    network: { depth: 2, width: 3, init: { law: normal, std: 1 } }
    convention: figures
    schedule: [{ eta: 0.01, lambda: 0.1 }]
    horizon: 5
    event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, follow: 0 }
    dynamics: [sgd]
    chains: 2
    seed: 1

    """

  @Test func listsOfPlacesAndEmptyColumnsAreWarnedOf() throws {
    try Program.inFolder { program in
      try program.write("w.yaml", Self.study)
      try program.write("m.csv", "1,1,0.5\n1,2,4\n2,1,3.5\n")
      let places = try program.run("run", "w.yaml", "--quiet")
      #expect(
        places.status == 0
          && places.warnings.contains("was a list of row, column and value meant?"), "\(places)")
      try program.write("m.csv", "1,,NA\n0.25,1,\n")
      let empty = try program.run("run", "w.yaml", "--output", "out", "--quiet")
      #expect(empty.status == 0, "\(empty)")
      #expect(
        empty.warnings.hasPrefix(
          "rankfall: warning: w.yaml: column 3 of the matrix has no observed entry"), "\(empty)")
      try program.write("m.csv", "1,\n0.25,1\n")
      let usual = try program.run("run", "w.yaml", "--output", "out2", "--quiet")
      #expect(usual.status == 0 && !usual.warnings.contains("observed entry"), "\(usual)")
    }
  }

  @Test func matrixFilesThatSayTwoThingsAreRefused() throws {
    try Program.inFolder { program in
      try program.write("w.yaml", Self.study)
      for (text, words) in [
        ("1,,\n0.25,1,\n", "every line ends in a separator"),
        ("1,\n0x1,1\n", "holds '0x1', which is not a number"),
        ("1,\n1e-400,1\n", "'1e-400', which is too near to 0"),
        ("1,2;3\n4,5;6\n", "holds '2;3', which is not a number"),
      ] {
        try program.write("m.csv", text)
        let result = try program.run("run", "w.yaml")
        #expect(result.status == 2 && result.complaint.contains(words), "\(text): \(result)")
      }
    }
  }
}
