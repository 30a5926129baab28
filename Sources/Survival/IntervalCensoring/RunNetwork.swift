/// The linear equations of `TurnbullStep` for the cumulated masses Y_0 = 0, Y_1, ..., Y_k = 1 on k
/// free intervals: for each inner node,
///
///     sum over runs from a to b of c (Y_b - Y_a) (e_b - e_a) = sum of (2 w/P) (e_b - e_a),      c = w/P^2
///
/// They are solved for what is to be added to the present masses, so that small changes keep their
/// digits.
struct RunNetwork {
  /// The present masses of the free intervals, which need not sum to 1.
  private let present: [Double]
  /// The right side less what the present masses explain; elements 0 and k have no meaning.
  private(set) var source: [Double]
  private(set) var diagonal: [Double]
  /// Links of inner nodes with the next node.
  private(set) var neighbours: [Double]
  /// Links of inner nodes that are further apart.
  private(set) var links: [(start: Int32, end: Int32, value: Double)] = []
  /// The furthest apart that linked inner nodes are.
  private(set) var width = 1

  init(_ state: TurnbullMasses, free: [Int]) {
    let (runs, last) = (state.runs, free.count)
    // How many free intervals lie before each interval.
    var before = [Int32](repeating: 0, count: runs.intervals.count + 1)
    for index in free { before[index + 1] = 1 }
    for index in runs.intervals.indices { before[index + 1] += before[index] }
    present = free.map { state.masses[$0] }
    var levels = [0.0]
    levels.reserveCapacity(last + 1)
    for mass in present { levels.append((levels.last ?? 0) + mass) }
    let missing = 1 - (levels.last ?? 0)
    source = Array(repeating: 0, count: last + 1)
    diagonal = source
    neighbours = source
    for run in runs.first.indices {
      let (start, end) = (before[Int(runs.first[run])], before[Int(runs.end[run])])
      let (from, to) = (Int(start), Int(end))
      guard from < to, from > 0 || to < last else { continue }
      let pull = runs.weight[run] / state.probabilities[run]
      let link = pull / state.probabilities[run]
      let mass = to == from + 1 ? present[from] : levels[to] - levels[from]
      source[from] -= 2 * pull - link * mass
      source[to] += 2 * pull - link * mass
      diagonal[from] += link
      diagonal[to] += link
      if to == last {
        source[from] += link * missing
      } else if from > 0 {
        if to == from + 1 {
          neighbours[from] += link
        } else {
          links.append((start, end, link))
          width = max(width, to - from)
        }
      }
    }
  }

  /// The masses that solve the equations, negative ones not excluded.
  func masses() -> [Double] {
    let nodes = Double(diagonal.count)
    // Elimination where its work is about that of the conjugate gradients, or less; they also do
    // where rounding makes it fail.
    let isNarrow = nodes * Double(width) * Double(width) <= 1000 * (Double(links.count) + nodes)
    var added = (isNarrow ? eliminate() : nil) ?? iterate()
    added[0] = 0
    added[present.count] = 1 - present.reduce(0, +)
    return present.indices.map { present[$0] + (added[$0 + 1] - added[$0]) }
  }

  /// Conjugate gradients, preconditioned by the diagonal and the links between neighbours, to a
  /// residual 1e-8 of the first or as far as 1000 rounds lead.
  private func iterate() -> [Double] {
    let inside = 1..<present.count
    var (added, residual) = ([Double](repeating: 0, count: source.count), source)
    var direction = precondition(residual)
    var size = dot(residual, direction)
    let goal = size * 1e-16
    for _ in 0..<1000 where size > goal {
      let image = product(direction)
      let curvature = dot(direction, image)
      guard curvature > 0 else { break }
      let length = size / curvature
      for node in inside {
        added[node] += length * direction[node]
        residual[node] -= length * image[node]
      }
      let next = precondition(residual)
      let nextSize = dot(residual, next)
      for node in inside { direction[node] = next[node] + nextSize / size * direction[node] }
      size = nextSize
    }
    return added
  }

  private func dot(_ left: [Double], _ right: [Double]) -> Double {
    (1..<present.count).reduce(0) { $0 + left[$1] * right[$1] }
  }

  /// The matrix times a vector whose elements 0 and k are 0.
  private func product(_ vector: [Double]) -> [Double] {
    var image = [Double](repeating: 0, count: vector.count)
    for node in 1..<present.count {
      image[node] += diagonal[node] * vector[node] - neighbours[node] * vector[node + 1]
      image[node + 1] -= neighbours[node] * vector[node]
    }
    for link in links {
      image[Int(link.start)] -= link.value * vector[Int(link.end)]
      image[Int(link.end)] -= link.value * vector[Int(link.start)]
    }
    return image
  }

  /// The inverse of the diagonal and its neighbours times a vector, by elimination.
  private func precondition(_ vector: [Double]) -> [Double] {
    let last = present.count
    var answer = vector
    (answer[0], answer[last]) = (0, 0)
    var pivots = diagonal
    for node in 1..<last where node > 1 {
      let factor = neighbours[node - 1] / pivots[node - 1]
      pivots[node] -= factor * neighbours[node - 1]
      answer[node] += factor * answer[node - 1]
    }
    for node in (1..<last).reversed() {
      answer[node] = (answer[node] + neighbours[node] * answer[node + 1]) / pivots[node]
    }
    return answer
  }
}
