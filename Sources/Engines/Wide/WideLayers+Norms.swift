// Unsafe code: sums over aligned memory.

/// Norms of a wide network and of its layers.
extension WideLayers {
  /// sum_l ||W_l||_F^2 with every update done.
  package var squaredNorm: Double {
    flush()
    return squaredNorm(of: 0..<count)
  }

  /// ||W_l||_F^2 for l = 1...L with every update done.
  var squaredNorms: [Double] {
    flush()
    return (1...depth).map { squaredNorm(of: starts[$0 - 1]..<starts[$0]) }
  }

  /// ||.||^2 of a column of W_1, with every update done.
  func squaredNorm(ofColumn column: Int) -> Double {
    squaredNorm(of: column * padded[1]..<(column + 1) * padded[1])
  }

  private func squaredNorm(of vectors: Range<Int>) -> Double {
    Self.sumOfSquares(weights, vectors)
  }

  /// The sum of the squares of all numbers in these vectors, in 32 running sums that hide the
  /// latency of a multiply-add.
  private static func sumOfSquares(_ vectors: Pointer, _ indices: Range<Int>) -> Double {
    var (a, b, c, d) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
    var (e, f, g, h) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
    var index = indices.lowerBound
    while index + 8 <= indices.upperBound {
      a = a.addingProduct(vectors[index], vectors[index])
      b = b.addingProduct(vectors[index + 1], vectors[index + 1])
      c = c.addingProduct(vectors[index + 2], vectors[index + 2])
      d = d.addingProduct(vectors[index + 3], vectors[index + 3])
      e = e.addingProduct(vectors[index + 4], vectors[index + 4])
      f = f.addingProduct(vectors[index + 5], vectors[index + 5])
      g = g.addingProduct(vectors[index + 6], vectors[index + 6])
      h = h.addingProduct(vectors[index + 7], vectors[index + 7])
      index += 8
    }
    while index < indices.upperBound {
      a = a.addingProduct(vectors[index], vectors[index])
      index += 1
    }
    return (((a + b) + (c + d)) + ((e + f) + (g + h))).sum()
  }

  /// tr G and tr G^2 of the Gram matrix of W_1.
  package var firstLayerTraces: (trace: Double, ofSquare: Double) {
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
