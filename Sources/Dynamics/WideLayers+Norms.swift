// Unsafe code: sums over aligned memory.

/// Norms of a wide network and of its layers.
extension WideLayers {
  /// sum_l ||W_l||_F^2 with every update done.
  var squaredNorm: Double {
    flush()
    return squaredNorm(of: 0..<count)
  }

  /// ||W_l||_F^2 for l = 1...L with every update done.
  var squaredNorms: [Double] {
    flush()
    return (1...depth).map { squaredNorm(of: starts[$0 - 1]..<starts[$0]) }
  }

  /// ||.||^2 of a column of W_1, with every update done.
  func squaredNorm(ofColumn column: Int) -> Double { squaredNorm(of: column * padded[1]..<(column + 1) * padded[1]) }

  private func squaredNorm(of vectors: Range<Int>) -> Double {
    Self.sum(vectors) { weights[$0] }
  }

  /// || theta - kept theta ||^2 with every update done.
  var squaredDistanceFromCopy: Double {
    flush()
    return Self.sum(0..<count) { weights[$0] - saved[$0] }
  }

  /// The sum of the squares of all numbers in the vectors at these indices, in 32 running sums that hide the latency of a multiply-add.
  @inline(__always)
  private static func sum(_ indices: Range<Int>, _ vector: (Int) -> Vector) -> Double {
    var (a, b, c, d) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
    var (e, f, g, h) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
    func add(_ sum: inout Vector, _ index: Int) {
      let value = vector(index)
      sum = sum.addingProduct(value, value)
    }
    var index = indices.lowerBound
    while index + 8 <= indices.upperBound {
      add(&a, index)
      add(&b, index + 1)
      add(&c, index + 2)
      add(&d, index + 3)
      add(&e, index + 4)
      add(&f, index + 5)
      add(&g, index + 6)
      add(&h, index + 7)
      index += 8
    }
    while index < indices.upperBound {
      add(&a, index)
      index += 1
    }
    return (((a + b) + (c + d)) + ((e + f) + (g + h))).sum()
  }

  /// tr G and tr G^2 of the Gram matrix of W_1.
  var firstLayerTraces: (trace: Double, ofSquare: Double) {
    var (trace, square) = (0.0, 0.0)
    for i in 0..<widths[0] {
      for k in 0...i {
        let product = Self.dot(padded[1], weights + i * padded[1], weights + k * padded[1])
        square = square.addingProduct(i == k ? product : 2 * product, product)
        if i == k { trace += product }
      }
    }
    return (trace, square)
  }
}
