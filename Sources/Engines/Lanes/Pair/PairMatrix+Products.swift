import AbsorbingSets

/// A vector of length 2 in each of four lanes.
struct Pair {
  var x: SIMD4<Double>
  var y: SIMD4<Double>

  @inline(__always)
  init(_ x: SIMD4<Double>, _ y: SIMD4<Double>) {
    (self.x, self.y) = (x, y)
  }
}

/// Products of 2 x 2 matrices, each sum rounded as `Network` and `OrderedDot` have it: the first
/// product, then a multiply-add.
extension PairMatrix {
  /// W v.
  @inline(__always)
  func applied(to v: Pair) -> Pair {
    Pair((a * v.x).addingProduct(b, v.y), (c * v.x).addingProduct(d, v.y))
  }

  /// W^T u.
  @inline(__always)
  func appliedTransposed(to u: Pair) -> Pair {
    Pair((a * u.x).addingProduct(c, u.y), (b * u.x).addingProduct(d, u.y))
  }

  /// W P.
  @inline(__always)
  func applied(to p: PairMatrix) -> PairMatrix {
    PairMatrix(
      a: (a * p.a).addingProduct(b, p.c), b: (a * p.b).addingProduct(b, p.d),
      c: (c * p.a).addingProduct(d, p.c), d: (c * p.b).addingProduct(d, p.d))
  }

  /// W^T B.
  @inline(__always)
  func appliedTransposed(to p: PairMatrix) -> PairMatrix {
    PairMatrix(
      a: (a * p.a).addingProduct(c, p.c), b: (a * p.b).addingProduct(c, p.d),
      c: (b * p.a).addingProduct(d, p.c), d: (b * p.b).addingProduct(d, p.d))
  }

  /// decay W + (g u) v^T.
  @inline(__always)
  func moved(_ decay: SIMD4<Double>, _ g: SIMD4<Double>, _ u: Pair, _ v: Pair) -> PairMatrix {
    let (gx, gy) = (g * u.x, g * u.y)
    return PairMatrix(
      a: (decay * a).addingProduct(gx, v.x), b: (decay * b).addingProduct(gx, v.y),
      c: (decay * c).addingProduct(gy, v.x), d: (decay * d).addingProduct(gy, v.y))
  }

  /// decay W + B P^T, column after column of the data.
  @inline(__always)
  func moved(_ decay: SIMD4<Double>, _ left: PairMatrix, _ p: PairMatrix) -> PairMatrix {
    PairMatrix(
      a: (decay * a).addingProduct(left.a, p.a).addingProduct(left.b, p.b),
      b: (decay * b).addingProduct(left.a, p.c).addingProduct(left.b, p.d),
      c: (decay * c).addingProduct(left.c, p.a).addingProduct(left.d, p.b),
      d: (decay * d).addingProduct(left.c, p.c).addingProduct(left.d, p.d))
  }

  /// decay W + B.
  @inline(__always)
  func moved(_ decay: SIMD4<Double>, _ left: PairMatrix) -> PairMatrix {
    PairMatrix(
      a: decay * a + left.a, b: decay * b + left.b, c: decay * c + left.c, d: decay * d + left.d)
  }
}
