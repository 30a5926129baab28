import DeepLinear
import RandomStreams

/// Whether a matrix is a local minimum of C_lambda, found from values of C_lambda alone.
public struct MatrixCheck: Equatable, Sendable {
  /// The smallest curvature along matrices of the same rank in units of the largest one; nil for the zero matrix.
  public let curvature: Double?
  /// How many of the random moves raise C_lambda.
  public let rises: Int
  /// How many random moves were tried, of 1e-4 and 1e-6 of the data's size, in all directions.
  public let moves: Int
  /// For L = 2 the largest singular value of the data's gradient in units of c_reg lambda: growth out of a zero singular value costs nothing
  /// there where it is above 1. nil for L >= 3, where growth by s costs s^(2/L) and gains s.
  public let dualNorm: Double?

  /// How many directions are tried at each size.
  static let directions = 32
  /// Relative curvatures of less than this are the rounding of differences.
  static let flat = 1e-6

  /// Whether it is a local minimum; nil where the curvature is 0 to rounding.
  public var isMinimum: Bool? {
    if let dualNorm, dualNorm > 1 + 1e-9 { return false }
    guard let curvature else { return rises == moves }
    if abs(curvature) < Self.flat { return nil }
    return curvature > 0 && rises == moves
  }

  init(_ cost: MatrixCost, at decomposition: SingularDecomposition, rank: Int) {
    let matrix = decomposition.truncated(to: rank)
    curvature = cost.curvature(at: decomposition, rank: rank).map { $0.largest > 0 ? $0.smallest / $0.largest : -1 }
    let count = matrix.elements.count
    let draws = NormalDraws(count: count)
    let address = StreamAddress(seed: 0, arm: 0, chain: UInt32.max, purpose: .landscape)
    var (rises, moves) = (0, 0)
    for step in 0..<Self.directions {
      let normals = draws.normals(step: step, of: address)[0]
      let length = NewtonSearch.norm(normals)
      for size in [1e-4, 1e-6] {
        var moved = matrix
        for index in 0..<count { moved.elements[index] += size * cost.loss.scale * normals[index] / length }
        moves += 1
        // The move's own change of C is compared, so that it is not lost in C_lambda's rounding.
        if let here = cost.value(of: matrix, rank: rank), let there = cost.value(of: moved), there > here { rises += 1 }
      }
    }
    (self.rises, self.moves) = (rises, moves)
    dualNorm = cost.depth == 2 ? Self.dualNorm(cost, matrix) : nil
  }

  private static func dualNorm(_ cost: MatrixCost, _ matrix: Matrix) -> Double? {
    guard cost.loss.ridgeWeight > 0 else { return nil }
    return SingularDecomposition(cost.loss.dataGradient(at: matrix)).map { ($0.values.first ?? 0) / cost.loss.ridgeWeight }
  }
}
