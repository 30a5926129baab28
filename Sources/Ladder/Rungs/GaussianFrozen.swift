import DeepLinear

/// The Gaussian noise of `gaussian-matched`, as it is at the minimum that gradient descent reaches
/// from the chain's start.
struct GaussianFrozen: RungKind {
  static let word = "gaussian-frozen"
  static let noise =
    "that of `gaussian-matched` with g_k, gbar at the minimum that gradient descent reaches from the start"
  static let options = [KindOption.substeps]

  let substeps: Int

  init(_ values: KindOption.Values) { substeps = values.whole("substeps") }

  var family: StepFamily { .kicked(.directions) }
  var needsMinimum: Bool { true }
  func normals(entries: Int, parameters: Int) -> Int { entries - 1 }

  func draws(of chain: ChainNumbers) -> @Sendable (_ step: Int) -> StepDraw {
    let normals = chain.normals(chain.entries - 1, substeps: substeps)
    return { .normals(normals($0)) }
  }

  func laneDraws(_ numbers: BatchNumbers) -> any LaneDraws { GaussianKicks(self, numbers) }

  /// eta / sqrt(m), on the directions of `MinimumNoise`.
  func kickScale(_ phase: Schedule.Phase, noise: MinimumNoise.Summary?, parameters: Int) -> Double {
    phase.learningRate / Double(substeps).squareRoot()
  }

  /// eta tr Sigma/(2 P).
  func temperature(_ phase: Schedule.Phase, noise: MinimumNoise.Summary?, parameters: Int)
    -> Double?
  {
    noise.map { phase.learningRate * $0.trace / Double(2 * parameters) }
  }
}

extension Rung {
  /// Gaussian noise of the minimum, in `substeps` parts, 1 to 4096.
  public static func gaussianFrozen(substeps: Int) -> Rung {
    Rung(GaussianFrozen.self, ["substeps": .whole(substeps)])
  }
}
