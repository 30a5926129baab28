/// A rung with values for its options.
public struct Rung: Hashable, Sendable, CustomStringConvertible {
  /// The noise ladder: every rung there is. A rung that is added is added here.
  public static let ladder: [any RungKind.Type] = [
    GradientDescent.self, SGD.self, SGDBatch.self, SGDShuffled.self, LabelNoise.self,
    GaussianMatched.self,
    GaussianFrozen.self, Langevin.self,
  ]

  /// What the rung does.
  public let kind: any RungKind
  /// m, the parts a step is made of.
  public let substeps: Int
  /// How its steps are made.
  public let family: StepFamily
  /// Its word, without values.
  public let word: String
  private let options: [KindOption]
  private let values: KindOption.Values

  /// A rung of the ladder.
  ///
  /// - Precondition: a value within its domain for every option.
  public init(_ kind: any RungKind.Type, _ values: KindOption.Values = [:]) {
    self.kind = kind.init(values)
    (substeps, family) = (self.kind.substeps, self.kind.family)
    (options, word, self.values) = (kind.options, kind.word, values)
  }

  /// The rung as a study names it, such as `langevin(temperature: matched, substeps: 4)`; the same
  /// text for the same rung alone.
  public var name: String {
    let spelled = options.compactMap { option -> String? in
      let value = values[option.key]
      switch option.spelling {
      case .bare: return "\(value)"
      case .unlessStandard where value == option.standard: return nil
      case .always, .unlessStandard: return "\(option.key): \(value)"
      }
    }
    return spelled.isEmpty ? word : word + "(" + spelled.joined(separator: ", ") + ")"
  }

  /// The name.
  public var description: String { name }

  /// Whether both are the same rung with the same values.
  public static func == (a: Rung, b: Rung) -> Bool { a.word == b.word && a.values == b.values }

  /// Goes by the word and the values.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(word)
    hasher.combine(values)
  }
}
