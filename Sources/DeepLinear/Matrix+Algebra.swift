// Unsafe code: the loops run over the arrays' storage, four numbers at a time.

extension Matrix {
  /// The squared Frobenius norm, sum over (i, j) of w_ij^2, in four running sums.
  public var squaredNorm: Double {
    withStorage { w in Self.sum(w, w, count: elements.count) { a, b in a * b } }
  }

  /// || self - other ||_F.
  public func distance(to other: Matrix) -> Double {
    precondition(rows == other.rows && columns == other.columns, "a distance needs two matrices of one shape")
    return withStorage { a in
      other.withStorage { b in Self.sum(a, b, count: elements.count) { ($0 - $1) * ($0 - $1) } }
    }.squareRoot()
  }

  /// The matrix product. Costs rows x columns x other.columns multiply-adds.
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    precondition(left.columns == right.rows, "a product needs as many columns on its left as rows on its right")
    return right.columns < 8 ? productByDots(left, right.transposed) : productByRows(left, right)
  }

  /// The product where the right side has few columns: each entry is a sum over two rows that lie in memory.
  private static func productByDots(_ left: Matrix, _ rightTransposed: Matrix) -> Matrix {
    let (inner, width) = (left.columns, rightTransposed.rows)
    let elements = left.withStorage { a in
      rightTransposed.withStorage { b in
        [Double](unsafeUninitializedCapacity: left.rows * width) { c, count in
          for i in 0..<left.rows {
            for j in 0..<width {
              c[i * width + j] = sum(a + i * inner, b + j * inner, count: inner) { $0 * $1 }
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
              for j in 0..<width { c[i * width + j] = c[i * width + j].addingProduct(factor, b[k * width + j]) }
            }
          }
        }
      }
    }
    return result
  }

  private func withStorage<Result>(_ body: (UnsafePointer<Double>) -> Result) -> Result {
    elements.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("a matrix has at least one entry") }
      return body(base)
    }
  }

  /// The sum of `term` over two stretches of memory, in four running sums.
  @inline(__always)
  private static func sum(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, count: Int, term: (SIMD4<Double>, SIMD4<Double>) -> SIMD4<Double>
  ) -> Double {
    let (rawA, rawB) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
    var sums = SIMD4<Double>.zero
    var k = 0
    while k + 4 <= count {
      sums += term(
        rawA.loadUnaligned(fromByteOffset: 8 * k, as: SIMD4<Double>.self),
        rawB.loadUnaligned(fromByteOffset: 8 * k, as: SIMD4<Double>.self))
      k += 4
    }
    while k < count {
      sums[k % 4] += term(SIMD4(repeating: a[k]), SIMD4(repeating: b[k]))[0]
      k += 1
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3])
  }
}
