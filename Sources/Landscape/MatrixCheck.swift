import DeepLinear
import Foundation
import RandomStreams

/// Whether a matrix is a local minimum of C_lambda, found from values of C_lambda alone.
///
/// Two things are to be seen: that C_lambda curves upward along matrices of the same rank, and that
/// growth out of the singular values that are 0 raises it. For L >= 3 a new singular value s costs
/// (c_reg / 2) lambda L s^(2/L) and gains at most ||G||_2 s, G being the data's gradient: so it
/// costs more than it gains for s below s_c = (c_reg lambda L / (2 ||G||_2))^(L / (L - 2)), and
/// moves in random directions far below s_c are tried. For L = 2 both are of first order, and
/// ||G||_2 <= c_reg lambda decides.
public struct MatrixCheck: Equatable, Sendable {
  /// The smallest curvature along matrices of the same rank in units of the largest magnitude; nil
  /// for the zero matrix.
  public let curvature: Double?
  /// How many of the random moves raise C_lambda.
  public let rises: Int
  /// How many random moves were tried; 0 where no singular value is 0, for L = 2, and where s_c is
  /// so small that C_lambda's rounding hides them.
  public let moves: Int
  /// ||G||_2 in units of c_reg lambda.
  public let dualNorm: Double

  private let isShallow: Bool
  private let growsUnseen: Bool

  /// How many directions are tried, each at two sizes.
  static let directions = 32
  /// Relative curvatures of less than this are the rounding of differences.
  static let flat = 1e-6

  /// Whether it is a local minimum; nil where rounding hides it.
  public var isMinimum: Bool? {
    if isShallow, dualNorm > 1 + 1e-9 { return false }
    if let curvature, curvature < -Self.flat { return false }
    if rises < moves { return false }
    if growsUnseen || curvature.map({ $0 < Self.flat }) ?? false { return nil }
    return true
  }

  /// Checks the first `rank` terms of a decomposition, for lambda > 0.
  init(_ cost: MatrixCost, at decomposition: SingularDecomposition, rank: Int) {
    let matrix = decomposition.truncated(to: rank)
    curvature = cost.curvature(at: decomposition, rank: rank).map {
      $0.smallest / max(abs($0.smallest), abs($0.largest))
    }
    let slope = SingularDecomposition(cost.loss.dataGradient(at: matrix))?.values.first ?? 0
    dualNorm = slope / cost.loss.ridgeWeight
    isShallow = cost.depth == 2
    let growsSteeply = rank < decomposition.values.count && !isShallow
    (rises, moves) = growsSteeply ? Self.rises(cost, matrix, rank, dualNorm: dualNorm) : (0, 0)
    growsUnseen = growsSteeply && moves == 0
  }

  private static func rises(_ cost: MatrixCost, _ matrix: Matrix, _ rank: Int, dualNorm: Double)
    -> (rises: Int, moves: Int)
  {
    let depth = Double(cost.depth)
    let critical = dualNorm > 0 ? pow(depth / (2 * dualNorm), depth / (depth - 2)) : cost.loss.scale
    let count = matrix.elements.count
    let draws = NormalDraws(count: count)
    let address = StreamAddress(
      stream: RandomStream(seed: 0, index: 0), chain: UInt32.max, purpose: .landscape)
    guard let here = cost.value(of: matrix, rank: rank) else { return (0, 0) }
    var (rises, moves) = (0, 0)
    for step in 0..<directions {
      let normals = draws.normals(step: step, of: address)[0]
      for share in [0.03, 0.001] {
        let size = share * min(critical, 1e-2 * cost.loss.scale)
        let growth = cost.loss.ridgeWeight / 2 * depth * pow(size, 2 / depth)
        guard growth > 1e-10 * here else { continue }
        let factor = size / NewtonSearch.norm(normals)
        var moved = matrix
        for index in 0..<count {
          moved.elements[index] = moved.elements[index].addingProduct(factor, normals[index])
        }
        moves += 1
        if let there = cost.value(of: moved), there > here { rises += 1 }
      }
    }
    return (rises, moves)
  }
}
