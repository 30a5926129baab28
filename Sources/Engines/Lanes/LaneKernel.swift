// Unsafe code: lanes are worked on through pointers into buffers that `LaneMover` and `LaneDescent`
// own and size.
import AbsorbingSets
import DeepLinear
import Ladder

/// The memory of a quartet: four chains side by side, one to a lane.
struct QuartetMemory {
  /// The weights, one vector a weight, layer by layer and row by row.
  let weights: UnsafeMutablePointer<SIMD4<Double>>
  /// The decay and the negated pull of each lane.
  let coefficients: UnsafePointer<LaneCoefficients>
  /// What was drawn for the steps to come.
  let draws: QuartetDraws
}

/// `StepCoefficients` of four lanes.
struct LaneCoefficients {
  /// The decay.
  var decay = SIMD4<Double>.zero
  /// The negated pull.
  var push = SIMD4<Double>.zero

  /// Sets one lane.
  mutating func set(_ values: StepCoefficients, lane: Int) {
    decay[lane] = values.decay
    push[lane] = -values.pull
  }
}

/// What moves lanes. A kernel knows how to step; it knows nothing of chains, ends or schedules.
protocol LaneKernel {
  /// Moves several quartets through `steps` steps.
  func run(_ quartets: UnsafeBufferPointer<QuartetMemory>, steps: Int)

  /// Moves several quartets likewise with the entry screen at every step.
  ///
  /// - Parameter suspects: by quartet, negative in the lanes whose screen let a step through: these
  ///   may have been inside the event's set and are to be run again, watched. Zero before the call.
  func runScreened(
    _ quartets: UnsafeBufferPointer<QuartetMemory>, steps: Int,
    suspects: UnsafeMutablePointer<SIMD4<Int64>>)

  /// Moves one quartet likewise with the full membership test at every step.
  ///
  /// - Parameters:
  ///   - standings: where each lane stands before the first step, updated.
  ///   - report: called for a lane and an offset (steps done, from 1) at which that has changed.
  func runWatched(
    _ quartet: QuartetMemory, steps: Int, standings: inout [Standing],
    report: (_ lane: Int, _ done: Int, _ standing: Standing) -> Void)
}
