import CMachine
import DeepLinear

/// Four 2 x 2 matrices side by side, [[a, b], [c, d]] in each lane.
@frozen
public struct PairMatrix: Sendable {
  /// Row 0, column 0.
  public var a: SIMD4<Double>
  /// Row 0, column 1.
  public var b: SIMD4<Double>
  /// Row 1, column 0.
  public var c: SIMD4<Double>
  /// Row 1, column 1.
  public var d: SIMD4<Double>

  /// Makes four matrices from their entries.
  @inlinable @inline(__always)
  public init(a: SIMD4<Double>, b: SIMD4<Double>, c: SIMD4<Double>, d: SIMD4<Double>) {
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
  }

  /// The same matrix in every lane.
  public init(broadcasting matrix: Matrix) {
    self.init(
      a: SIMD4(repeating: matrix[0, 0]), b: SIMD4(repeating: matrix[0, 1]),
      c: SIMD4(repeating: matrix[1, 0]), d: SIMD4(repeating: matrix[1, 1]))
  }

  /// ||W||_F^2.
  @inlinable @inline(__always)
  public var squaredNorm: SIMD4<Double> {
    (a * a).addingProduct(b, b).addingProduct(c, c).addingProduct(d, d)
  }

  /// ad - bc.
  @inlinable @inline(__always)
  public var determinant: SIMD4<Double> {
    (a * d).addingProduct(-b, c)
  }

  /// s_1^2 and s_2^2 in closed form; see `SingularValues.squared`.
  @inlinable @inline(__always)
  public var squaredSingularValues: (first: SIMD4<Double>, second: SIMD4<Double>) {
    let (norm, det) = (squaredNorm, determinant)
    let (sum, difference) = ((a + d, b - c), (a - d, b + c))
    let root = rankfall_square_roots(
      (sum.0 * sum.0).addingProduct(sum.1, sum.1)
        * (difference.0 * difference.0).addingProduct(difference.1, difference.1))
    let first = 0.5 * (norm + root)
    let second = (det * det) / first
    return (first, second.replacing(with: 0, where: first .== 0))
  }
}
