/// tr G and tr G^2 of the Gram matrix G = W W^T: the sums of s_i^2 and of s_i^4, in every lane.
enum GramTraces {
  /// For a matrix with few rows, given by its entries. Costs rows (rows + 1)/2 x columns
  /// multiply-adds.
  @inline(__always)
  static func of(
    rows: Int, columns: Int, entry: (Int, Int) -> SIMD4<Double>
  ) -> (trace: SIMD4<Double>, ofSquare: SIMD4<Double>) {
    var (trace, square) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    for i in 0..<rows {
      for k in 0...i {
        var product = SIMD4<Double>.zero
        for j in 0..<columns { product = product.addingProduct(entry(i, j), entry(k, j)) }
        square = square.addingProduct(i == k ? product : 2 * product, product)
        if i == k { trace += product }
      }
    }
    return (trace, square)
  }
}
