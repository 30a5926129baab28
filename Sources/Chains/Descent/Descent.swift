import AbsorbingSets
import DeepLinear
import Engines
import Ladder
import RandomStreams

/// Where gradient descent leads: the chain without its noise.
///
/// It is at rest when 32 steps move the weights by at most 1e-10 of their norm, and is given up
/// after 32 768 steps. Weights that decay to nothing move by the same share of their norm for ever:
/// so the norm counts for at least 1e-6 sqrt(s), s = min(1, max|a_k|). The floor takes part only
/// where ||theta||^2 < 1e-12 s, and there no singular value of A is above ||theta||^2/2 < 1e-12
/// max|a_k|: the rank is 0. s is at most max|a_k|^(2/L), the scale of squared weights, at every
/// depth, and takes no power. With zeros alone observed there is no floor.
///
/// The squares of the norm and of the move are summed layer by layer, each layer by `OrderedDot`
/// over its weights, row by row.
public struct Descent: Sendable {
  /// Where it has led.
  public struct Rest: Equatable, Sendable {
    /// The last weights.
    public let network: Network
    /// The rank of A there, the number of singular values above 1e-6 of the largest observed |a_k|.
    /// Where gradient descent was given up, the smallest s <= r with the last weights in B_s, and
    /// nil outside B_r: a chain in a quiet phase is known by the set that it is in. nil where it
    /// has diverged.
    public let rank: Int?
    /// How it ended.
    public let ending: Ending

    /// Whether it came to rest.
    public var isAtRest: Bool { ending == .atRest }
    /// Whether it says in which basin the chain is: not where it was given up outside B_r. Where it
    /// has diverged the chain is in none.
    public var isDecided: Bool { ending != .givenUp || rank != nil }

    /// Where a chain that is judged by this rest stands to the basins of ranks up to `rank`.
    func standing(to rank: Int) -> Standing {
      if let own = self.rank, own <= rank { return .inside(level: own) }
      return .outside(ending == .diverged ? .bound : .rank)
    }
  }

  /// How gradient descent ends.
  public enum Ending: Sendable {
    /// It came to rest.
    case atRest
    /// It was still moving when it was given up.
    case givenUp
    /// Its weights are beyond the limit of `Divergence`.
    case diverged
  }

  /// How far 32 steps may move weights that are at rest, in units of their norm.
  static let stillness = 1e-10
  /// How many spans of 32 steps it may take.
  static let mostSpans = 1 << 10

  private let law: ChainLaw
  private let membership: WideMembership
  /// The largest observed |a_k|.
  private let scale: Double
  /// The least that ||theta||^2 counts for.
  private let floor: Double

  /// Gradient descent in the problem of a law.
  public init(law: ChainLaw) {
    self.law = law
    membership = WideMembership(law.event)
    scale = law.problem.largestValue
    floor = 1e-12 * min(1, scale)
  }

  /// Where it leads from `network` with the eta and lambda of `phase`.
  public func rest(of network: Network, phase: Schedule.Phase) -> Rest {
    rests(of: [network], phases: [phase])[0]
  }

  /// The same for several networks of the same widths, each with a phase of its own: several side
  /// by side cost little more than one. They are given up after 32 `spans` steps where that is
  /// sooner.
  public func rests(of networks: [Network], phases: [Schedule.Phase], spans: Int = .max) -> [Rest] {
    guard let widths = networks.first?.widths else { return [] }
    return rests(
      of: networks, phases: phases,
      mover: EngineChoice.descent(law.problem, event: law.event, widths: widths), spans: spans)
  }

  /// What the law's judge sees of networks of the same widths, each at its step.
  func looks(at networks: [Network], steps: [Int]) -> [Look] {
    let asks = law.judge.kind?.asksDescent ?? false
    let rests =
      asks ? rests(of: networks, phases: steps.map { law.schedule.phase(at: $0).phase }) : []
    return networks.indices.map {
      Look(network: networks[$0], rest: asks ? rests[$0] : nil, step: steps[$0], law: law)
    }
  }

  /// The noise at the minimum that it reaches from a chain's start.
  public func noise(from start: Network) -> MinimumNoise {
    noises(from: [start])[0]
  }

  /// The same for several chains.
  public func noises(from starts: [Network]) -> [MinimumNoise] {
    guard let widths = starts.first?.widths else { return [] }
    return noises(
      from: starts, mover: EngineChoice.descent(law.problem, event: law.event, widths: widths))
  }

