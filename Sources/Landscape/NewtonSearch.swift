import DeepLinear

/// Newton's method on F, in the complement of the orbit of the hidden rotations.
///
/// A step solves (H + tau I + sigma T T^T) x = -grad F, with T the orbit's tangent space; the
/// gradient has no part there, so neither has x.
struct NewtonSearch {
  let loss: RegularisedLoss

  /// Where a search has led.
  struct End {
    let network: Network
    /// ||grad F||.
    let gradientNorm: Double
    /// Whether the gradient is as small as its rounding allows.
    let isCritical: Bool
  }

  /// How small ||grad F|| is at a critical point, in units of the ridge's pull.
  static let tolerance = 1e-12

  /// What ||grad F|| of a critical point is at most: 1e-12 of the ridge's pull c_reg lambda
  /// ||theta||, which the data's pull balances there, and what rounding leaves of the data's pull.
  /// The norm counts for at least a thousandth of that of a network whose A is of the data's size,
  /// so that the origin is reached as well.
  func tolerance(at network: Network) -> Double {
    let depth = network.weights.count
    let natural = Double(depth).squareRoot() * Network.root(loss.scale, depth: depth)
    let norm = network.squaredNorm.squareRoot()
    let layer = norm / Double(depth).squareRoot()
    let product = max(loss.scale, network.product.squaredNorm.squareRoot())
    let rounding =
      2e-15 * loss.dataWeight * product * (1..<depth).reduce(1.0) { power, _ in power * layer }
    return Self.tolerance * loss.ridgeWeight * max(norm, 1e-3 * natural) + rounding
  }

  /// Descends from a network to a local minimum: every step lowers F, or at rounding level the
  /// gradient.
  ///
  /// tau is as small as keeps the system positive definite and the step downhill (Levenberg and
  /// Marquardt), so from a generic start saddles are left behind, and the end is quadratic.
  func minimum(from start: Network, most: Int = 400) -> End {
    var network = start
    var (value, gradient) = (loss.value(at: network), loss.gradient(at: network))
    var damping = 0.0
    for _ in 0..<most {
      let norm = Self.norm(gradient)
      // A tenth of the tolerance, or until rounding stops it.
      guard norm > 0.1 * tolerance(at: network), value.isFinite else { break }
      let hessian = loss.hessian(at: network)
      let size = Self.largestDiagonal(hessian)
      let stiff = RotationOrbit(network).stiffened(hessian, by: size)
      var next: (network: Network, value: Double, gradient: [Double])?
      for _ in 0..<60 {
        if let step = DenseSystem.positiveSolution(Self.damped(stiff, by: damping), gradient) {
          let trial = network.moved(along: step, by: -1)
          let trialValue = loss.value(at: trial)
          let slope = zip(gradient, step).reduce(0) { $0.addingProduct($1.0, $1.1) }
          let trialGradient = loss.gradient(at: trial)
          // Where F no longer tells, the gradient does.
          let isLower = trialValue <= value - 1e-4 * slope
          let isSettled =
            slope <= 1e-12 * max(abs(value), .leastNormalMagnitude)
            && Self.norm(trialGradient) < 0.9 * norm
          if isLower || isSettled {
            next = (trial, trialValue, trialGradient)
            break
          }
        }
        damping = max(8 * damping, 1e-6 * size)
      }
      guard let next else { break }
      (network, value, gradient) = next
      damping = damping < 1e-5 * size ? 0 : damping / 16
    }
    return end(network, gradient)
  }

  /// Solves grad F = 0 near a network, whatever the curvature; each step is at most a quarter of
  /// ||theta||.
  func critical(from start: Network, most: Int = 60) -> End {
    var network = start
    var gradient = loss.gradient(at: network)
    for _ in 0..<most {
      guard Self.norm(gradient) > 0.1 * tolerance(at: network) else { break }
      let hessian = loss.hessian(at: network)
      let stiff = RotationOrbit(network).stiffened(hessian, by: Self.largestDiagonal(hessian))
      guard let step = DenseSystem.solution(stiff, gradient) else { break }
      let longest = 0.25 * network.squaredNorm.squareRoot()
      let trial = network.moved(
        along: step, by: -min(1, longest / max(Self.norm(step), .leastNormalMagnitude)))
      let trialGradient = loss.gradient(at: trial)
      if Self.norm(gradient) <= tolerance(at: network),
        Self.norm(trialGradient) >= Self.norm(gradient)
      {
        break
      }
      (network, gradient) = (trial, trialGradient)
    }
    return end(network, gradient)
  }

  private func end(_ network: Network, _ gradient: [Double]) -> End {
    let norm = Self.norm(gradient)
    return End(network: network, gradientNorm: norm, isCritical: norm <= tolerance(at: network))
  }

  static func norm(_ vector: [Double]) -> Double {
    vector.reduce(0) { $0.addingProduct($1, $1) }.squareRoot()
  }

  static func largestDiagonal(_ matrix: Matrix) -> Double {
    (0..<matrix.rows).reduce(0) { max($0, abs(matrix[$1, $1])) }
  }

  private static func damped(_ matrix: Matrix, by damping: Double) -> Matrix {
    guard damping > 0 else { return matrix }
    var result = matrix
    for index in 0..<matrix.rows { result[index, index] += damping }
    return result
  }
}
