/// The mix c_k of the entries' gradients in a step of `gaussian-matched`, from N - 1 standard
/// normal numbers.
///
///     c_k = 1/N + sqrt(m/N) (xi_k - mean xi)
///
/// so that -eta/m sum_k c_k g_k has the mean -eta/m gbar and the covariance (eta^2/m) Sigma. The
/// deviations xi_k - mean xi of N normal numbers live in N - 1 dimensions, and are drawn there
/// (Helmert's basis), from zeta_1 ... zeta_{N-1}:
///
///     xi_k - mean xi = sum_{q > k} zeta_q / sqrt(q (q + 1)) - sqrt(k / (k + 1)) zeta_k,    k = 0 ..< N
///
/// Rounding: the sums from q = N - 1 down, by multiply-adds; then the term of zeta_k; then the
/// multiply-add with sqrt(m/N) and 1/N.
public struct EntryMix: Equatable, Sendable {
  /// N.
  public let entries: Int
  /// 1/N.
  public let mean: Double
  /// sqrt(m/N).
  public let spread: Double
  /// 1/sqrt(q (q + 1)) for q = 1 ..< N, in place q - 1.
  let share: [Double]
  /// -sqrt(k / (k + 1)) for k = 1 ..< N, in place k - 1.
  let fall: [Double]

  /// The mix of N >= 1 entries in one of m substeps.
  public init(entries: Int, substeps: Int) {
    self.entries = entries
    mean = 1 / Double(entries)
    spread = (Double(substeps) / Double(entries)).squareRoot()
    let places = entries > 1 ? Array(1..<entries) : []
    share = places.map { 1 / (Double($0) * Double($0 + 1)).squareRoot() }
    fall = places.map { -(Double($0) / Double($0 + 1)).squareRoot() }
  }

  /// How many normal numbers the mix of one substep takes.
  public var normals: Int { entries - 1 }

  /// c_0 ..< c_N of gradient descent: 1/N each.
  public var equal: [Double] { [Double](repeating: mean, count: entries) }

  /// xi_k - mean xi of N entries from N - 1 normal numbers.
  public func deviations(_ normals: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: entries)
    var sum = 0.0
    for k in stride(from: entries - 1, through: 0, by: -1) {
      result[k] = k == 0 ? sum : sum.addingProduct(fall[k - 1], normals[k - 1])
      if k > 0 { sum = sum.addingProduct(share[k - 1], normals[k - 1]) }
    }
    return result
  }

  /// c_0 ..< c_N from N - 1 normal numbers.
  public func mix(_ normals: [Double]) -> [Double] {
    deviations(normals).map { mean.addingProduct(spread, $0) }
  }
}
