/// The widths w_0 ... w_L of a deep linear network A = W_L ... W_1, with W_l of size w_l x w_{l-1}.
public struct NetworkShape: Hashable, Sendable {
  /// w_0 = d_in, the hidden widths, w_L = d_out.
  public let widths: [Int]

  /// The largest hidden width that is accepted: a layer between two of that size is beyond
  /// `mostWeights`.
  public static let largestWidth = 16_384
  /// The largest number of weights that is accepted: 800 MB, which a checkpoint can hold.
  public static let mostWeights = 100_000_000
  /// The largest number of weights of a network that lanes move, many at a time: a network with a
  /// hidden width below 16, or what a wider one compresses to. Takes about 800 MB a thread, more
  /// where noise is added to the weights.
  public static let mostLaneWeights = 1 << 20
  /// The largest depth that is accepted.
  public static let largestDepth = 64

  /// Makes the shape of a network of `hiddenWidths.count + 1` layers.
  ///
  /// - Throws: `ShapeError` for depth under 2, a hidden width under min(d_in, d_out), or sizes
  ///   beyond the limits above.
  public init(inputs: Int, hiddenWidths: [Int], outputs: Int) throws(ShapeError) {
    let depth = hiddenWidths.count + 1
    guard (2...Self.largestDepth).contains(depth) else { throw .depth(depth) }
    for width in hiddenWidths {
      guard width >= min(inputs, outputs) else {
        throw .narrow(width: width, needed: min(inputs, outputs))
      }
      guard width <= Self.largestWidth else { throw .wide(width: width) }
    }
    widths = [inputs] + hiddenWidths + [outputs]
    guard parameterCount <= Self.mostWeights else {
      throw .parameters(parameterCount, limit: Self.mostWeights)
    }
    let isCompressible = hiddenWidths.allSatisfy { $0 >= OrderedDot.lanesFrom }
    let inLanes = isCompressible ? compressed.parameterCount : parameterCount
    guard inLanes <= Self.mostLaneWeights else {
      throw .parameters(inLanes, limit: Self.mostLaneWeights)
    }
  }

  /// Makes the shape of a network for `problem` with `depth` layers and the same width in every
  /// hidden layer.
  public init(problem: CompletionProblem, depth: Int, width: Int) throws(ShapeError) {
    guard (2...Self.largestDepth).contains(depth) else { throw .depth(depth) }
    try self.init(
      inputs: problem.columns, hiddenWidths: [Int](repeating: width, count: depth - 1),
      outputs: problem.rows)
  }

  /// L, the number of weight matrices.
  public var depth: Int { widths.count - 1 }
  /// d_in.
  public var inputs: Int { widths[0] }
  /// d_out.
  public var outputs: Int { widths[depth] }
  /// w_1 ... w_{L-1}.
  public var hiddenWidths: ArraySlice<Int> { widths[1..<depth] }
  /// The largest hidden width.
  public var largestHiddenWidth: Int { hiddenWidths.max() ?? 0 }
  /// min(d_in, d_out).
  public var smallerDimension: Int { min(inputs, outputs) }
  /// P, the number of weights.
  public var parameterCount: Int { zip(widths, widths.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } }

  /// The same network with every hidden width replaced by min(d_in, d_out): what a compressed chain
  /// has.
  public var compressed: NetworkShape {
    NetworkShape(uncheckedWidths: [inputs] + hiddenWidths.map { _ in smallerDimension } + [outputs])
  }

  private init(uncheckedWidths widths: [Int]) {
    self.widths = widths
  }
}

/// Why a network's shape was refused.
public enum ShapeError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Fewer than 2 layers, or more than `NetworkShape.largestDepth`.
  case depth(Int)
  /// A hidden layer is narrower than min(d_in, d_out).
  case narrow(width: Int, needed: Int)
  /// A hidden layer is wider than `NetworkShape.largestWidth`.
  case wide(width: Int)
  /// More weights than are possible, in all or of the network that lanes move.
  case parameters(Int, limit: Int)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .depth(let depth):
      "a depth of \(depth) is not possible; a whole number from 2 to \(NetworkShape.largestDepth) is needed"
    case .narrow(let width, let needed):
      "a hidden width of \(width) is narrower than min(d_in, d_out) = \(needed), so the network could not reach full rank"
    case .wide(let width):
      "a hidden width of \(width) is beyond the limit of \(NetworkShape.largestWidth)"
    case .parameters(let count, let limit):
      "the network would have \(count) weights"
        + (limit == NetworkShape.mostLaneWeights
          ? " once it is compressed to hidden width min(d_in, d_out), or from the start" : "")
        + "; at most \(limit) are possible"
    }
  }
}
