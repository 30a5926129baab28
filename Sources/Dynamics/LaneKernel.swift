// Unsafe code: lanes are worked on through pointers into buffers that `LaneBatch` owns and sizes.
import AbsorbingSets
import DeepLinear

/// The memory of a quartet: four chains side by side, one to a lane.
struct QuartetMemory {
  /// The weights, one vector a weight, layer by layer and row by row.
  let weights: UnsafeMutablePointer<SIMD4<Double>>
  /// The entries drawn, a vector a step.
  let choices: UnsafePointer<SIMD4<UInt64>>
  /// The decay and the negated pull of each lane.
  let coefficients: UnsafePointer<(decay: SIMD4<Double>, push: SIMD4<Double>)>
}

/// What moves lanes. A kernel knows how to step; it knows nothing of chains, ends or schedules.
protocol LaneKernel {
  /// Moves several quartets through `steps` steps from offset `first` of their span, with the entry screen at every step.
  ///
  /// - Parameter suspects: by quartet, negative in the lanes whose screen let a step through: these may have been inside the event's
  ///   set and are to be run again, watched. Zero before the call.
  func runScreened(
    _ quartets: UnsafeBufferPointer<QuartetMemory>, first: Int, steps: Int, suspects: UnsafeMutablePointer<SIMD4<Int64>>)

  /// Moves one quartet likewise with the full membership test at every step.
  ///
  /// - Parameters:
  ///   - levels: each lane's level before the first step, updated; `nil` outside B_r.
  ///   - report: called for a lane and an offset (steps done, from 1) at which its level has changed.
  func runWatched(
    _ quartet: QuartetMemory, first: Int, steps: Int, levels: inout [Int?],
    report: (_ lane: Int, _ done: Int, _ level: Int?) -> Void)
}
