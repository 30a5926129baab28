import Foundation
import FuzzKit
import Testing

/// Inputs that are mostly wrong: each is answered or refused with a sentence. `make fuzz` tries
/// very many more.
@Suite("Wrong inputs")
struct FuzzTests {
  /// The built program, beside the test bundle.
  private static let program: String = {
    let bundle = Bundle.main.bundleURL
    if bundle.path.hasSuffix(".xctest") {
      return bundle.deletingLastPathComponent().path + "/rankfall"
    }
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let executable = URL(fileURLWithPath: link ?? CommandLine.arguments[0])
    return executable.deletingLastPathComponent().path + "/rankfall"
  }()

  @Test("Studies, data files and matrices of a fixed seed", arguments: FuzzInput.Kind.allCases)
  func fixedSeed(kind: FuzzInput.Kind) {
    var counts = (answered: 0, refused: 0)
    for number in 0..<(kind == .command ? 50 : 150) {
      let input = FuzzInput(kind, seed: 11, number: number)
      switch input.trial(program: Self.program) {
      case .answered: counts.answered += 1
      case .refused: counts.refused += 1
      case .failed(let reason): Issue.record("\(kind) \(number): \(reason)")
      }
    }
    // A generator whose inputs are all refused, or all answered, tries nothing.
    #expect(counts.answered > 2 && counts.refused > 2, "\(kind): \(counts)")
  }

  @Test("The same number gives the same input, and inputs are kept in files")
  func generator() throws {
    for kind in FuzzInput.Kind.allCases {
      let input = FuzzInput(kind, seed: 3, number: 5)
      #expect(input == FuzzInput(kind, seed: 3, number: 5))
      #expect(try FuzzInput(data: input.data()) == input)
      #expect((6..<30).contains { FuzzInput(kind, seed: 3, number: $0) != input })
    }
  }

  @Test("Inputs that once failed")
  func corpus() throws {
    let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Corpus")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(!names.isEmpty)
    for name in names {
      let input = try FuzzInput(data: try Data(contentsOf: folder.appendingPathComponent(name)))
      if case .failed(let reason) = input.trial(program: Self.program) {
        Issue.record("\(name): \(reason)")
      }
    }
  }

  @Test("What was refused for one reason is refused for it still")
  func refusals() {
    let quantiles = FuzzInput(.command, seed: 1, number: 1)
    var input = quantiles
    input.bytes = Array("t,e\n1,1\n2,1\n".utf8)
    input.options["arguments"] = [
      "survival", "d.csv", "--time", "t", "--event", "e", "--quantiles",
      "0.1234567890123,0.12345678901234",
    ].joined(separator: "\u{1F}")
    #expect(input.trial(program: Self.program) == .answered)
  }
}
