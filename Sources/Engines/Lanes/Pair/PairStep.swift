import AbsorbingSets

/// How a quartet of networks of 2 x 2 layers moves, by the family of its rung.
protocol PairStep {
  /// How many substeps make a step.
  var substeps: Int { get }

  /// Moves every lane through substep `index`, counted from the first step to come on, and returns
  /// the new W_1.
  func callAsFunction<let inner: Int>(_: InnerLayers<inner>, _ quartet: QuartetMemory, _ index: Int)
    -> PairMatrix
}

/// A number of inner layers that the compiler knows.
struct InnerLayers<let count: Int> {}

/// Which networks the pair kernel serves.
enum PairLanes {
  /// The deepest network that the kernel is unrolled for.
  static let deepest = 6

  static func serve(_ widths: [Int]) -> Bool {
    widths.allSatisfy { $0 == 2 } && widths.count - 1 <= deepest
  }
}
