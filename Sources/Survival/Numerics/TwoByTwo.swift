/// Symmetric matrices of two rows, as SIMD4(first diagonal element, the other, second diagonal
/// element, 0); so a jet holds its Hessian.
enum TwoByTwo {
  /// The inverse; not finite for a singular matrix.
  static func inverse(_ m: SIMD4<Double>) -> SIMD4<Double> {
    // Scaled first, as the determinant of two tiny or huge numbers may leave the range.
    let (a, b) = (abs(m.x).squareRoot(), abs(m.z).squareRoot())
    let correlation = m.y / a / b
    let (p, r) = (m.x / (a * a), m.z / (b * b))
    let determinant = p * r - correlation * correlation
    return SIMD4(
      r / determinant / a / a, -correlation / determinant / a / b, p / determinant / b / b, 0)
  }

  /// A matrix times a vector.
  static func product(_ m: SIMD4<Double>, _ v: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(m.x * v.x + m.y * v.y, m.y * v.x + m.z * v.y)
  }
}
