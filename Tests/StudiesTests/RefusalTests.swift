import Foundation
import Studies
import Testing

/// A study that must be refused, and where and how.
struct Refusal: CustomTestStringConvertible {
  let name: String
  let text: String
  let line: Int?
  let key: String?
  /// What the message begins with.
  let message: String

  init(_ name: String, _ text: String, line: Int?, key: String?, _ message: String) {
    self.name = name
    self.text = text
    self.line = line
    self.key = key
    self.message = message
  }

  var testDescription: String { name }

  static let all =
    keys + numbers + yaml + problem + network + run + dynamics + rungLimits + sweep + recording
}

@Suite("Refused studies") struct RefusalTests {
  @Test("A malformed study is refused at its line and key, in one sentence", arguments: Refusal.all)
  func refused(_ refusal: Refusal) throws {
    let error = try #require(throws: StudyError.self) {
      try Study(text: refusal.text, file: "x.yaml")
    }
    #expect(error.line == refusal.line)
    #expect(error.key == refusal.key)
    #expect(error.message.hasPrefix(refusal.message), "\(error.message)")
    let place = refusal.line.map { "x.yaml:\($0): " } ?? "x.yaml: "
    #expect(error.description == place + (refusal.key.map { "\($0): " } ?? "") + error.message)
    #expect(
      !error.description.contains(where: \.isNewline) && !error.message.contains(". ")
        && error.message.last != ".")
    #expect(error.description.count < 300)
  }

  @Test("The sentence of the contract is met to the letter")
  func contract() {
    let text = StudySample.text([4: "network: { depth: 3, widht: 4, init: { law: torch-linear } }"])
    #expect(
      StudySample.refusal(of: text, file: "studies/x.yaml")
        == "studies/x.yaml:4: network.widht: unknown key; did you mean 'width'? (keys here: depth, width, widths, init)"
    )
  }

  @Test(
    "Aliases that hide from the look before parsing are still stopped by the number of values",
    .timeLimit(.minutes(1)))
  func hiddenBomb() throws {
    // A line that begins with # inside a quoted text is taken for a comment, which hides what
    // follows the text.
    let lines = (0..<40).map { level in
      let inside = level == 0 ? "x" : "*a\(level - 1), *a\(level - 1)"
      return "k\(level): [\"q\n  # r\", &a\(level) [\(inside)]]"
    }
    let sentence = try #require(StudySample.refusal(of: lines.joined(separator: "\n")))
    #expect(sentence.hasSuffix("the file unfolds to more than 1000000 values; aliases do that"))
  }

  @Test(
    "Files that are missing, folders, empty, binary, not UTF-8 or too large are refused in one sentence"
  )
  func files() throws {
    try withTemporaryFolder { (folder: String) throws in
      func sentence(_ name: String, _ content: Data?) throws -> String {
        let path = folder + "/" + name
        if let content { try content.write(to: URL(fileURLWithPath: path)) }
        let error = try #require(throws: StudyError.self) { try Study(contentsOf: path) }
        #expect(error.file == path && error.line == nil && error.key == nil)
        return error.message
      }
      #expect(try sentence("missing.yaml", nil) == "there is no such file")
      #expect(try sentence("empty.yaml", Data()) == "the file is empty")
      #expect(
        try sentence("binary.yaml", Data([0x7f, 0x45, 0, 1]))
          == "the file holds a zero byte, so it is not text")
      #expect(
        try sentence("latin.yaml", Data([0x73, 0xe9, 0x0a]))
          == "line 1: the byte 0xE9 in column 2 is not UTF-8; save it as UTF-8")
      #expect(
        try sentence("packed.yaml", Data([0x1f, 0x8b, 8, 0]))
          == "this seems to be packed by gzip, not text; unpack it first, for example with gunzip")
      #expect(
        try sentence("large.yaml", Data(repeating: 0x23, count: (1 << 20) + 1))
          == "the file is larger than 1 MiB")
      #expect(try sentence("", nil) == "this is a folder, not a file")
      #expect(
        throws: StudyError(
          file: "/dev/zero", line: nil, key: nil, message: "the file is larger than 1 MiB")
      ) {
        try Study(contentsOf: "/dev/zero")
      }
    }
  }

  @Test("A CSV file of a matrix is refused at the study's line, with the place in the CSV file")
  func tables() throws {
    try withTemporaryFolder { (folder: String) throws in
      func sentence(_ content: String) throws -> String {
        try content.write(toFile: folder + "/m.csv", atomically: false, encoding: .utf8)
        let text = StudySample.text([3: "  observed: m.csv"])
        return try #require(StudySample.refusal(of: text, file: folder + "/x.yaml")).replacing(
          folder + "/", with: "")
      }
      #expect(
        try sentence("1,\nx,1\n")
          == "x.yaml:3: problem.observed: m.csv: line 2, column 1 holds 'x', which is not a number; leave a cell empty when it "
          + "is not observed")
      #expect(
        try sentence("1,\n2\n")
          == "x.yaml:3: problem.observed: m.csv: row 2 of the matrix has 1 entries where the first row has 2"
      )
      #expect(try sentence(",\n,\n").contains("no entry of the matrix is observed"))
      #expect(try sentence("1,inf\n1,1\n").contains("row 1, column 2 is not a finite number"))
      #expect(
        try sentence("1,,\n0.25,1,\n").contains(
          "m.csv: every line ends in a separator, which makes a last column"))
      #expect(
        try sentence("1,2\n3,0x1\n").contains(
          "m.csv: line 2, column 2 holds '0x1', which is not a number"))
      #expect(
        try sentence("1,2\n3,1e-400\n").contains(
          "m.csv: line 2, column 2 holds '1e-400', which is too near to 0"))
      #expect(try sentence("").hasSuffix("m.csv: the file is empty"))
      #expect(try sentence("1\n").contains("rank of 1 is no event"))
    }
  }

  @Test("What is possible and seldom meant is a warning, once for all arms")
  func warnings() throws {
    try withTemporaryFolder { (folder: String) throws in
      func warnings(_ problem: String) throws -> [String] {
        let text = StudySample.text([3: problem])
        return try Study(text: text, file: folder + "/x.yaml").warnings
      }
      try "1;-999;3\n4;-999;6\n".write(
        toFile: folder + "/m.csv", atomically: false, encoding: .utf8)
      #expect(try warnings("  observed: m.csv").isEmpty)
      for words in ["-999", "[NA, -999]"] {
        let found = try warnings("  observed: m.csv\n  missing: \(words)")
        #expect(
          found.count == 1 && found[0].hasPrefix("column 2 of the matrix has no observed entry"),
          "\(found)")
      }
      #expect(try warnings("  observed: [[1, null], [0.25, 1]]").isEmpty)
    }
  }

  @Test(
    "Numbers of chains from the command line are checked like the study's",
    arguments: [0, -1, 10_000_001])
  func chains(_ chains: Int) throws {
    let study = try StudySample.study()
    let error = try #require(throws: StudyError.self) { try study.plan(chains: chains) }
    #expect(
      error.description
        == "command line: chains: expected a whole number from 1 to 10000000, found \(chains)")
  }

  @Test("Noise in a study never brings the program down", arguments: 0..<40)
  func noise(_ seed: Int) {
    var generator = SplitMix(state: UInt64(seed))
    let dynamics =
      "dynamics: [sgd, { sgd-batch: 4 }, { langevin: { temperature: 0.001, substeps: 2, chains: 9 } }]"
    for _ in 0..<25 {
      var bytes = Array(
        StudySample.text(
          [11: dynamics], adding: ["sweep: { network.depth: [3, 4], schedule.0.eta: [0.1] }"]
        ).utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 9...126, using: &generator)
        case 1: bytes.remove(at: place)
        default:
          bytes.insert(
            contentsOf: Array("-[{:\"9,".utf8).shuffled(using: &generator).prefix(2), at: place)
        }
      }
      let sentence = StudySample.refusal(of: String(decoding: bytes, as: UTF8.self))
      #expect(sentence?.hasPrefix("x.yaml") ?? true)
    }
  }
}

/// A small generator, so that the noise is the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}
