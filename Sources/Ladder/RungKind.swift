import DeepLinear
import RandomStreams

/// A rung of the noise ladder: how the noise about the mean drift -eta gbar is made.
///
/// With g_k = c_data (A_k - a_k) grad A_k, gbar their mean over the N entries and Sigma = mean of
/// (g_k - gbar)(g_k - gbar)^T, every rung has the same decay and the same mean drift.
///
/// A rung is a file with a type of this protocol and a line in `Rung.ladder`. Studies, refusals,
/// names and documents go by what is said here; engines go by the family alone.
public protocol RungKind: Sendable {
  /// The word in a study's `dynamics`.
  static var word: String { get }
  /// The noise beside -eta gbar, as documents say it.
  static var noise: String { get }
  /// The options, in the order in which a name spells them.
  static var options: [KindOption] { get }

  /// The rung with values for all of its options, each within its domain.
  init(_ values: KindOption.Values)

  /// How its steps are made.
  var family: StepFamily { get }
  /// m, the parts a step is made of: m Euler-Maruyama steps of eta/m, noise scaled so that m ->
  /// infinity is the SDE.
  var substeps: Int { get }
  /// Which entries a step draws.
  var entries: EntryLaw { get }
  /// Whether a chain needs to know the minimum that gradient descent reaches from its start.
  var needsMinimum: Bool { get }

  /// How many standard normal numbers a substep takes.
  func normals(entries: Int, parameters: Int) -> Int
  /// What step t of a chain draws: the reference for the lanes.
  func draws(of chain: ChainNumbers) -> @Sendable (_ step: Int) -> StepDraw
  /// The same for the 32 steps from a multiple of 32 on, where that is cheaper than one by one.
  func spans(of chain: ChainNumbers) -> @Sendable (_ first: Int) -> [StepDraw]
  /// What the lanes of a batch draw: the same numbers, many chains side by side.
  func laneDraws(_ numbers: BatchNumbers) -> any LaneDraws
  /// What an additive rung multiplies its normal numbers by in a substep of a phase; 0 for the
  /// others.
  func kickScale(_ phase: Schedule.Phase, noise: MinimumNoise.Summary?, parameters: Int) -> Double
  /// The temperature T of an additive rung in a phase, the mean over all directions; nil for the
  /// others, and for a chain that has not looked for its minimum.
  func temperature(_ phase: Schedule.Phase, noise: MinimumNoise.Summary?, parameters: Int)
    -> Double?
}

extension RungKind {
  /// None.
  public static var options: [KindOption] { [] }
  /// One.
  public var substeps: Int { 1 }
  /// It draws none.
  public var entries: EntryLaw { .none }
  /// It does not.
  public var needsMinimum: Bool { false }
  /// None.
  public func normals(entries: Int, parameters: Int) -> Int { 0 }

  /// One step after another.
  public func spans(of chain: ChainNumbers) -> @Sendable (_ first: Int) -> [StepDraw] {
    let draw = draws(of: chain)
    return { first in (first..<(first + Span.steps)).map(draw) }
  }

  /// None.
  public func kickScale(_ phase: Schedule.Phase, noise: MinimumNoise.Summary?, parameters: Int)
    -> Double
  { 0 }
  /// None.
  public func temperature(
    _ phase: Schedule.Phase, noise: MinimumNoise.Summary?, parameters: Int
  ) -> Double? { nil }
}

/// Where a chain's random numbers are, and what they are drawn for.
public struct ChainNumbers: Sendable {
  let stream: RandomStream
  let chain: UInt32
  /// N, the observed entries.
  public let entries: Int
  /// P, the weights that move.
  public let parameters: Int

  /// The numbers of a chain whose network has `parameters` weights.
  public init(_ problem: CompletionProblem, parameters: Int, stream: RandomStream, chain: UInt32) {
    (self.stream, self.chain) = (stream, chain)
    (entries, self.parameters) = (problem.entries.count, parameters)
  }

  /// The address of the chain's numbers for a purpose.
  public func address(_ purpose: StreamPurpose) -> StreamAddress {
    StreamAddress(stream: stream, chain: chain, purpose: purpose)
  }

  /// `count` normal numbers a substep of any step, by substep.
  func normals(_ count: Int, substeps: Int) -> @Sendable (_ step: Int) -> [[Double]] {
    guard count > 0 else { return { _ in [[Double]](repeating: [], count: substeps) } }
    let (draws, address) = (NormalDraws(count: count, substeps: substeps), address(.noise))
    return { draws.normals(step: $0, of: address) }
  }
}

/// Where the random numbers of a batch's chains are, and what they are drawn for.
public struct BatchNumbers: Sendable {
  let stream: RandomStream
  /// N, the observed entries.
  let entries: Int
  /// P, the weights that move.
  let parameters: Int

  /// The numbers of chains whose networks have `parameters` weights.
  public init(_ problem: CompletionProblem, parameters: Int, stream: RandomStream) {
    self.stream = stream
    (entries, self.parameters) = (problem.entries.count, parameters)
  }
}
