// Unsafe code: weights are read and written through the quartets' pointers.

/// How a quartet of networks of any widths moves, by the family of its rung.
protocol GeneralStep {
  /// How many substeps make a step.
  var substeps: Int { get }
  /// How many vectors of room a step takes.
  var scratch: Int { get }

  /// Moves every lane through substep `index`, counted from the first step to come on.
  func callAsFunction(
    _ quartet: QuartetMemory, _ index: Int, _ scratch: UnsafeMutablePointer<SIMD4<Double>>)
}
