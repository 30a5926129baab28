import AbsorbingSets
import DeepLinear
import RandomStreams

/// Where gradient descent leads: the chain without its noise.
///
/// It is at rest when 32 steps move the weights by at most 1e-10 of their norm, and is given up after 32 768 steps.
public struct Descent: Sendable {
  /// Where it has led.
  public struct Rest: Sendable {
    /// The last weights.
    public let network: Network
    /// The rank of A there, the number of singular values above 1e-6 of the largest observed |a_k|. Where gradient descent did not come to rest,
    /// the smallest s <= r with the weights in B_s; nil outside B_r, or when it has diverged.
    public let rank: Int?
    /// Whether it came to rest.
    public let isAtRest: Bool
  }

  /// How far 32 steps may move weights that are at rest, in units of their norm.
  static let stillness = 1e-10
  /// How many steps it may take.
  static let mostSteps = 1 << 15

  let law: ChainLaw
  let membership: WideMembership
  private let weights: [Double]

  /// Gradient descent in the problem of a law.
  public init(law: ChainLaw) {
    self.law = law
    membership = WideMembership(law.event)
    weights = EntryWeights(entries: law.problem.entries.count, substeps: 1).equal
  }

  /// Where it leads from `network` with the eta and lambda of `phase`.
  public func rest(of network: Network, phase: Schedule.Phase) -> Rest {
    let coefficients = StepCoefficients(phase: phase, convention: law.convention)
    if WideDescent.serves(network) { return wideRest(of: network, coefficients: coefficients) }
    var moving = network
    for _ in 0..<(Self.mostSteps / Span.steps) {
      let before = moving
      for _ in 0..<Span.steps { moving.step(weights: weights, of: law.problem, coefficients: coefficients) }
      guard moving.squaredNorm <= Divergence.squaredNormLimit else { return Rest(network: moving, rank: nil, isAtRest: false) }
      if Self.isStill(moving, since: before) { return Rest(network: moving, rank: rank(of: moving), isAtRest: true) }
    }
    return Rest(network: moving, rank: membership.level(of: moving), isAtRest: false)
  }

  /// The noise at the minimum that it reaches from a chain's start.
  public func noise(from start: Network) -> MatchedNoise {
    let (noisiest, first) = Self.noisiestPhase(of: law.schedule)
    var moving = WideDescent.serves(start) ? wideWalk(from: start, steps: first) : start
    for step in 0..<(WideDescent.serves(start) ? 0 : first) {
      let (phase, _) = law.schedule.phase(at: step)
      moving.step(
        weights: weights, of: law.problem, coefficients: StepCoefficients(phase: phase, convention: law.convention))
    }
    let rest = rest(of: moving, phase: noisiest)
    return MatchedNoise(
      minimum: rest.network, rank: rest.isAtRest ? rest.rank : nil, problem: law.problem, convention: law.convention)
  }

  /// Whether a network has moved by at most `stillness` of its norm.
  static func isStill(_ network: Network, since before: Network) -> Bool {
    let moved = zip(network.weights, before.weights).reduce(0) { sum, pair in
      zip(pair.0.elements, pair.1.elements).reduce(sum) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    return moved <= stillness * stillness * network.squaredNorm
  }

  /// The last phase of those with the largest learning rate, and its first step.
  static func noisiestPhase(of schedule: Schedule) -> (phase: Schedule.Phase, first: Int) {
    var (best, first, start) = (schedule.phases[0], 0, 0)
    for phase in schedule.phases {
      if phase.learningRate >= best.learningRate { (best, first) = (phase, start) }
      start += phase.steps ?? 0
    }
    return (best, first)
  }

  func rank(of network: Network) -> Int? {
    let scale = law.problem.entries.reduce(Double.leastNormalMagnitude) { max($0, abs($1.value)) }
    return SingularValues.values(network.product)?.count { $0 > 1e-6 * scale }
  }
}
