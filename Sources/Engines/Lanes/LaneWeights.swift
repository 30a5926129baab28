// Unsafe code: single lanes of a quartet's weights.
import DeepLinear

/// Moves networks into and out of the lanes of a quartet.
enum LaneWeights {
  /// Writes a network's weights into a lane.
  static func write(_ network: Network, to weights: UnsafeMutablePointer<SIMD4<Double>>, lane: Int)
  {
    var index = 0
    for matrix in network.weights {
      for element in matrix.elements {
        weights[index][lane] = element
        index += 1
      }
    }
  }

  /// The network in a lane.
  static func network(_ weights: UnsafePointer<SIMD4<Double>>, lane: Int, widths: [Int]) -> Network
  {
    var start = 0
    return Network(
      weights: zip(widths, widths.dropFirst()).map { columns, rows in
        defer { start += rows * columns }
        return Matrix(
          rows: rows, columns: columns,
          elements: (start..<(start + rows * columns)).map { weights[$0][lane] })
      })
  }
}
