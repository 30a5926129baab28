/// z' V^- z for a covariance V that may be singular, and the rank of V.
///
/// For z in the range of V, as a vector of scores is, the value is the same for every generalized
/// inverse. V is eliminated by the largest pivot relative to its scale, which is its own diagonal
/// element, or that before the parts of other variables were swept out of V. A pivot that has come
/// down to 1e-10 of it is taken for rounding, and its direction is left out.
struct QuadraticForm {
  /// z' V^- z.
  let value: Double
  /// How many pivots there were.
  let rank: Int

  /// A pivot counts as rounding at or below this share of its scale.
  static let tolerance = 1e-10

  /// - Precondition: `matrix` is square, as long as `vector` and `scale`, symmetric and not
  ///   negative, up to rounding.
  init(_ vector: [Double], inverseOf matrix: [[Double]], scale given: [Double]? = nil) {
    var (vector, matrix) = (vector, matrix)
    let scale = given ?? vector.indices.map { matrix[$0][$0] }
    var remaining = vector.indices.filter { scale[$0] > 0 }
    var (value, rank) = (0.0, 0)
    while let place = remaining.indices.max(by: {
      relative(remaining[$0]) < relative(remaining[$1])
    }),
      relative(remaining[place]) > Self.tolerance
    {
      let pivot = remaining.remove(at: place)
      value += vector[pivot] * vector[pivot] / matrix[pivot][pivot]
      rank += 1
      for row in remaining {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        vector[row] -= factor * vector[pivot]
        for column in remaining { matrix[row][column] -= factor * matrix[pivot][column] }
      }
    }
    (self.value, self.rank) = (value, rank)

    func relative(_ index: Int) -> Double { matrix[index][index] / scale[index] }
  }
}
