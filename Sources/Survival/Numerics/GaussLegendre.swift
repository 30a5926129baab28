import CGSL

/// Integrals of smooth functions by 20 nodes of Gauss and Legendre, GSL's.
enum GaussLegendre {
  /// The integral over [start, end].
  static func integral(from start: Double, to end: Double, of function: (Double) -> Double)
    -> Double
  {
    guard let table = gsl_integration_glfixed_table_alloc(20) else { return .nan }
    defer { gsl_integration_glfixed_table_free(table) }
    var sum = 0.0
    for index in 0..<20 {
      var (node, weight) = (0.0, 0.0)
      guard gsl_integration_glfixed_point(start, end, index, &node, &weight, table) == 0 else {
        return .nan
      }
      sum += weight * function(node)
    }
    return sum
  }
}
