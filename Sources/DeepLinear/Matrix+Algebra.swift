// Unsafe code: the loops run over the arrays' storage, four numbers at a time.

extension Matrix {
  /// The squared Frobenius norm, sum over (i, j) of w_ij^2, in four running sums.
  public var squaredNorm: Double {
    withStorage { w in Self.dot(w, w, count: elements.count) }
  }

  /// || self - left * right ||_F in one pass, for a `left` of few columns: rows x columns x left.columns multiply-adds.
  public func distance(toProduct left: Matrix, _ right: Matrix) -> Double {
    precondition(
      rows == left.rows && left.columns == right.rows && columns == right.columns,
      "a distance needs two matrices of one shape")
    var total = 0.0
    withStorage { w in
      left.withStorage { a in
        right.withStorage { b in
          for i in 0..<rows {
            total += Self.squaredDistance(
              w + i * columns, columns, a + i * left.columns, b, terms: left.columns)
          }
        }
      }
    }
    return total.squareRoot()
  }

  /// || row - sum_k factors[k] right_k ||^2 for one row.
  @inline(__always)
  private static func squaredDistance(
    _ row: UnsafePointer<Double>, _ columns: Int, _ factors: UnsafePointer<Double>,
    _ right: UnsafePointer<Double>, terms: Int
  ) -> Double {
    var sums = SIMD8<Double>.zero
    var j = 0
    while j + 8 <= columns {
      var rest = UnsafeRawPointer(row + j).loadUnaligned(as: SIMD8<Double>.self)
      for k in 0..<terms {
        rest.addProduct(
          -factors[k],
          UnsafeRawPointer(right + k * columns + j).loadUnaligned(as: SIMD8<Double>.self))
      }
      sums.addProduct(rest, rest)
      j += 8
    }
    while j < columns {
      var rest = row[j]
      for k in 0..<terms { rest.addProduct(-factors[k], right[k * columns + j]) }
      sums[j % 8].addProduct(rest, rest)
      j += 1
    }
    return sums.sum()
  }

  /// The matrix product. Costs rows x columns x other.columns multiply-adds.
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    precondition(
      left.columns == right.rows, "a product needs as many columns on its left as rows on its right"
    )
    return right.columns < 8 ? productByDots(left, right.transposed) : productByRows(left, right)
  }

  /// The product where the right side has few columns: each entry is a sum over two rows that lie
  /// in memory.
  private static func productByDots(_ left: Matrix, _ rightTransposed: Matrix) -> Matrix {
    let (inner, width) = (left.columns, rightTransposed.rows)
    let elements = left.withStorage { a in
      rightTransposed.withStorage { b in
        [Double](unsafeUninitializedCapacity: left.rows * width) { c, count in
          for i in 0..<left.rows {
            for j in 0..<width {
              c[i * width + j] = dot(a + i * inner, b + j * inner, count: inner)
            }
          }
          count = left.rows * width
        }
      }
    }
    return Matrix(rows: left.rows, columns: width, elements: elements)
  }

  /// The product row by row: multiples of the right side's rows are added up.
  private static func productByRows(_ left: Matrix, _ right: Matrix) -> Matrix {
    var result = Matrix(rows: left.rows, columns: right.columns)
    let (inner, width) = (left.columns, right.columns)
    result.elements.withUnsafeMutableBufferPointer { c in
      left.withStorage { a in
        right.withStorage { b in
          for i in 0..<left.rows {
            for k in 0..<inner {
              let factor = a[i * inner + k]
              for j in 0..<width {
                c[i * width + j] = c[i * width + j].addingProduct(factor, b[k * width + j])
              }
            }
          }
        }
      }
    }
    return result
  }

  private func withStorage<Result>(_ body: (UnsafePointer<Double>) -> Result) -> Result {
    elements.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else {
        preconditionFailure("a matrix has at least one entry")
      }
      return body(base)
    }
  }

  /// The inner product of two stretches of memory, in sixteen running sums: enough to hide the
  /// latency of a multiply-add.
  @inline(__always)
  private static func dot(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, count: Int)
    -> Double
  {
    var sums = SIMD16<Double>.zero
    var k = 0
    while k + 16 <= count {
      sums.addProduct(
        UnsafeRawPointer(a + k).loadUnaligned(as: SIMD16<Double>.self),
        UnsafeRawPointer(b + k).loadUnaligned(as: SIMD16<Double>.self))
      k += 16
    }
    while k < count {
      sums[k % 16].addProduct(a[k], b[k])
      k += 1
    }
    return sums.sum()
  }
}
