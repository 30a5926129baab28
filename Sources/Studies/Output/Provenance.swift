import Ensemble
import Foundation
import Publishing

/// `provenance.json`: what made the results, enough to make them again. The only result that depends on the machine and the clock.
struct Provenance: Encodable {
  /// A text with its SHA-256, as 64 hexadecimal digits.
  struct Hashed: Encodable {
    let file: String
    let text: String
    let sha256: String
  }

  let study: Hashed
  let name: String
  /// The SHA-256 of the plan's identity: the same for two runs exactly if their chains are, matrices read from other files included.
  let identitySha256: String
  let arms: Int
  /// How many chains each arm has, in the order of the arms.
  let chains: [Int]
  let seed: UInt64
  let versions: Versions
  let machine: Machine
  let threads: Int
  let started: Date
  let finished: Date
  let wallSeconds: Double
  let chainSteps: Int
  let chainStepsPerSecond: Double?

  init(study: Study, plan: EnsemblePlan, run: RunFacts) {
    self.study = Hashed(
      file: URL(fileURLWithPath: study.file).lastPathComponent, text: study.text, sha256: Self.sha256(study.text))
    name = plan.name
    identitySha256 = Self.sha256(plan.identity)
    arms = plan.arms.count
    chains = plan.arms.indices.map(plan.chains(ofArm:))
    seed = plan.seed
    versions = .current()
    machine = .current()
    threads = run.threads
    started = run.started
    finished = run.finished
    wallSeconds = run.wallSeconds
    chainSteps = run.chainSteps
    chainStepsPerSecond = run.wallSeconds > 0 ? Double(run.chainSteps) / run.wallSeconds : nil
  }

  /// The file's text: keys in order, one a line.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.dateEncodingStrategy = .iso8601
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  /// The SHA-256 of a text, by the system's own program: coreutils' sha256sum, or shasum where that is missing. `unknown` without either;
  /// the study's text itself is in the file.
  static func sha256(_ text: String) -> String {
    for (tool, arguments) in [("sha256sum", []), ("shasum", ["-a", "256"])] {
      let answer = ExternalTool.run(tool, arguments, input: text)
      let digest = answer.output.prefix(64)
      if answer.status == 0, digest.count == 64, digest.allSatisfy(\.isHexDigit) { return String(digest) }
    }
    return "unknown"
  }
}
