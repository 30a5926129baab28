// Unsafe code: pointers into the buffers that draws fill and kernels read.
import DeepLinear

/// How many chains move side by side.
public enum Lanes {
  /// Quartets in flight: enough to hide the latency of a step, few enough for the first-level
  /// cache.
  public static let quartets = 4
  /// The number of lanes.
  public static let count = 4 * quartets
}

/// What the steps of a batch's lanes go by: a type for each family of rungs. It is told what its
/// lanes hold and fills the buffers that kernels read, a stretch of steps at a time.
public protocol LaneDraws: AnyObject {
  /// The most steps that the buffers hold, 1 to 32.
  var longestStretch: Int { get }
  /// Where the kernels read what a quartet goes by in the stretch from `first` on.
  func memory(of quartet: Int, first: Int) -> QuartetDraws
  /// Takes a chain into a lane, with what its rung knows of the minimum.
  func load(_ noise: MinimumNoise?, lane: Int)
  /// Notes that a lane is free: nothing that is added to its weights may let them grow.
  func vacate(lane: Int)
  /// Notes that a lane's steps go by the values of a phase from now on.
  func enter(_ phase: Schedule.Phase, _ coefficients: StepCoefficients, lane: Int)
  /// Draws for a quartet's steps from `first` on, counted from the beginning of the span. The same
  /// steps give the same draws however often.
  func draw(quartet: Int, of span: QuartetSpan, first: Int, steps: Int, push: SIMD4<Double>)
}

extension LaneDraws {
  /// Nothing is taken from the minimum.
  public func load(_ noise: MinimumNoise?, lane: Int) {}
  /// Nothing is added.
  public func vacate(lane: Int) {}
  /// Phases change nothing.
  public func enter(_ phase: Schedule.Phase, _ coefficients: StepCoefficients, lane: Int) {}
}

/// What a quartet's steps go by, from the first step to come on. A step reads what its family
/// needs; the other pointers lead nowhere.
public struct QuartetDraws {
  /// The entries drawn, a vector a step.
  public var choices: UnsafePointer<SIMD4<UInt64>>
  /// What is added to the values a_k of the entries drawn, a vector a step.
  public var shifts: UnsafePointer<SIMD4<Double>>
  /// -pull * c_k, N vectors a substep; N for all substeps where the mix c does not change.
  public var factors: UnsafePointer<SIMD4<Double>>
  /// What is added to the weights after a substep, P vectors each.
  public var kicks: UnsafePointer<SIMD4<Double>>

  /// Draws of a family; what it does not read leads nowhere.
  public init(
    choices: UnsafePointer<SIMD4<UInt64>> = nowhere(),
    shifts: UnsafePointer<SIMD4<Double>> = nowhere(),
    factors: UnsafePointer<SIMD4<Double>> = nowhere(),
    kicks: UnsafePointer<SIMD4<Double>> = nowhere()
  ) {
    (self.choices, self.shifts, self.factors, self.kicks) = (choices, shifts, factors, kicks)
  }

  /// A pointer that is never read through.
  public static func nowhere<Pointee>() -> UnsafePointer<Pointee> {
    UnsafePointer(bitPattern: 64).unsafelyUnwrapped
  }
}

/// Which span of which chains a quartet is in.
public struct QuartetSpan: Equatable, BitwiseCopyable {
  /// The first step of each lane's span, a multiple of 32.
  public var step = SIMD4<UInt64>.zero
  /// The chain of each lane.
  public var chains = SIMD4<UInt32>.zero

  /// Free lanes.
  public init() {}
}
