import DeepLinear

/// Newton's method from points between minima, where saddles are.
struct PointsBetween {
  let setting: LandscapeSetting
  let minima: [CriticalPoint]

  /// The places between two minima that are tried.
  private static let places = 7
  /// The most searches.
  private static let most = 512

  /// A start: a matrix between two minima, cut off at a rank.
  struct Start: Sendable {
    let matrix: SingularDecomposition
    let rank: Int
  }

  func starts() -> [Start] {
    var starts: [Start] = []
    for a in minima.indices {
      for b in minima.indices where b > a {
        for place in 1...Self.places {
          let share = Double(place) / Double(Self.places + 1)
          guard
            let matrix = SingularDecomposition(mixture(minima[a].product, minima[b].product, share))
          else { continue }
          let ranks =
            max(1, max(minima[a].rank, minima[b].rank) - 1)...max(minima[a].rank, minima[b].rank, 1)
          for rank in ranks where starts.count < Self.most {
            starts.append(Start(matrix: matrix, rank: rank))
          }
        }
      }
    }
    return starts
  }

  /// Where a search leads.
  func end(_ start: Start) -> NewtonSearch.End {
    let network = Network(
      balanced: start.matrix, rank: start.rank, depth: setting.depth, width: start.rank)
    return NewtonSearch(loss: setting.loss).critical(from: network)
  }

  private func mixture(_ a: Matrix, _ b: Matrix, _ share: Double) -> Matrix {
    Matrix(
      rows: a.rows, columns: a.columns,
      elements: zip(a.elements, b.elements).map { $0 + share * ($1 - $0) })
  }
}
