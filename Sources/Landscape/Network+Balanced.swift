import DeepLinear
import Foundation

extension Network {
  /// The balanced network of the first `rank` terms of a matrix's decomposition, in a canonical
  /// basis of the hidden layers:
  ///
  ///     W_1 = S^(1/L) V^T,   W_l = S^(1/L),   W_L = U S^(1/L),
  ///
  /// with zeros beyond the rank. Among the networks of that matrix it has the smallest norm,
  /// ||theta||^2 = L sum_i s_i^(2/L).
  ///
  /// - Precondition: L >= 2 and `width` is at least `rank`, which is at most the number of singular
  ///   values.
  public init(balanced decomposition: SingularDecomposition, rank: Int, depth: Int, width: Int) {
    precondition(
      depth >= 2 && rank >= 0 && width >= max(rank, 1) && rank <= decomposition.values.count,
      "no such network")
    let roots = decomposition.values.prefix(rank).map { Self.root($0, depth: depth) }
    var first = Matrix(rows: width, columns: decomposition.right.rows)
    var inner = Matrix(rows: width, columns: width)
    var last = Matrix(rows: decomposition.left.rows, columns: width)
    for (k, root) in roots.enumerated() {
      inner[k, k] = root
      for j in 0..<first.columns { first[k, j] = root * decomposition.right[j, k] }
      for i in 0..<last.rows { last[i, k] = root * decomposition.left[i, k] }
    }
    self.init(weights: [first] + [Matrix](repeating: inner, count: depth - 2) + [last])
  }

  /// s^(1/L), the singular value of each layer of a balanced network.
  static func root(_ value: Double, depth: Int) -> Double {
    depth == 2 ? value.squareRoot() : pow(value, 1 / Double(depth))
  }

  /// The weights layer by layer, row by row.
  public var flat: [Double] { weights.flatMap(\.elements) }

  /// The network moved by `factor` times a vector over the weights.
  func moved(along direction: [Double], by factor: Double) -> Network {
    var (result, place) = (self, 0)
    for layer in result.weights.indices {
      for index in result.weights[layer].elements.indices {
        result.weights[layer].elements[index] = result.weights[layer].elements[index].addingProduct(
          factor, direction[place])
        place += 1
      }
    }
    return result
  }
}
