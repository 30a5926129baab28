// Unsafe code: products over aligned memory.

/// Products of the rows that a layer is kept in, those of W_l or of W_1^T, for the membership test.
/// Vectors are padded as the layers are.
extension WideLayers {
  /// The rows in memory; an inner layer's padding is counted.
  private func rows(of layer: Int) -> (start: Pointer, count: Int, length: Int) {
    let start = weights + starts[layer - 1]
    if layer == 1 { return (start, widths[0], padded[1]) }
    return (start, layer == depth ? widths[depth] : 4 * padded[layer], padded[layer - 1])
  }

  /// W_l v, and W_1^T v for l = 1: the inner products of the rows with v.
  func rowProducts(_ layer: Int, with vector: [Vector]) -> [Vector] {
    let (start, count, length) = rows(of: layer)
    var result = [Vector](repeating: .zero, count: (count + 3) / 4)
    vector.withUnsafeBufferPointer { vector in
      for block in 0..<(count / 4) {
        let row = start + 4 * block * length
        var (s0, s1, s2, s3) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
        for k in 0..<length {
          s0 = s0.addingProduct(row[k], vector[k])
          s1 = s1.addingProduct(row[length + k], vector[k])
          s2 = s2.addingProduct(row[2 * length + k], vector[k])
          s3 = s3.addingProduct(row[3 * length + k], vector[k])
        }
        result[block] = Vector(s0.sum(), s1.sum(), s2.sum(), s3.sum())
      }
      for i in (count / 4 * 4)..<count {
        var sum = Vector.zero
        for k in 0..<length { sum = sum.addingProduct(start[i * length + k], vector[k]) }
        result[i / 4][i % 4] = sum.sum()
      }
    }
    return result
  }

  /// W_l^T u, and W_1 u for l = 1: the sum of the rows times the numbers in u.
  func rowCombination(_ layer: Int, of vector: [Vector]) -> [Vector] {
    let (start, count, length) = rows(of: layer)
    var result = [Vector](repeating: .zero, count: length)
    result.withUnsafeMutableBufferPointer { result in
      for i in 0..<count {
        let factor = Vector(repeating: vector[i / 4][i % 4])
        for k in 0..<length { result[k] = result[k].addingProduct(start[i * length + k], factor) }
      }
    }
    return result
  }

  /// tr G and tr G^2 of the Gram matrix of an inner layer's rows `first` ..< `end`, multiples of 4.
  ///
  /// Costs about (end - first)^2 / 2 times a row's length in multiply-adds, four rows against two
  /// at a time.
  func gramTraces(_ layer: Int, rows range: Range<Int>) -> (trace: Double, ofSquare: Double) {
    let (start, _, length) = rows(of: layer)
    let sweep = GradientSweep(matrix: start, rows: range.upperBound, length: length, columns: 2)
    var trace = 0.0
    var (beside, within) = (Vector.zero, Vector.zero)
    for i in stride(from: range.lowerBound, to: range.upperBound, by: 4) {
      for k in stride(from: range.lowerBound, to: i, by: 2) {
        let (a, b) = sweep.products(i, start + k * length)
        beside = beside.addingProduct(a, a).addingProduct(b, b)
      }
      for k in [i, i + 2] {
        let (a, b) = sweep.products(i, start + k * length)
        within = within.addingProduct(a, a).addingProduct(b, b)
        trace += a[k - i] + b[k - i + 1]
      }
    }
    return (trace, (2 * beside + within).sum())
  }
}
