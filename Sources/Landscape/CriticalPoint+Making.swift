import AbsorbingSets
import DeepLinear

extension CriticalPoint {
  /// Eigenvalues within this share of the largest are 0 to rounding.
  static let flat = 1e-9
  /// Singular values of a layer below this share of the data's L-th root are 0: those of a kernel
  /// that a search has come down to are near 1e-9.
  static let smallestRoot = 1e-5

  /// The critical point at the end of a search, in hidden width min(d_in, d_out) and in the
  /// canonical basis; nil where the search has not ended at one, or where it falls apart when its
  /// small singular values are set to 0.
  init?(_ end: NewtonSearch.End, loss: RegularisedLoss) {
    let depth = end.network.weights.count
    let rank = Self.rank(of: end.network, loss: loss)
    guard end.isCritical, let raw = SingularDecomposition(end.network.product) else { return nil }
    let width = loss.problem.smallerDimension
    let padded = Network(balanced: raw, rank: rank, depth: depth, width: width)
    // Exact zeros stay: the steps within the rank are those of the narrow network.
    let polished = NewtonSearch(loss: loss).critical(from: padded, most: 8)
    guard polished.isCritical, let decomposition = SingularDecomposition(polished.network.product),
      Self.rank(of: polished.network, loss: loss) == rank
    else { return nil }
    self.init(polished, decomposition: decomposition, rank: rank, loss: loss)
  }

  private init?(
    _ end: NewtonSearch.End, decomposition: SingularDecomposition, rank: Int, loss: RegularisedLoss
  ) {
    let network = end.network
    let hessian = loss.hessian(at: network)
    let orbit = RotationOrbit(network)
    // The orbit's zeros are moved out of the way: no eigenvalue is above ||H||_F, so that they come
    // last.
    let away = 2 * hessian.squaredNorm.squareRoot()
    guard let all = DenseSystem.eigenvalues(orbit.stiffened(orbit.projected(hessian), by: away))
    else { return nil }
    let values = all.prefix(all.count - orbit.basis.count)
    guard let smallest = values.first, let largest = values.last else { return nil }
    let product = network.product
    let cost = MatrixCost(loss, depth: network.weights.count)
    self.network = network
    self.loss = loss.value(at: network)
    fitError = loss.problem.fitError(of: product)
    testError = loss.problem.testError(of: product)
    self.rank = rank
    singularValues = decomposition.values.enumerated().map { $0.offset < rank ? $0.element : 0 }
    balanceError = Self.balanceError(network)
    gradientNorm = end.gradientNorm
    orbitDimension = orbit.basis.count
    smallestEigenvalues = Array(values.prefix(4))
    largestEigenvalue = largest
    negativeEigenvalues = values.count { $0 < -Self.flat * largest }
    kind =
      smallest > Self.flat * largest
      ? .minimum : smallest < -Self.flat * largest ? .strictSaddle : .degenerate
    squaredNorm = network.squaredNorm
    representationCost = cost.representationCost(decomposition.values.prefix(rank))
    matrixCheck = MatrixCheck(cost, at: decomposition, rank: rank)
  }

  /// The number of singular values of W_1 that are not those of a kernel; balanced layers have the
  /// same.
  private static func rank(of network: Network, loss: RegularisedLoss) -> Int {
    let least = smallestRoot * Network.root(loss.scale, depth: network.weights.count)
    return SingularDecomposition(network.weights[0])?.values.count { $0 > least } ?? 0
  }

  private static func balanceError(_ network: Network) -> Double {
    zip(network.weights, network.weights.dropFirst()).reduce(0) { worst, pair in
      let (below, above) = (pair.0 * pair.0.transposed, pair.1.transposed * pair.1)
      let square = zip(below.elements, above.elements).reduce(0) {
        $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
      }
      return max(worst, square.squareRoot())
    }
  }
}
