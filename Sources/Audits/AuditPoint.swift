import DeepLinear

/// A point inside a set, at which exits are looked for.
public struct AuditPoint: Equatable, Sendable {
  /// How it came to be.
  public let kind: PointKind
  /// The chain that it is from, or was pushed from.
  public let chain: UInt32
  /// Which of the chain's points it is, or was pushed from, counted from 0.
  public let number: Int
  /// t, the step whose eta and lambda the first move has.
  public let step: Int
  /// theta_t.
  public let network: Network

  /// Makes a point.
  public init(kind: PointKind, chain: UInt32, number: Int, step: Int, network: Network) {
    (self.kind, self.chain, self.number, self.step, self.network) = (
      kind, chain, number, step, network
    )
  }
}
