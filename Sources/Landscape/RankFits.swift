import DeepLinear
import RandomStreams

/// Fits of a given rank: local minima of F among networks of hidden width r, from several fillings
/// of the missing entries.
///
/// A network of hidden width r is one of width d = min(d_in, d_out) whose other units are 0. For L
/// >= 3 a local minimum among those of width r is one among all: growth out of a unit that is 0 has
/// curvature c_reg lambda.
struct RankFits {
  let setting: LandscapeSetting
  let stream: RandomStream
  /// How many random fillings there are beside zeros, the truth and the convex solution.
  let fillings: Int

  /// A fit to be made.
  struct Task: Sendable {
    let rank: Int
    let start: SingularDecomposition
  }

  /// The fits of all ranks from 1 on, lowest first.
  func tasks() -> [Task] {
    let problem = setting.law.problem
    var matrices = [problem.filled { _, _ in 0 }]
    if let truth = problem.truth { matrices.append(truth) }
    matrices.append(NuclearNormCompletion(setting.loss).matrix)
    let (count, scale) = (problem.rows * problem.columns, setting.loss.scale)
    let draws = NormalDraws(count: count)
    for filling in 0..<fillings {
      let address = StreamAddress(stream: stream, chain: UInt32(filling), purpose: .landscape)
      let normals = draws.normals(step: 0, of: address)[0]
      // Wide fillings come near minima with large missing entries.
      let spread = [1.0, 4][filling % 2] * scale
      matrices.append(problem.filled { spread * normals[$0 * problem.columns + $1] })
    }
    let decompositions = matrices.compactMap { SingularDecomposition($0) }
    return (1...problem.smallerDimension).flatMap { rank in
      decompositions.map { Task(rank: rank, start: $0) }
    }
  }

  /// Where a fit leads.
  func end(_ task: Task) -> NewtonSearch.End {
    let start = Network(
      balanced: task.start, rank: task.rank, depth: setting.depth, width: task.rank)
    return NewtonSearch(loss: setting.loss).minimum(from: start)
  }
}
