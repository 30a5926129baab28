import DeepLinear

extension RegularisedLoss {
  /// The most weights of a network whose Hessian is made: 8 MB for the matrix, about a second for
  /// its eigenvalues.
  public static let mostHessianWeights = 1024

  /// The Hessian of F, P x P, weights counted layer by layer and row by row.
  ///
  ///     H = (c_data / N) sum_k grad A_k grad A_k^T + c_reg lambda I + K,
  ///     K[(l, i, j), (m, p, q)] = (W_{m-1} ... W_{l+1})[q, i] * ((W_L ... W_{m+1})^T G (W_{l-1} ... W_1)^T)[p, j]   for l < m,
  ///
  /// symmetric, with G the gradient of the data part with respect to A and 0 within a layer. Costs
  /// about N P^2 multiply-adds.
  ///
  /// - Precondition: P is at most `mostHessianWeights`.
  public func hessian(at network: Network) -> Matrix {
    let count = network.parameterCount
    precondition(
      count <= Self.mostHessianWeights, "a dense Hessian of \(count) weights is too large")
    let products = PartialProducts(network)
    var elements = [Double](repeating: 0, count: count * count)
    addCurvatureOfProducts(network, products, to: &elements, count: count)
    for entry in problem.entries {
      addSquare(of: entryGradient(entry, network, products), to: &elements, count: count)
    }
    for a in 0..<count {
      elements[a * count + a] += ridgeWeight
      for b in 0..<a { elements[a * count + b] = elements[b * count + a] }
    }
    return Matrix(rows: count, columns: count, elements: elements)
  }

  /// The places and values of the weights that move A_k: u_l[i] v_{l-1}[j].
  private func entryGradient(
    _ entry: CompletionProblem.Entry, _ network: Network, _ products: PartialProducts
  ) -> [(place: Int, value: Double)] {
    var terms: [(place: Int, value: Double)] = []
    var place = 0
    for (layer, matrix) in network.weights.enumerated() {
      let (u, v) = (
        products.above[layer + 1].row(entry.row), products.below[layer].column(entry.column)
      )
      for i in 0..<matrix.rows {
        for j in 0..<matrix.columns {
          let value = u[i] * v[j]
          if value != 0 { terms.append((place, value)) }
          place += 1
        }
      }
    }
    return terms
  }

  /// Adds (c_data / N) g g^T to the upper half.
  private func addSquare(
    of terms: [(place: Int, value: Double)], to elements: inout [Double], count: Int
  ) {
    for (index, term) in terms.enumerated() {
      let (row, factor) = (term.place * count, dataWeight * term.value)
      for other in terms[index...] {
        elements[row + other.place] = elements[row + other.place].addingProduct(factor, other.value)
      }
    }
  }

  /// Adds K to the upper half.
  private func addCurvatureOfProducts(
    _ network: Network, _ products: PartialProducts, to elements: inout [Double], count: Int
  ) {
    let weights = network.weights
    let offsets = weights.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.elements.count) }
    let slope = dataGradient(at: products.below[weights.count])
    for l in weights.indices {
      let right = slope * products.below[l].transposed
      var between = PartialProducts.identity(weights[l].rows)
      for m in (l + 1)..<max(weights.count, l + 1) {
        let outer = products.above[m + 1].transposed * right
        for i in 0..<weights[l].rows {
          for j in 0..<weights[l].columns {
            let row = (offsets[l] + i * weights[l].columns + j) * count + offsets[m]
            for p in 0..<weights[m].rows {
              for q in 0..<weights[m].columns {
                elements[row + p * weights[m].columns + q] = between[q, i] * outer[p, j]
              }
            }
          }
        }
        between = weights[m] * between
      }
    }
  }
}
