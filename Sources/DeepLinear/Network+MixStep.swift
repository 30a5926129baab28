extension Network {
  /// One step along a weighted sum of the entries' gradients; all layers move from the old weights.
  ///
  ///     W_l <- decay * W_l - pull * sum_k c_k (A_k - a_k) * dA_k/dW_l
  ///
  /// With c_k = 1/N it is a step of gradient descent; every noise that is built from the gradients
  /// is a law of the mix c.
  ///
  /// Rounding: P_1 = W_1 and P_l = W_l P_{l-1} by `OrderedDot`; A_k by `OrderedDot` from row i_k of
  /// W_L and column j_k of P_{L-1}; D holds (-pull * c_k) * (A_k - a_k) at the observed places and
  /// 0 elsewhere; B_{L-1} = W_L^T D and B_{l-1} = W_l^T B_l, each sum from row 0 on, the first
  /// product rounded and the further ones multiply-adds. Then each weight is decay * w plus, column
  /// j of the data after column, B_l[i, j] P_{l-1}[m, j] by multiply-adds (B_L = D); W_1[i, j]
  /// becomes decay * w + B_1[i, j].
  ///
  /// Costs about 3 d_in multiply-adds a weight, whatever N is.
  ///
  /// - Precondition: a c_k for every observed entry, and a problem that fits the network's ends.
  public mutating func step(
    mix: [Double], of problem: CompletionProblem, coefficients: StepCoefficients
  ) {
    let depth = weights.count
    precondition(mix.count == problem.entries.count, "every entry needs its c_k")
    var images = depth > 1 ? [weights[0]] : []
    for layer in 1..<max(depth - 1, 1) {
      images.append(Self.image(of: images[layer - 1], under: weights[layer]))
    }
    var pulls = Matrix(rows: problem.rows, columns: problem.columns)
    let last = weights[depth - 1]
    for (k, entry) in problem.entries.enumerated() {
      let (i, j) = (entry.row, entry.column)
      let product =
        depth > 1
        ? OrderedDot.sum(count: last.columns, { last[i, $0] }, { images[depth - 2][$0, j] })
        : last[i, j]
      pulls[i, j] = (-coefficients.pull * mix[k]) * (product - entry.value)
    }
    for layer in stride(from: depth - 1, through: 0, by: -1) {
      let below = layer == 0 ? nil : Self.preimage(of: pulls, under: weights[layer])
      for i in 0..<weights[layer].rows {
        for m in 0..<weights[layer].columns {
          var moved = coefficients.decay * weights[layer][i, m]
          if layer == 0 {
            moved += pulls[i, m]
          } else {
            for j in 0..<problem.columns {
              moved = moved.addingProduct(pulls[i, j], images[layer - 1][m, j])
            }
          }
          weights[layer][i, m] = moved
        }
      }
      if let below { pulls = below }
    }
  }

  /// Adds a number to every weight, layer by layer and row by row.
  public mutating func add(_ kick: [Double]) {
    var index = 0
    for layer in weights.indices {
      for element in weights[layer].elements.indices {
        weights[layer].elements[element] += kick[index]
        index += 1
      }
    }
  }

  /// g_k = c_data (A_k - a_k) dA_k/dtheta for one entry, layer by layer and row by row.
  public func entryGradient(of entry: CompletionProblem.Entry, convention: Convention) -> [Double] {
    let (value, forward, backward) = residual(of: entry)
    let factor = convention.dataFactor * value
    return weights.indices.flatMap { layer in
      backward[layer + 1].flatMap { u in forward[layer].map { factor * u * $0 } }
    }
  }

  private static func image(of matrix: Matrix, under layer: Matrix) -> Matrix {
    Matrix(
      rows: layer.rows, columns: matrix.columns,
      elements: (0..<layer.rows).flatMap { i in
        (0..<matrix.columns).map { j in
          OrderedDot.sum(count: layer.columns, { layer[i, $0] }, { matrix[$0, j] })
        }
      })
  }

  private static func preimage(of matrix: Matrix, under layer: Matrix) -> Matrix {
    Matrix(
      rows: layer.columns, columns: matrix.columns,
      elements: (0..<layer.columns).flatMap { m in
        (0..<matrix.columns).map { j in
          (1..<max(layer.rows, 1)).reduce(layer[0, m] * matrix[0, j]) {
            $0.addingProduct(layer[$1, m], matrix[$1, j])
          }
        }
      })
  }
}
