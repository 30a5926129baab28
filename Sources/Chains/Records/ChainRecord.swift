/// What has been recorded of one chain.
public struct ChainRecord: Equatable, Sendable {
  /// One offshoot.
  public struct Offshoot: Equatable, Sendable {
    /// The step at which it branched off.
    public let at: Int
    /// Its points, the first at the branch, where points of the chain are kept; its last state
    /// alone where they are not. Those before the divergence where it diverged.
    public let points: [PathPoint]
    /// Whether its weights left every bound.
    public let isDiverged: Bool

    /// Makes an offshoot.
    public init(at: Int, points: [PathPoint], isDiverged: Bool) {
      (self.at, self.points, self.isDiverged) = (at, points, isDiverged)
    }

    /// Where it has led; nil where it diverged.
    public var end: PathPoint? { isDiverged ? nil : points.last }
  }

  /// The chain's own points.
  public var points: [PathPoint]
  /// Its offshoots, in the order of their branches; fewer than were asked for where the chain
  /// diverged before.
  public var offshoots: [Offshoot]

  /// Makes a record.
  public init(points: [PathPoint] = [], offshoots: [Offshoot] = []) {
    (self.points, self.offshoots) = (points, offshoots)
  }

  /// Nothing.
  public static let empty = ChainRecord()
}
