import DeepLinear

/// A critical point of the regularised loss.
public struct CriticalPoint: Equatable, Sendable {
  /// theta.
  public let network: Network

  /// Makes a critical point.
  public init(network: Network) {
    self.network = network
  }
}
