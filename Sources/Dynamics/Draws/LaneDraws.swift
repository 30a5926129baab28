// Unsafe code: buffers that kernels read.
import DeepLinear
import RandomStreams

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
struct QuartetSpan {
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

/// A buffer of the same size for each quartet of a batch.
final class QuartetBuffer<Element: BitwiseCopyable> {
  private let start: UnsafeMutablePointer<Element>
  private let size: Int

  init(repeating value: Element, count: Int) {
    size = count
    start = .allocate(capacity: count * LaneBatch.quartets)
    start.initialize(repeating: value, count: count * LaneBatch.quartets)
  }

  deinit { start.deallocate() }

  /// The buffer of a quartet.
  subscript(quartet: Int) -> UnsafeMutablePointer<Element> { start + quartet * size }
}

/// How long the stretches are for which numbers are drawn at once.
enum DrawStretch {
  /// What the buffers of a quartet may take, but for a stretch of one step.
  private static let bytes = 64 << 10

  /// The most steps of a stretch where a step takes so many vectors.
  static func longest(vectorsPerStep count: Int) -> Int {
    min(max(bytes / (max(count, 1) * MemoryLayout<SIMD4<Double>>.stride), 1), Span.steps)
  }
}
