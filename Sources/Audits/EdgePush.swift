import AbsorbingSets
import DeepLinear
import RandomStreams

/// Pushes points of a set to its edge, along lines that leave it.
///
/// SGD need not be able to reach such a point: an exit from it says that the set is not closed, not
/// that a chain will leave it.
struct EdgePush: Sendable {
  private let membership: Membership
  private let stream: RandomStream
  /// By how much, relative to the way gone, a push stays short of an edge that the next push is to
  /// stay inside of.
  private static let shy = 1e-10
  /// The longest way.
  private static let farthest = 0x1p40

  init(set: AbsorbingSet, stream: RandomStream) {
    membership = Membership(set)
    self.stream = stream
  }

  /// The point at the edge that a visited point is pushed to; nil where there is no way out along
  /// the line, as from zero weights.
  ///
  /// The number of the point decides which layer or pair of layers is pushed, in turn, and in which
  /// direction.
  func point(_ kind: PointKind, from point: AuditPoint) -> AuditPoint? {
    network(kind, point).map {
      AuditPoint(
        kind: kind, chain: point.chain, number: point.number, step: point.step, network: $0)
    }
  }

  private func network(_ kind: PointKind, _ point: AuditPoint) -> Network? {
    let (start, number, last) = (point.network, point.number, point.network.weights.count - 1)
    let (pair, isUp) = (number % max(last, 1), number / max(last, 1) % 2 == 0)
    switch kind {
    case .visited: return start
    case .rank: return raised(start, layers: 0...last)
    case .rankOfOneLayer:
      return raised(start, layers: (number % (last + 1))...(number % (last + 1)))
    case .bound: return edge { x in Self.scaled(start, by: 1 + x) }
    case .balance:
      guard last > 0 else { return nil }
      return edge { x in Self.tilted(start, by: start, pair: pair, x: x, isUp: isUp) }
    case .balanceTurned:
      guard last > 0 else { return nil }
      let layer = start.weights[pair]
      let draws = AuditDraws(stream: stream, chain: point.chain)
      let turn = draws.symmetric(layer.rows, number: number) * layer
      return edge { x in Self.added(start, x, [pair: turn]) }
    case .rankAndBalance:
      guard last > 0, let base = raised(start, layers: 0...last, shy: Self.shy) else { return nil }
      let heads = heads(base)
      return edge { x in Self.tilted(base, by: heads, pair: pair, x: x, isUp: isUp) }
    case .rankAndBound: return rankAndBound(start, shy: 0)
    case .corner:
      guard last > 0, let base = rankAndBound(start, shy: Self.shy) else { return nil }
      let layer = number % (last + 1)
      let head = heads(base).weights[layer]
      return edge(farthest: 1) { x in Self.added(base, -x, [layer: head]) }
    }
  }

  private func raised(_ start: Network, layers: ClosedRange<Int>, shy: Double = 0) -> Network? {
    let tails = Dictionary(
      uniqueKeysWithValues: layers.map {
        ($0, SingularParts(start.weights[$0], rank: membership.set.rank).tail)
      })
    return edge(shy: shy) { x in Self.added(start, x, tails) }
  }

  /// The parts of the r largest singular values alone are scaled: what the rank sum counts beyond
  /// them stays.
  private func rankAndBound(_ start: Network, shy: Double) -> Network? {
    guard let base = raised(start, layers: 0...(start.weights.count - 1), shy: Self.shy) else {
      return nil
    }
    let heads = Dictionary(uniqueKeysWithValues: heads(base).weights.enumerated().map { ($0, $1) })
    return edge(shy: shy) { x in Self.added(base, x, heads) }
  }

  private func heads(_ network: Network) -> Network {
    Network(weights: network.weights.map { SingularParts($0, rank: membership.set.rank).head })
  }

  /// The last network inside along a line that starts inside, to 2^-44 of the way; `shy` of the way
  /// short of it. nil where the line does not leave.
  ///
  /// The way is doubled until it ends outside, then bisected: where a line leaves and comes back,
  /// one of its edges is found.
  private func edge(
    shy: Double = 0, farthest: Double = EdgePush.farthest, _ line: (Double) -> Network
  ) -> Network? {
    var (inside, outside) = (0.0, 0x1p-10)
    while isInside(line(outside)) {
      guard outside < farthest else { return nil }
      (inside, outside) = (outside, min(2 * outside, farthest))
    }
    while outside - inside > 0x1p-44 * outside, outside > 0x1p-60 {
      let middle = 0.5 * (inside + outside)
      if isInside(line(middle)) { inside = middle } else { outside = middle }
    }
    let network = line(inside * (1 - shy))
    return isInside(network) ? network : nil
  }

  private func isInside(_ network: Network) -> Bool { membership.level(of: network) != nil }

  private static func scaled(_ network: Network, by factor: Double) -> Network {
    Network(
      weights: network.weights.map { matrix in
        Matrix(
          rows: matrix.rows, columns: matrix.columns, elements: matrix.elements.map { factor * $0 })
      })
  }

  /// W_l + x D_l for the layers that have a direction.
  private static func added(_ network: Network, _ x: Double, _ directions: [Int: Matrix]) -> Network
  {
    var result = network
    for (layer, direction) in directions {
      for index in direction.elements.indices {
        result.weights[layer].elements[index] = result.weights[layer].elements[index].addingProduct(
          x, direction.elements[index])
      }
    }
    return result
  }

  /// The part P of two neighbouring layers: one times 1 + x, the other by 1 + x. The product of the
  /// two parts stays.
  private static func tilted(
    _ network: Network, by parts: Network, pair: Int, x: Double, isUp: Bool
  ) -> Network {
    let (grown, shrunk) = isUp ? (pair, pair + 1) : (pair + 1, pair)
    return added(
      added(network, x, [grown: parts.weights[grown]]), -x / (1 + x),
      [shrunk: parts.weights[shrunk]])
  }
}
