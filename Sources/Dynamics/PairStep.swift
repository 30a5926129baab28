// Unsafe code: weights are read and written through the quartets' pointers.
import AbsorbingSets

/// How a quartet of networks of 2 x 2 layers moves, by the family of its rung.
protocol PairStep {
  /// How many substeps make a step.
  var substeps: Int { get }

  /// Moves every lane through substep `index`, counted from the first step to come on, and returns the new W_1.
  func callAsFunction<let inner: Int>(_: InnerLayers<inner>, _ quartet: QuartetMemory, _ index: Int) -> PairMatrix
}

/// A number of inner layers that the compiler knows.
struct InnerLayers<let count: Int> {}

/// Bits of lanes, and lanes as layers.
enum LaneBits {
  /// The weights of a quartet as 2 x 2 layers.
  @inline(__always)
  static func layers(_ weights: UnsafeMutablePointer<SIMD4<Double>>) -> UnsafeMutablePointer<PairMatrix> {
    UnsafeMutableRawPointer(weights).assumingMemoryBound(to: PairMatrix.self)
  }

  @inline(__always)
  static func bits(_ vector: SIMD4<Double>) -> SIMD4<Int64> { unsafeBitCast(vector, to: SIMD4<Int64>.self) }

  @inline(__always)
  static func real(_ bits: SIMD4<Int64>) -> SIMD4<Double> { unsafeBitCast(bits, to: SIMD4<Double>.self) }

  /// All bits set in the lanes whose choice has its table bit set.
  @inline(__always)
  static func signs(_ table: UInt64, _ choice: SIMD4<UInt64>) -> SIMD4<Int64> {
    SIMD4<Int64>(truncatingIfNeeded: SIMD4(repeating: table) &<< choice) &>> 63
  }

  @inline(__always)
  static func choose(_ mask: SIMD4<Int64>, _ set: SIMD4<Double>, _ unset: SIMD4<Double>) -> SIMD4<Double> {
    unset.replacing(with: set, where: mask .< 0)
  }
}

/// Which networks the pair kernel serves.
enum PairLanes {
  /// The deepest network that the kernel is unrolled for.
  static let deepest = 6

  static func serve(_ widths: [Int]) -> Bool {
    widths.allSatisfy { $0 == 2 } && widths.count - 1 <= deepest
  }
}
