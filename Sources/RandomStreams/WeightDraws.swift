import CGSL

/// Uniform and normal draws, one to an address: what initial weights are made of.
///
/// Draw n comes from half of block n / 2: even draws from its first 64-bit word, odd ones from its
/// second.
public struct WeightDraws: Sendable {
  private let address: StreamAddress

  /// The draws of a chain.
  public init(stream: RandomStream, chain: UInt32) {
    address = StreamAddress(stream: stream, chain: chain, purpose: .initialWeights)
  }

  /// Draws `first`, `first` + 1, ... uniform on the open interval (0, 1): (k + 1/2) / 2^53 with k
  /// uniform on 0..<2^53.
  public func uniforms(first: UInt64, count: Int) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(count)
    var block = address.words(index: first / 2)
    for draw in first..<(first + UInt64(count)) {
      if draw % 2 == 0 { block = address.words(index: draw / 2) }
      let bits = block[Int(draw % 2)] >> 11
      // Exact for k < 2^52. Above, the half is a tie and rounds to even k, without bias; only k =
      // 2^53 - 1 would round to 1 itself, which is not in the open interval: it becomes the largest
      // double below 1.
      result.append(Swift.min((Double(bits) + 0.5) * 0x1p-53, 1 - 0x1p-53))
    }
    return result
  }

  /// Standard normal draws by inversion (GSL's `gsl_cdf_ugaussian_Pinv`, Wichura's AS 241): |z|
  /// reaches to 8.2.
  public func normals(first: UInt64, count: Int) -> [Double] {
    uniforms(first: first, count: count).map { gsl_cdf_ugaussian_Pinv($0) }
  }
}
