import DeepLinear

/// What the steps of a batch's lanes go by: a type for each family of rungs. It is told what its lanes hold and fills the buffers that kernels
/// read, a stretch of steps at a time.
protocol LaneDraws: AnyObject {
  /// The most steps that the buffers hold, 1 to 32.
  var longestStretch: Int { get }
  /// Where the kernels read what a quartet goes by in the stretch from `first` on.
  func memory(of quartet: Int, first: Int) -> QuartetDraws
  /// Takes a chain into a lane, with what its rung knows of the minimum.
  func load(_ noise: MatchedNoise?, lane: Int)
  /// Notes that a lane is free: nothing that is added to its weights may let them grow.
  func vacate(lane: Int)
  /// Notes that a lane's steps go by the values of a phase from now on.
  func enter(_ phase: Schedule.Phase, _ coefficients: StepCoefficients, lane: Int)
  /// Draws for a quartet's steps from `first` on, counted from the beginning of the span. The same steps give the same draws however often.
  func draw(quartet: Int, of span: QuartetSpan, first: Int, steps: Int, push: SIMD4<Double>)
}

extension LaneDraws {
  func load(_ noise: MatchedNoise?, lane: Int) {}
  func vacate(lane: Int) {}
  func enter(_ phase: Schedule.Phase, _ coefficients: StepCoefficients, lane: Int) {}
}

/// Which span of which chains a quartet is in.
struct QuartetSpan: Equatable {
  /// The first step of each lane's span, a multiple of 32.
  var step = SIMD4<UInt64>.zero
  /// The chain of each lane.
  var chains = SIMD4<UInt32>.zero
}

/// The seed and the arm of a batch's chains.
struct DrawSource {
  let seed: UInt64
  let arm: UInt32
}
