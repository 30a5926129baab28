import Foundation

/// Something that a user could feed to the program.
public struct FuzzInput: Equatable, Sendable {
  /// What reads it.
  public enum Kind: String, CaseIterable, Sendable {
    /// The text of a study file.
    case study
    /// A data file, with the columns and questions of `rankfall survival`.
    case survival
    /// A matrix file.
    case matrix
    /// A command line, with a data file and a study beside it.
    case command
  }

  /// What reads it.
  public var kind: Kind
  /// What else is said: columns, questions, arguments.
  public var options: [String: String]
  /// The file.
  public var bytes: [UInt8]

  /// The input with this number of a seed.
  public init(_ kind: Kind, seed: UInt64, number: Int) {
    var random = FuzzRandom(seed: seed, input: number)
    switch kind {
    case .study: self = .study(&random)
    case .survival: self = .survival(&random)
    case .matrix: self = .matrix(&random)
    case .command: self = .command(&random)
    }
  }

  init(_ kind: Kind, _ options: [String: String] = [:], _ bytes: [UInt8]) {
    (self.kind, self.options, self.bytes) = (kind, options, bytes)
  }

  /// Reads an input as `data` writes it: a line of JSON, then the file.
  public init(data: Data) throws {
    let end = data.firstIndex(of: 10) ?? data.endIndex
    var options = try JSONDecoder().decode([String: String].self, from: data[..<end])
    guard let kind = options.removeValue(forKey: "kind").flatMap(Kind.init) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    self.init(kind, options, Array(data[end...].dropFirst()))
  }

  /// The input as a file of the corpus.
  public func data() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let head = try encoder.encode(options.merging(["kind": kind.rawValue]) { $1 })
    return head + [10] + bytes
  }
}
