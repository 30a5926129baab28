import DeepLinear

/// The tangent space of a network's orbit under the rotations of its hidden layers.
///
/// W_l -> Q_l W_l Q_{l-1}^T with Q_0 = Q_L = I changes neither A nor ||theta||: at a critical point
/// the Hessian is exactly 0 along
///
///     dW_l = X W_l,   dW_{l+1} = -W_{l+1} X,     X skew, for each hidden layer l.
///
/// A balanced network of rank r and hidden width w has (L - 1) r (2w - r - 1) / 2 such directions:
/// rotations within the kernel move nothing.
struct RotationOrbit {
  /// Orthonormal vectors over the weights, layer by layer and row by row.
  let basis: [[Double]]

  init(_ network: Network) {
    var basis: [[Double]] = []
    let least = 1e-7 * max(network.squaredNorm, .leastNormalMagnitude).squareRoot()
    for layer in 0..<max(network.weights.count - 1, 0) {
      let width = network.weights[layer].rows
      for a in 0..<width {
        for b in (a + 1)..<max(width, a + 1) {
          var vector = Self.generator(network, layer: layer, a, b)
          for _ in 0..<2 {
            for other in basis { Self.remove(other, from: &vector) }
          }
          let length = Self.dot(vector, vector).squareRoot()
          if length > least { basis.append(vector.map { $0 / length }) }
        }
      }
    }
    self.basis = basis
  }

  /// H + stiffness sum_t t t^T: as regular as H is on the complement.
  func stiffened(_ hessian: Matrix, by stiffness: Double) -> Matrix {
    var result = hessian
    let count = hessian.rows
    for vector in basis {
      for a in 0..<count where vector[a] != 0 {
        let factor = stiffness * vector[a]
        for b in 0..<count {
          result.elements[a * count + b] = result.elements[a * count + b].addingProduct(
            factor, vector[b])
        }
      }
    }
    return result
  }

  /// P H P with P = I - sum_t t t^T.
  func projected(_ hessian: Matrix) -> Matrix {
    var result = hessian
    for _ in 0..<2 {
      for row in 0..<result.rows {
        var line = result.row(row)
        for vector in basis { Self.remove(vector, from: &line) }
        result.elements.replaceSubrange(
          (row * result.columns)..<((row + 1) * result.columns), with: line)
      }
      result = result.transposed
    }
    return result
  }

  private static func generator(_ network: Network, layer: Int, _ a: Int, _ b: Int) -> [Double] {
    var change = network.weights.map { Matrix(rows: $0.rows, columns: $0.columns) }
    let (below, above) = (network.weights[layer], network.weights[layer + 1])
    for j in 0..<below.columns {
      change[layer][a, j] = below[b, j]
      change[layer][b, j] = -below[a, j]
    }
    for i in 0..<above.rows {
      change[layer + 1][i, b] = -above[i, a]
      change[layer + 1][i, a] = above[i, b]
    }
    return change.flatMap(\.elements)
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    OrderedDot.sum(count: a.count, { a[$0] }, { b[$0] })
  }

  private static func remove(_ direction: [Double], from vector: inout [Double]) {
    let overlap = dot(direction, vector)
    guard overlap != 0 else { return }
    for index in vector.indices {
      vector[index] = vector[index].addingProduct(-overlap, direction[index])
    }
  }
}
