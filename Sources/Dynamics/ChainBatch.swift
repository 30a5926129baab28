import AbsorbingSets
import DeepLinear

/// A `LaneBatch` of any kernel.
protocol ChainBatch: AnyObject {
  var isFull: Bool { get }
  var isEmpty: Bool { get }
  var states: [ChainState] { get }
  func load(_ state: ChainState)
  func advance() -> [(chain: UInt32, outcome: ChainOutcome)]
}

extension LaneBatch: ChainBatch {}

/// The one place where an engine is chosen. Every engine gives the same bits; they differ in speed alone.
public enum EngineChoice: String, Sendable {
  /// Lanes with a kernel for 2 x 2 layers in registers.
  case pairLanes = "pair lanes"
  /// Lanes with a kernel for any small network.
  case generalLanes = "general lanes"
  /// One chain at a time at full width, compressed into lanes when it can be.
  case fullWidth = "full width, then lanes"

  /// The deepest network that the pair kernel is made for; beyond it the general kernel serves.
  static let deepestPair = 6

  /// The engine that a chain of this shape starts in.
  public static func first(for shape: NetworkShape) -> EngineChoice {
    if shape.widths.allSatisfy({ $0 == 2 }) && shape.depth <= deepestPair { return .pairLanes }
    return WideLayers.serves(shape) ? .fullWidth : .generalLanes
  }

  /// The batch that chains of this shape run in.
  static func batch(law: ChainLaw, shape: NetworkShape, seed: UInt64, arm: UInt32) -> any ChainBatch {
    let pair: (any ChainBatch)? =
      switch shape.depth {
      case 2: LaneBatch<PairKernel<0>>(law: law, shape: shape, seed: seed, arm: arm)
      case 3: LaneBatch<PairKernel<1>>(law: law, shape: shape, seed: seed, arm: arm)
      case 4: LaneBatch<PairKernel<2>>(law: law, shape: shape, seed: seed, arm: arm)
      case 5: LaneBatch<PairKernel<3>>(law: law, shape: shape, seed: seed, arm: arm)
      case deepestPair: LaneBatch<PairKernel<4>>(law: law, shape: shape, seed: seed, arm: arm)
      default: nil
      }
    if let pair { return pair }
    guard let general = LaneBatch<GeneralKernel>(law: law, shape: shape, seed: seed, arm: arm) else {
      preconditionFailure("the general kernel serves every shape")
    }
    return general
  }
}
