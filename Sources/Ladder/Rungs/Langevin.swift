import DeepLinear

/// Isotropic Langevin dynamics.
struct Langevin: RungKind {
  static let word = "langevin"
  static let noise = "sqrt(2 eta T) xi, isotropic in all P weights"
  static let options = [
    KindOption(
      "temperature", "T, or `matched`: as much noise in all as SGD has at the minimum",
      .numberOr("matched"),
      standard: .word("matched"), example: .number(0.001)),
    KindOption.substeps,
  ]

  /// T; nil where it is matched: T = eta tr Sigma/(2 P), Sigma at the minimum that gradient descent
  /// reaches from the chain's own start.
  private let given: Double?
  let substeps: Int

  init(_ values: KindOption.Values) {
    if case .number(let value) = values["temperature"] { given = value } else { given = nil }
    substeps = values.whole("substeps")
  }

  var family: StepFamily { .kicked(.everyWeight) }
  var needsMinimum: Bool { given == nil }
  func normals(entries: Int, parameters: Int) -> Int { parameters }

  func draws(of chain: ChainNumbers) -> @Sendable (_ step: Int) -> StepDraw {
    let normals = chain.normals(chain.parameters, substeps: substeps)
    return { .normals(normals($0)) }
  }

  func laneDraws(_ numbers: BatchNumbers) -> any LaneDraws { GaussianKicks(self, numbers) }

  /// sqrt(2 eta T/m), which is eta sqrt(tr Sigma/P)/sqrt(m) where T is matched.
  func kickScale(_ phase: Schedule.Phase, noise: MinimumNoise.Summary?, parameters: Int) -> Double {
    let parts = Double(substeps)
    if let given { return (2 * phase.learningRate * given / parts).squareRoot() }
    let matched = ((noise?.trace ?? 0) / Double(parameters)).squareRoot()
    return phase.learningRate * matched / parts.squareRoot()
  }

  func temperature(_ phase: Schedule.Phase, noise: MinimumNoise.Summary?, parameters: Int)
    -> Double?
  {
    given ?? noise.map { phase.learningRate * $0.trace / Double(2 * parameters) }
  }
}

/// The temperature of isotropic noise.
public enum Temperature: Hashable, Sendable {
  /// As much noise in all as SGD has at the minimum.
  case matched
  /// T itself, from 0 up.
  case number(Double)
}

extension Rung {
  /// Isotropic noise at a temperature, in `substeps` parts, 1 to 4096.
  public static func langevin(_ temperature: Temperature, substeps: Int) -> Rung {
    let value: KindOption.Value =
      switch temperature {
      case .matched: .word("matched")
      case .number(let value): .number(value)
      }
    return Rung(Langevin.self, ["temperature": value, "substeps": .whole(substeps)])
  }
}
