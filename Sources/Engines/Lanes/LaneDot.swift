// Unsafe code: vectors of a quartet are read through pointers.
import DeepLinear

/// Inner products in every lane, in the order of the scalar reference.
enum LaneDot {
  /// `OrderedDot.sum` of `count` >= 1 terms; those of `b` are `stride` vectors apart.
  @inline(__always)
  static func sum(
    _ count: Int, _ a: UnsafePointer<SIMD4<Double>>, _ b: UnsafePointer<SIMD4<Double>>,
    stride: Int = 1
  ) -> SIMD4<Double> {
    guard count >= OrderedDot.lanesFrom else {
      var sum = a[0] * b[0]
      for k in 1..<max(count, 1) { sum = sum.addingProduct(a[k], b[k * stride]) }
      return sum
    }
    var sums = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    var k = 0
    while k < count {
      sums.0 = sums.0.addingProduct(a[k], b[k * stride])
      if k + 1 < count { sums.1 = sums.1.addingProduct(a[k + 1], b[(k + 1) * stride]) }
      if k + 2 < count { sums.2 = sums.2.addingProduct(a[k + 2], b[(k + 2) * stride]) }
      if k + 3 < count { sums.3 = sums.3.addingProduct(a[k + 3], b[(k + 3) * stride]) }
      k += 4
    }
    return (sums.0 + sums.1) + (sums.2 + sums.3)
  }

  /// One component of W^T u, from row 0 on: the first product rounded, each further one a
  /// multiply-add. The terms of `a` and of `b` are so many vectors apart.
  @inline(__always)
  static func downColumns(
    _ count: Int, _ a: UnsafePointer<SIMD4<Double>>, _ aStride: Int,
    _ b: UnsafePointer<SIMD4<Double>>, _ bStride: Int
  ) -> SIMD4<Double> {
    var sum = a[0] * b[0]
    for k in 1..<max(count, 1) { sum = sum.addingProduct(a[k * aStride], b[k * bStride]) }
    return sum
  }
}
