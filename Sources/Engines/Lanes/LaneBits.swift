// Unsafe code: vectors are reinterpreted as bits, and weights as layers.
import AbsorbingSets

/// Bits of lanes, and lanes as layers.
enum LaneBits {
  /// The weights of a quartet as 2 x 2 layers.
  @inline(__always)
  static func layers(_ weights: UnsafeMutablePointer<SIMD4<Double>>) -> UnsafeMutablePointer<
    PairMatrix
  > {
    UnsafeMutableRawPointer(weights).assumingMemoryBound(to: PairMatrix.self)
  }

  @inline(__always)
  static func bits(_ vector: SIMD4<Double>) -> SIMD4<Int64> {
    unsafeBitCast(vector, to: SIMD4<Int64>.self)
  }

  @inline(__always)
  static func real(_ bits: SIMD4<Int64>) -> SIMD4<Double> {
    unsafeBitCast(bits, to: SIMD4<Double>.self)
  }

  /// All bits set in the lanes whose choice has its table bit set.
  @inline(__always)
  static func signs(_ table: UInt64, _ choice: SIMD4<UInt64>) -> SIMD4<Int64> {
    SIMD4<Int64>(truncatingIfNeeded: SIMD4(repeating: table) &<< choice) &>> 63
  }

  @inline(__always)
  static func choose(_ mask: SIMD4<Int64>, _ set: SIMD4<Double>, _ unset: SIMD4<Double>) -> SIMD4<
    Double
  > {
    unset.replacing(with: set, where: mask .< 0)
  }
}
