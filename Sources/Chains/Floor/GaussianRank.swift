import AbsorbingSets
import DeepLinear
import Foundation
import RandomStreams

/// The approximate rank that pure noise is expected to have: E sum_i f_alpha(s_i^2) of a matrix of
/// independent N(0, v) entries.
///
/// - 1 x 1: s^2 = v z^2, and with a = sqrt(alpha/v)
///
///       E = 1 - integral_{-a}^{a} (1 - z^2/a^2)^2 phi(z) dz
///         = erfc(a/sqrt 2) + (2/a^2 - 3/a^4) erf(a/sqrt 2) - 2 phi(a) (1/a - 3/a^3),
///
///   for a <= 1, where this loses digits, by the series of phi.
/// - Others: the mean over addressed draws, 200 of them unless the matrix has more than 20 000
///   entries, with its standard error. The singular values of standard normal matrices serve every
///   v and alpha, so a size is decomposed once.
/// - With more than 128 rows and columns: a matrix of the same proportions with 128 of the fewer, v
///   and E scaled. The law of the singular values is then near its limit (Marchenko and Pastur),
///   from which a finite matrix differs by a part of order 1/128.
///
/// Limits: 2 v n m/alpha for v -> 0, min(n, m) for v -> infinity.
public struct GaussianRank: Sendable {
  /// An expectation and how well it is known.
  public struct Expectation: Equatable, Sendable {
    /// E.
    public let value: Double
    /// The standard error of the mean over draws; 0 where E has a closed form.
    public let standardError: Double
  }

  /// The fewest and the most draws.
  private static let draws = 8...200
  /// How many normal numbers the draws of one size take, where `draws` allows.
  private static let mostNormals = 4_000_000
  /// The most singular values that are drawn as they are.
  private static let mostValues = 128

  private let seed: UInt64
  /// s_i^2 of each draw of a standard normal matrix, by rows and columns.
  private var spectra: [SIMD2<Int>: [[Double]]] = [:]

  /// Expectations whose draws are addressed by a seed.
  public init(seed: UInt64) {
    self.seed = seed
  }

  /// E of a `rows` x `columns` matrix with the variance v from 0 up, perhaps infinite.
  ///
  /// - Precondition: there are rows and columns, and `variance` is not negative.
  public mutating func expectation(rows: Int, columns: Int, variance: Double, rank: ApproximateRank)
    -> Expectation
  {
    precondition(
      rows > 0 && columns > 0 && variance >= 0,
      "a matrix of normal numbers has a size and a variance")
    let (long, short) = (max(rows, columns), min(rows, columns))
    if variance == 0 { return Expectation(value: 0, standardError: 0) }
    if variance == .infinity { return Expectation(value: Double(short), standardError: 0) }
    if long == 1 {
      return Expectation(
        value: Self.single(variance: variance, alpha: rank.alpha), standardError: 0)
    }
    return drawn(long, short, variance, rank)
  }

  /// E of a 1 x 1 matrix with a positive variance.
  static func single(variance: Double, alpha: Double) -> Double {
    let a = (alpha / variance).squareRoot()
    guard a > 1 else { return 1 - a * (2 / .pi).squareRoot() * series(a * a / 2) }
    let inverse = 1 / (a * a)
    let density = exp(-a * a / 2) / (2 * Double.pi).squareRoot()
    let inside = erf(a * 0.5.squareRoot())
    return erfc(a * 0.5.squareRoot()) + inverse * (2 - 3 * inverse) * inside - 2 * density
      * (1 - 3 * inverse) / a
  }

  /// integral_0^1 (1 - t^2)^2 exp(-x t^2) dt = sum_k (-x)^k/k! 8/((2k + 1)(2k + 3)(2k + 5)) for x
  /// <= 1/2.
  private static func series(_ x: Double) -> Double {
    var (sum, power) = (0.0, 1.0)
    for k in 0..<16 {
      let odd = Double(2 * k + 1)
      sum += power * 8 / (odd * (odd + 2) * (odd + 4))
      power *= -x / Double(k + 1)
    }
    return sum
  }

  /// E by draws of `long` x `short` matrices, or smaller ones of these proportions.
  mutating func drawn(_ long: Int, _ short: Int, _ variance: Double, _ rank: ApproximateRank)
    -> Expectation
  {
    let columns = min(short, Self.mostValues)
    let scale = Double(short) / Double(columns)
    let rows = Int((Double(long) / scale).rounded())
    let sums = spectrum(rows, columns).map { squares in
      squares.reduce(0) { $0 + rank($1 * (variance * scale)) }
    }
    let count = Double(sums.count)
    let mean = sums.reduce(0, +) / count
    let squares = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Expectation(
      value: scale * mean, standardError: scale * (squares / (count * (count - 1))).squareRoot())
  }

  private mutating func spectrum(_ rows: Int, _ columns: Int) -> [[Double]] {
    let size = SIMD2(rows, columns)
    if let known = spectra[size] { return known }
    let count = min(
      max(Self.mostNormals / (rows * columns), Self.draws.lowerBound), Self.draws.upperBound)
    let normals = NormalDraws(count: rows * columns, substeps: 1)
    let values = (0..<count).compactMap { draw in
      let address = StreamAddress(
        stream: RandomStream(seed: seed, index: 0), chain: UInt32(draw), purpose: .floor)
      return SingularValues.squared(
        Matrix(rows: rows, columns: columns, elements: normals.normals(step: 0, of: address)[0]))
    }
    spectra[size] = values
    return values
  }
}
