import AbsorbingSets
import DeepLinear

/// A counter-example to absorption: a point inside a set, and the moves of SGD that take it out.
public struct AuditExit: Equatable, Sendable {
  /// Where it starts.
  public let point: AuditPoint
  /// The shortest word that leaves, and where it ends.
  public let successor: Successor
  /// What the set's conditions read there.
  public let reading: SetReading

  /// Makes an exit.
  public init(point: AuditPoint, successor: Successor, reading: SetReading) {
    (self.point, self.successor, self.reading) = (point, successor, reading)
  }
}
