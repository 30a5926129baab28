import DeepLinear
import TestKit

/// Random networks near the thresholds of an absorbing set.
enum Networks {
  /// A nearly balanced network W_l = Q_l D_l Q_{l-1}^T with random orthonormal Q and singular
  /// values `singularValues`, each changed by a random relative `spread` from layer to layer.
  static func balanced(
    _ widths: [Int], singularValues: [Double], spread: Double, from numbers: inout TestNumbers
  ) -> Network {
    var basis = numbers.orthogonal(widths[0])
    var weights: [Matrix] = []
    for (columns, rows) in zip(widths, widths.dropFirst()) {
      var middle = Matrix(rows: rows, columns: columns)
      for (index, value) in singularValues.enumerated() where index < min(rows, columns) {
        middle[index, index] = value * (1 + spread * numbers.uniform(-1, 1))
      }
      let next = numbers.orthogonal(rows)
      weights.append(next * middle * basis.transposed)
      basis = next
    }
    return Network(weights: weights)
  }
}