  func rests(
    of networks: [Network], phases: [Schedule.Phase], mover: some DescentMover,
    spans most: Int = .max
  ) -> [Rest] {
    var rests = [Rest?](repeating: nil, count: networks.count)
    var waiting = networks.indices.makeIterator()
    var places = [(index: Int, spans: Int)?](repeating: nil, count: mover.places)
    while true {
      for place in places.indices where places[place] == nil {
        guard let index = waiting.next() else { break }
        places[place] = (index, 0)
        mover.load(networks[index], coefficients(phases[index]), place: place)
      }
      guard places.contains(where: { $0 != nil }) else { break }
      mover.move(steps: Span.steps)
      for place in places.indices {
        guard let (index, spans) = places[place] else { continue }
        places[place]?.spans += 1
        guard let ending = ending(mover.progress(at: place), spans: spans + 1, most: most) else {
          continue
        }
        rests[index] = rest(at: mover.network(at: place), ending: ending)
        mover.vacate(place: place)
        places[place] = nil
      }
    }
    return rests.compactMap { $0 }
  }

  func noises(from starts: [Network], mover: some DescentMover) -> [MinimumNoise] {
    minima(from: starts, mover: mover).map(noise)
  }

  /// The minima that it reaches from several starts, of the same widths: through the schedule to
  /// the phase with the largest learning rate, and to rest in that.
  public func minima(from starts: [Network]) -> [Rest] {
    guard let widths = starts.first?.widths else { return [] }
    return minima(
      from: starts, mover: EngineChoice.descent(law.problem, event: law.event, widths: widths))
  }

  private func minima(from starts: [Network], mover: some DescentMover) -> [Rest] {
    let (noisiest, first) = law.noisiestPhase
    var moved: [Network] = []
    while moved.count < starts.count {
      let group = starts[moved.count..<min(moved.count + mover.places, starts.count)]
      moved += follow(Array(group), to: first, mover: mover)
    }
    return rests(of: moved, phases: moved.map { _ in noisiest }, mover: mover)
  }

  /// Moves networks side by side through the schedule, from step 0 to step `last`.
  private func follow(_ networks: [Network], to last: Int, mover: some DescentMover) -> [Network] {
    guard last > 0 else { return networks }
    var step = 0
    for (place, network) in networks.enumerated() {
      mover.load(network, coefficients(law.schedule.phase(at: 0).phase), place: place)
    }
    while step < last {
      let (phase, remaining) = law.schedule.phase(at: step)
      for place in networks.indices { mover.set(coefficients(phase), place: place) }
      mover.move(steps: min(remaining, last - step))
      step += min(remaining, last - step)
    }
    return networks.indices.map { place in
      defer { mover.vacate(place: place) }
      return mover.network(at: place)
    }
  }

  /// How a descent is over after so many spans; `nil` when it goes on.
  private func ending(_ progress: DescentProgress, spans: Int, most: Int) -> Ending? {
    guard progress.squaredNorm <= Divergence.squaredNormLimit else { return .diverged }
    if progress.squaredMove <= Self.stillness * Self.stillness * max(progress.squaredNorm, floor) {
      return .atRest
    }
    return spans >= min(most, Self.mostSpans) ? .givenUp : nil
  }

  private func rest(at network: Network, ending: Ending) -> Rest {
    let rank: Int? =
      switch ending {
      case .atRest: rank(of: network)
      case .givenUp: membership.level(of: network)
      case .diverged: nil
      }
    return Rest(network: network, rank: rank, ending: ending)
  }

  /// The noise that the law's rung takes from where it has led.
  func noise(at rest: Rest) -> MinimumNoise {
    let keepsDirections = law.rung.family.keepsDirections
    guard rest.ending != .diverged else {
      // Weights beyond the limit may still be finite, and so may their gradients.
      let count = keepsDirections ? max(law.problem.entries.count, 1) - 1 : 0
      return MinimumNoise(noDirections: count, parameters: rest.network.parameterCount)
    }
    return MinimumNoise(
      minimum: rest.network, rank: rest.isAtRest ? rest.rank : nil, problem: law.problem,
      convention: law.convention, keepsDirections: keepsDirections)
  }

  private func coefficients(_ phase: Schedule.Phase) -> StepCoefficients {
    StepCoefficients(phase: phase, convention: law.convention)
  }

  private func rank(of network: Network) -> Int? {
    SingularValues.values(network.product)?.count { $0 > 1e-6 * max(scale, .leastNormalMagnitude) }
  }
}
