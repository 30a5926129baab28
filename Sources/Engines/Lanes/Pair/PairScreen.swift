import AbsorbingSets

/// `EntryScreen` for a 2 x 2 first layer, in every lane.
struct PairScreen {
  /// Whether the condition is one of the trace alone: r = 0.
  let countsTrace: Bool
  private let squaredDeterminantFloor: SIMD4<Double>
  private let traceFloor: SIMD4<Double>

  init(_ set: AbsorbingSet) {
    let screen = EntryScreen(set, smallerSide: 2)
    countsTrace = set.rank == 0
    // Above zero, so that the margin of a network at the origin is negative even where the screen
    // leaves no room.
    squaredDeterminantFloor = SIMD4(
      repeating: max(screen.squaredDeterminantFloor, .leastNormalMagnitude))
    traceFloor = SIMD4(repeating: max(screen.tail, .leastNormalMagnitude))
  }

  /// By how much the first layer rules out that the network is in B_r: negative in the lanes where
  /// it does not. What a NaN gives does not matter: a chain that holds one is outside, and
  /// `LaneChains` finds it by its norm.
  @inline(__always)
  func margin(_ layer: PairMatrix, _ countsTrace: Bool) -> SIMD4<Double> {
    if countsTrace { return layer.squaredNorm - traceFloor }
    let determinant = layer.determinant
    return determinant * determinant - squaredDeterminantFloor
  }
}
