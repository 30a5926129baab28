import DeepLinear

/// Critical points as they are found, each once.
struct CriticalTable {
  private let loss: RegularisedLoss
  private(set) var minima: [Landscape.Minimum] = []
  private(set) var others: [CriticalPoint] = []

  /// Ends with A closer than this, in units of the data's size, are one.
  static let nearness = 1e-6
  /// A descent at rest this near to a minimum has come to it: what is left of its way is below
  /// 1e-7.
  static let atRest = 1e-5

  init(_ loss: RegularisedLoss) { self.loss = loss }

  /// The origin is always a critical point.
  mutating func add(origin setting: LandscapeSetting) {
    let zero = Network(
      weights: zip(
        setting.law.shape.compressed.widths, setting.law.shape.compressed.widths.dropFirst()
      ).map {
        Matrix(rows: $1, columns: $0)
      })
    _ = place(of: NewtonSearch(loss: loss).critical(from: zero))
  }

  mutating func add(fit end: NewtonSearch.End) {
    if let index = place(of: end) { minima[index].fits += 1 }
  }

  mutating func add(saddle end: NewtonSearch.End) { _ = place(of: end) }

  /// The minimum that a start leads to.
  mutating func add(start end: DescentStarts.End, depth: Int) -> Int? {
    let matrix = end.matrix.truncated(to: end.rank)
    var index =
      end.isAtRest
      ? minima.firstIndex { $0.point.rank == end.rank && distance($0.point, matrix) <= Self.atRest }
      : nil
    if index == nil {
      let width = loss.problem.smallerDimension
      let start = Network(balanced: end.matrix, rank: end.rank, depth: depth, width: width)
      index = place(of: NewtonSearch(loss: loss).minimum(from: start))
    }
    if let index { minima[index].starts += 1 }
    return index
  }

  /// The minimum at the end of a search; other critical points are kept as well.
  private mutating func place(of end: NewtonSearch.End) -> Int? {
    guard end.isCritical else { return nil }
    let matrix = end.network.product
    // A matrix of this shape alone: a kernel may still be on its way to 0.
    if let known = minima.firstIndex(where: { distance($0.point, matrix) <= Self.nearness }) {
      return known
    }
    if others.contains(where: { distance($0, matrix) <= Self.nearness }) { return nil }
    guard let point = CriticalPoint(end, loss: loss) else { return nil }
    guard point.kind == .minimum else {
      if !others.contains(where: { distance($0, point.product) <= Self.nearness }) {
        others.append(point)
      }
      return nil
    }
    if let known = minima.firstIndex(where: { distance($0.point, point.product) <= Self.nearness })
    {
      return known
    }
    minima.append(Landscape.Minimum(point: point, starts: 0, fits: 0))
    return minima.count - 1
  }

  private func distance(_ point: CriticalPoint, _ matrix: Matrix) -> Double {
    let square = zip(point.product.elements, matrix.elements).reduce(0) {
      $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
    }
    return square.squareRoot() / loss.scale
  }
}
