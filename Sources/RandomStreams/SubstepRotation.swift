// Unsafe code: columns of normals are rotated in place.

/// The normals of m substeps from m independent components, so that all m share the sum over a
/// step.
///
/// With components xi_0 ... xi_{m-1} the normal of substep s is
///
///     zeta_s = xi_0 / sqrt(m) - sqrt(s / (s + 1)) xi_s [s >= 1] + sum over q > s of xi_q / sqrt(q (q + 1)),
///
/// Helmert's orthonormal transform: the zeta are independent standard normals, and their sum over
/// sqrt(m) is xi_0, whatever m is. So the increments of a step add up to the same one at every m.
/// The path within a step is not shared: xi_q serves every m > q and lies differently over the
/// step, and a larger m is no finer grid of the same path. For m = 1 it is the identity.
///
/// Rounding: suffix sums from q = m - 1 down, each a multiply-add; then (xi_0 / sqrt(m) + suffix),
/// then the term of xi_s as a multiply-add.
struct SubstepRotation: Equatable, Sendable {
  private let root: Double
  /// sqrt(s / (s + 1)) and 1 / sqrt(s (s + 1)), s = 0 ..< m; the first of each is not used.
  private let factors: [SIMD2<Double>]

  init(substeps: Int) {
    root = 1 / Double(substeps).squareRoot()
    factors = (0..<substeps).map { s in
      let (lower, upper) = (Double(s), Double(s + 1))
      return SIMD2((lower / upper).squareRoot(), s == 0 ? 0 : 1 / (lower * upper).squareRoot())
    }
  }

  /// Turns the components at `column`, `column` + `stride` bytes, ... into the normals of the
  /// substeps.
  @inline(__always)
  func callAsFunction<Number: RotatedNumber>(
    _ column: UnsafeMutableRawPointer, stride: Int, as type: Number.Type
  ) {
    guard factors.count > 1 else { return }
    let first = column.loadUnaligned(as: type) * root
    var suffix = Number.zero
    for s in Swift.stride(from: factors.count - 1, to: 0, by: -1) {
      let place = column + s * stride
      let component = place.loadUnaligned(as: type)
      place.storeBytes(of: (first + suffix).addingProduct(component, -factors[s].x), as: type)
      suffix = suffix.addingProduct(component, factors[s].y)
    }
    column.storeBytes(of: first + suffix, as: type)
  }

  /// The normals of the substeps from their components.
  func callAsFunction(_ components: [Double]) -> [Double] {
    var column = components
    self(&column, stride: MemoryLayout<Double>.stride, as: Double.self)
    return column
  }
}

/// A number, or four of them: what a rotation needs.
protocol RotatedNumber: BitwiseCopyable {
  static var zero: Self { get }
  static func + (a: Self, b: Self) -> Self
  static func * (a: Self, b: Double) -> Self
  func addingProduct(_ a: Self, _ b: Double) -> Self
}

extension Double: RotatedNumber {}
extension SIMD4<Double>: RotatedNumber {}
