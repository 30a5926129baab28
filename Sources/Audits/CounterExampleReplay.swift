import AbsorbingSets
import DeepLinear

/// A counter-example gone through again, step by step, by the scalar reference.
public struct CounterExampleReplay: Equatable, Sendable {
  /// One point of the path.
  public struct Point: Equatable, Sendable {
    /// t.
    public let step: Int
    /// The move that led here; nil for the start.
    public let move: CounterExample.Move?
    /// theta_t.
    public let network: Network
    /// What the set's conditions read.
    public let reading: SetReading
  }

  /// The points, the start first.
  public let points: [Point]

  /// Replays a counter-example.
  public init(_ example: CounterExample) {
    var network = example.network
    var points = [
      Point(
        step: example.step, move: nil, network: network,
        reading: SetReading(network, in: example.set))
    ]
    for move in example.moves {
      network.step(
        entry: example.problem.entries[move.entry],
        coefficients: StepCoefficients(phase: move.phase, convention: example.convention))
      points.append(
        Point(
          step: example.step + points.count, move: move, network: network,
          reading: SetReading(network, in: example.set)))
    }
    self.points = points
  }

  /// Whether it starts inside the set and ends outside.
  public var isConfirmed: Bool {
    points[0].reading.level != nil && points[points.count - 1].reading.level == nil
  }
}
