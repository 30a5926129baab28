/// Epanechnikov's kernel, 3/4 (1 - x^2) on [-1, 1], and its forms at a boundary, which use only the
/// data on this side of it and keep the moments: the integral is 1 and the mean 0.
///
/// At a distance of q bandwidths from the start, 0 <= q < 1, the kernel is 3/4 (1 - x^2) (alpha +
/// beta x) on [-1, q]; at the end x is mirrored. It can be negative.
///
/// Sources: Gasser and Mueller (1979); Klein and Moeschberger (2003), formulas 6.2.6 and 6.2.7.
struct BoundaryKernel {
  private let lower: Double
  private let upper: Double
  private let constant: Double
  private let slope: Double

  /// The kernel for a point so many bandwidths after the start and before the end of the data; at
  /// most one of the two is below 1.
  init(fromStart: Double, toEnd: Double) {
    let q = min(1, fromStart, toEnd)
    let scale = (1 + q) * (1 + q) * (1 + q) * (1 + q) * (19 + q * (3 * q - 18))
    let side: Double = fromStart <= toEnd ? 1 : -1
    constant = 64 * (2 + q * (-4 + q * (6 - 3 * q))) / scale
    slope = side * 240 * (1 - q) * (1 - q) / scale
    (lower, upper) = side > 0 ? (-1, q) : (-q, 1)
  }

  /// The kernel at x = (point - datum)/bandwidth.
  func callAsFunction(_ x: Double) -> Double {
    x < lower || x > upper ? 0 : 0.75 * (1 - x * x) * (constant + slope * x)
  }
}
