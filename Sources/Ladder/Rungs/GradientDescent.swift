/// The chain without its noise.
struct GradientDescent: RungKind {
  static let word = "gd"
  static let noise = "none"

  init(_ values: KindOption.Values) {}

  var family: StepFamily { .mix(redrawn: false) }

  func draws(of chain: ChainNumbers) -> @Sendable (_ step: Int) -> StepDraw {
    let equal = EntryMix(entries: chain.entries, substeps: 1).equal
    return { _ in .mix([equal]) }
  }

  func laneDraws(_ numbers: BatchNumbers) -> any LaneDraws { EqualMix(entries: numbers.entries) }
}

extension Rung {
  /// Gradient descent.
  public static var gradientDescent: Rung { Rung(GradientDescent.self) }
}
