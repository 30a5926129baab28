import DeepLinear
import Foundation

/// Numbers for tests from a fixed seed (SplitMix64): nothing here is used by the program, so
/// nothing of the program comes in.
public struct TestNumbers: RandomNumberGenerator {
  private var state: UInt64

  /// A stream of its own for each seed.
  public init(_ seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Uniform on [low, high).
  public mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * Double(next() >> 11) * 0x1p-53
  }

  /// 10 to a power that is uniform on [low, high).
  public mutating func scale(_ low: Double, _ high: Double) -> Double {
    pow(10, uniform(low, high))
  }

  /// A standard normal number (Box and Muller).
  public mutating func normal() -> Double {
    (-2 * log(1 - uniform(0, 1))).squareRoot() * cos(2 * Double.pi * uniform(0, 1))
  }

  /// A matrix of independent normal entries.
  public mutating func matrix(_ rows: Int, _ columns: Int, std: Double = 1) -> Matrix {
    Matrix(
      rows: rows, columns: columns, elements: (0..<(rows * columns)).map { _ in std * normal() })
  }

  /// A matrix of these singular values with random orthonormal vectors on both sides.
  public mutating func matrix(_ rows: Int, _ columns: Int, singularValues: [Double]) -> Matrix {
    var middle = Matrix(rows: rows, columns: columns)
    for (index, value) in singularValues.enumerated() { middle[index, index] = value }
    return orthogonal(rows) * middle * orthogonal(columns)
  }

  /// A random orthogonal matrix: Gram and Schmidt, twice over, on normal columns.
  public mutating func orthogonal(_ size: Int) -> Matrix {
    var columns: [[Double]] = []
    while columns.count < size {
      var column = (0..<size).map { _ in normal() }
      for _ in 0..<2 {
        for other in columns {
          let overlap = zip(column, other).reduce(0) { $0 + $1.0 * $1.1 }
          for k in column.indices { column[k] -= overlap * other[k] }
        }
      }
      let length = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
      columns.append(column.map { $0 / length })
    }
    return Matrix(
      rows: size, columns: size, elements: (0..<(size * size)).map { columns[$0 % size][$0 / size] }
    )
  }

  /// A network of these widths with independent normal weights.
  public mutating func network(_ widths: [Int], std: Double = 1) -> Network {
    Network(weights: zip(widths, widths.dropFirst()).map { matrix($1, $0, std: std) })
  }
}
