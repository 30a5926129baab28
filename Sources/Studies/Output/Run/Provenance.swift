import Ensemble
import Foundation
import Publishing

/// `provenance.json`: what made the results, enough to make them again. The only result that
/// depends on the machine and the clock.
public struct Provenance: Codable, Equatable, Sendable {
  /// A text with its SHA-256, as 64 hexadecimal digits.
  public struct Hashed: Codable, Equatable, Sendable {
    /// The file's name, as the study or the command line has it.
    public let file: String
    /// What is in it; nil where it is long and lies beside this file.
    public let text: String?
    /// The hash.
    public let sha256: String
    /// The name of the copy in the folder of the results, where there is one.
    public let copy: String?
  }

  /// The study's file.
  public let study: Hashed
  /// The matrices that the study reads from files of their own, in its order; nil where it reads
  /// none.
  public let matrices: [Hashed]?
  /// The study's name.
  public let name: String
  /// The SHA-256 of the plan's identity: the same for two runs exactly if their chains are,
  /// matrices read from other files included.
  public let identitySha256: String
  /// How many arms there are.
  public let arms: Int
  /// How many chains each arm has, in the order of the arms.
  public let chains: [Int]
  /// The seed of every random number.
  public let seed: UInt64
  /// The run that computed the chains, or the first of those that did.
  public let computed: Session
  /// The runs that came later into the same folder, in their order: those that computed more
  /// chains, and those that wrote files again.
  public let later: [Session]

  private enum CodingKeys: CodingKey {
    case study, matrices, name, identitySha256, arms, chains, seed, later
  }

  /// The name of the file.
  public static let file = "provenance.json"

  /// The longest text of a matrix that is kept in the file itself, in bytes.
  private static let longestText = 1 << 20

  /// The provenance of results.
  ///
  /// - Parameters:
  ///   - run: The run that writes the results.
  ///   - earlier: The runs before it into the same folder, in their order.
  public init(study: Study, plan: EnsemblePlan, run: RunFacts, earlier: [Session] = []) {
    self.study = Hashed(
      file: URL(fileURLWithPath: study.file).lastPathComponent, text: study.text,
      sha256: Self.sha256(study.text), copy: nil)
    let copies = study.matrices.map { matrix in
      Hashed(
        file: matrix.name, text: matrix.text.utf8.count <= Self.longestText ? matrix.text : nil,
        sha256: Self.sha256(matrix.text), copy: matrix.copy)
    }
    matrices = copies.isEmpty ? nil : copies
    name = plan.name
    identitySha256 = Self.sha256(plan.identity)
    arms = plan.arms.count
    chains = plan.arms.indices.map(plan.chains(ofArm:))
    seed = plan.seed
    let sessions = earlier + [Session(run)]
    (computed, later) = (sessions[0], Array(sessions.dropFirst()))
  }

  /// Reads the provenance of the results in a folder; nil where there is none.
  ///
  /// - Throws: `ProvenanceError` when the file is damaged.
  public init?(of folder: String) throws(ProvenanceError) {
    let path = folder + "/" + Self.file
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    decoder.dateDecodingStrategy = .iso8601
    do {
      self = try decoder.decode(Provenance.self, from: data)
    } catch {
      throw ProvenanceError(path: path)
    }
  }

  /// Reads what `json` writes; files of versions that had no list of later runs have none.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    study = try fields.decode(Hashed.self, forKey: .study)
    matrices = try fields.decodeIfPresent([Hashed].self, forKey: .matrices)
    name = try fields.decode(String.self, forKey: .name)
    identitySha256 = try fields.decode(String.self, forKey: .identitySha256)
    arms = try fields.decode(Int.self, forKey: .arms)
    chains = try fields.decode([Int].self, forKey: .chains)
    seed = try fields.decode(UInt64.self, forKey: .seed)
    computed = try Session(from: decoder)
    later = try fields.decodeIfPresent([Session].self, forKey: .later) ?? []
  }

  /// Writes the first run's facts beside the rest.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(study, forKey: .study)
    try fields.encodeIfPresent(matrices, forKey: .matrices)
    try fields.encode(name, forKey: .name)
    try fields.encode(identitySha256, forKey: .identitySha256)
    try fields.encode(arms, forKey: .arms)
    try fields.encode(chains, forKey: .chains)
    try fields.encode(seed, forKey: .seed)
    try computed.encode(to: encoder)
    try fields.encode(later, forKey: .later)
  }

  /// The file's text: keys in order, one a line.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.dateEncodingStrategy = .iso8601
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  /// Whether the results are those of the chains of a plan, as many as it has.
  public func isOf(_ plan: EnsemblePlan) -> Bool {
    isOfChains(of: plan) && chains == plan.arms.indices.map(plan.chains(ofArm:))
  }

  /// Whether the results are those of chains of a plan, however many.
  public func isOfChains(of plan: EnsemblePlan) -> Bool {
    identitySha256 == Self.sha256(plan.identity)
  }

  /// The SHA-256 of a text, by the system's own program: coreutils' sha256sum, or shasum where that
  /// is missing. `unknown` without either; the study's text itself is in the file.
  static func sha256(_ text: String) -> String {
    for (tool, arguments) in [("sha256sum", []), ("shasum", ["-a", "256"])] {
      let answer = ExternalTool.run(tool, arguments, input: text)
      let digest = answer.output.prefix(64)
      if answer.status == 0, digest.count == 64, digest.allSatisfy(\.isHexDigit) {
        return String(digest)
      }
    }
    return "unknown"
  }
}

/// A provenance.json that cannot be read.
public struct ProvenanceError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file.
  public let path: String

  /// One sentence for a person.
  public var description: String {
    "\(path) is damaged: it does not say which study, seed and run the results are of"
  }
}
