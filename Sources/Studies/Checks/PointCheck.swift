import AbsorbingSets
import Chains
import DeepLinear
import Ensemble
import Foundation
import Ladder
import Landscape
import RandomStreams
import Survival

/// What gradient descent says of one point of a sweep before its chains run: whether there is a
/// barrier that noise has to cross, and whether the event's set fits the minima.
struct PointCheck: Equatable {
  /// Whether a fall needs noise.
  enum Barrier: String {
    /// Gradient descent falls from no start.
    case yes
    /// It falls from every start, from some of them by the horizon: falls are slides, not jumps.
    case no
    /// It falls from some starts by the horizon.
    case some
    /// It falls, but from no start by the horizon: by then falls are jumps.
    case late
    /// It comes to no rest from some start and falls from none; or it was not looked for.
    case unknown
  }

  /// The index of the point's first arm.
  let arm: Int
  /// What sets the point apart.
  let swept: [Arm.SweptValue]
  /// The event's rank.
  let rank: Int
  /// How many starts were let go, of the point's own law of theta_0; 0 where that takes too long.
  let starts: Int
  /// How many of them come to rest at the event's rank or below.
  let fallen: Int
  /// How many of these fall by the horizon, as far as the event's set can tell.
  let inTime: Int
  /// How many come to no rest, those that diverge among them.
  let undecided: Int
  /// How many diverge.
  let diverged: Int
  /// The median step at which gradient descent enters the event's set by itself, among those that
  /// do by the horizon; nil where none does.
  let median: Double?
  /// The event against the minima.
  let fit: EventFit

  /// The starts of a point, where they take no longer than is worth it.
  static let mostStarts = 20
  /// The multiply-adds that all points of a study may take together, as far as they are known
  /// before: some 20 seconds on one core.
  static let budget = 6e10
  /// Those of one point.
  static let pointBudget = 6e9

  /// Looks at a point. The starts have addresses of their own in its stream, at the end of those
  /// that chains can have.
  ///
  /// - Parameter share: the part of the budget that it may use.
  init(_ arm: Arm, index: Int, seed: UInt64, share: Double) {
    let law = arm.law
    (self.arm, swept, rank) = (index, arm.swept, law.event.rank)
    let cost =
      3 * Double(law.noisiestPhase.first + 4_000) * Double(law.shape.parameterCount)
      * Double(law.shape.inputs)
    let count = min(
      Self.mostStarts, Int(min(min(share * Self.budget, Self.pointBudget) / cost, 1e6)))
    starts = count < 4 ? 0 : count
    let chains = (0..<UInt32(starts)).map { UInt32.max - $0 }
    let networks = chains.map {
      Network(
        shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: seed, index: arm.stream),
        chain: $0)
    }
    let descent = Descent(law: law)
    let rests = descent.minima(from: networks)
    fallen = rests.count { $0.isAtRest && $0.rank.map { $0 <= law.event.rank } ?? false }
    undecided = rests.count { !$0.isAtRest }
    diverged = rests.count { $0.ending == .diverged }
    let times =
      fallen > 0
      ? Self.times(law, stream: RandomStream(seed: seed, index: arm.stream), chains: chains) : []
    median = MedianAndEnds(times)?.median
    let further = Self.fits(
      law, besides: rests, descent, stream: RandomStream(seed: seed, index: arm.stream))
    fit = EventFit((rests + further).compactMap { FoundMinimum($0, in: law.event) }, in: law.event)
    // A set that misses minima times nothing: then all that fall count.
    inTime = fit.answer == .fits ? min(times.count, fallen) : fallen
  }

  var barrier: Barrier {
    if starts == 0 { return .unknown }
    if fallen == starts, inTime > 0 { return .no }
    if fallen > 0 { return inTime > 0 ? .some : .late }
    return undecided == 0 ? .yes : .unknown
  }

  /// Minima of the ranks up to the event's: gradient descent from balanced networks of that rank,
  /// from the observed values with zeros in the missing entries and from what was found, each a
  /// little off it. For L >= 3 gradient descent does not raise a rank, and the push decays; a
  /// critical point of low rank that is a saddle, as at depth 2, is left by it.
  private static func fits(
    _ law: ChainLaw, besides rests: [Descent.Rest], _ descent: Descent, stream: RandomStream
  ) -> [Descent.Rest] {
    guard !rests.isEmpty else { return [] }
    let matrices =
      [law.problem.filled { _, _ in 0 }] + (law.problem.truth.map { [$0] } ?? [])
      + rests.filter(\.isAtRest).prefix(1).map(\.network.product)
    let parts = matrices.compactMap { SingularDecomposition($0) }
    let width = law.shape.smallerDimension
    let push = Network(
      shape: law.shape.compressed, law: .normal(.number(1)), stream: stream, chain: UInt32.max)
    let scale = 1e-3 * pow(law.problem.largestValue, 1 / Double(law.shape.depth))
    let starts = (0...law.event.rank).flatMap { rank in
      parts.map { part in
        var network = Network(balanced: part, rank: rank, depth: law.shape.depth, width: width)
        for layer in network.weights.indices {
          for index in network.weights[layer].elements.indices {
            network.weights[layer].elements[index] += scale * push.weights[layer].elements[index]
          }
        }
        return network
      }
    }
    return descent.rests(of: starts, phases: starts.map { _ in law.noisiestPhase.phase })
  }

  /// Gradient descent as chains of their own, timed as chains are, by their own weights.
  private static func times(_ law: ChainLaw, stream: RandomStream, chains: [UInt32]) -> [Double] {
    var timed = ChainLaw(motion: law.motion, watch: law.watch)
    timed.rung = .gradientDescent
    timed.judge = .state
    timed.horizon = min(law.horizon, law.noisiestPhase.first + 1 << 15)
    timed.follow = 0
    var waiting = chains.makeIterator()
    var times: [Double] = []
    ChainWorker(law: timed, stream: stream).run(
      next: { waiting.next().map(ChainAssignment.fresh) },
      finished: { _, outcome in if outcome.kind == .entered { times.append(Double(outcome.time)) }
      },
      pulse: { true })
    return times
  }
}
