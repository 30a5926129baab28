import DeepLinear

/// The one place where an engine is chosen. All round alike; a chain's bits change once, when it is compressed.
public enum EngineChoice: String, Sendable {
  /// Lanes with a kernel for 2 x 2 layers in registers.
  case pairLanes = "pair lanes"
  /// Lanes with a kernel for any small network.
  case generalLanes = "general lanes"
  /// One chain at a time at full width, compressed into lanes when it can be.
  case fullWidth = "full width, then lanes"

  /// The engine that a chain of this shape starts in.
  public static func first(for shape: NetworkShape) -> EngineChoice {
    if shape.widths.allSatisfy({ $0 == 2 }) && shape.depth <= PairKernel.deepest { return .pairLanes }
    return WideLayers.serves(shape) ? .fullWidth : .generalLanes
  }

  /// The kernel that moves lanes of this shape.
  static func kernel(law: ChainLaw, shape: NetworkShape) -> any LaneKernel {
    PairKernel(law: law, shape: shape) ?? GeneralKernel(law: law, shape: shape)
  }

  /// What moves networks of these widths along gradient descent.
  static func descent(law: ChainLaw, widths: [Int]) -> any DescentMover {
    WideDescent.serves(widths) ? WideDescent(law.problem) : ScalarDescent(law.problem)
  }
}
