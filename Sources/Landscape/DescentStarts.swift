import Chains
import DeepLinear
import RandomStreams
import Threads

/// Where gradient descent leads from the starts of a study's chains.
struct DescentStarts {
  /// The end of one start.
  struct End: Sendable {
    /// A at the end, its singular values cut off where the descent says that they are 0.
    let matrix: SingularDecomposition
    /// The rank to go on with.
    let rank: Int
    /// Whether gradient descent had come to rest; otherwise it was still moving when it was given
    /// up.
    let isAtRest: Bool
    /// How often eta was halved because the descent diverged.
    let halvings: Int
  }

  let setting: LandscapeSetting
  let stream: RandomStream

  /// The most halvings of eta.
  static let mostHalvings = 40
  /// The starts that are let go side by side.
  static let together = 16

  /// After how many spans of 32 steps a descent is given up. Where the ridge would take more than
  /// 32 768 steps to bring it to rest, the data are fitted long before: 4096 steps are taken, and
  /// Newton's method goes on.
  var spans: Int {
    let rate = setting.law.convention.ridgeFactor * setting.learningRate * setting.ridge
    return rate * 32_768 < 10 ? 128 : .max
  }

  /// The ends of starts 0 ..< count; nil where a start diverges at any eta that was tried.
  func ends(_ count: Int, threads: Int) -> [End?] {
    let blocks = (count + Self.together - 1) / Self.together
    return ParallelMap.run(blocks, threads: threads) { block in
      ends(of: Array((block * Self.together)..<min((block + 1) * Self.together, count)))
    }.flatMap { $0 }
  }

  private func ends(of starts: [Int]) -> [End?] {
    let law = setting.law
    let descent = Descent(law: law)
    let networks = starts.map {
      Network(shape: law.shape, law: law.initialLaw, stream: stream, chain: UInt32($0))
    }
    var ends = [End?](repeating: nil, count: starts.count)
    var (waiting, rate) = (Array(starts.indices), setting.learningRate)
    for halvings in 0...Self.mostHalvings where !waiting.isEmpty {
      let phase = Schedule.Phase(steps: nil, learningRate: rate, ridge: setting.ridge)
      let rests = descent.rests(
        of: waiting.map { networks[$0] }, phases: waiting.map { _ in phase }, spans: spans)
      var diverged: [Int] = []
      for (index, rest) in zip(waiting, rests) {
        if rest.ending == .diverged {
          diverged.append(index)
        } else if let matrix = SingularDecomposition(rest.network.product) {
          let rank = rest.isAtRest ? rest.rank ?? matrix.values.count : matrix.values.count
          ends[index] = End(matrix: matrix, rank: rank, isAtRest: rest.isAtRest, halvings: halvings)
        }
      }
      (waiting, rate) = (diverged, rate / 2)
    }
    return ends
  }
}
