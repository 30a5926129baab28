// Unsafe code: owns the buffers that kernels work on.
import AbsorbingSets
import DeepLinear
import RandomStreams

/// Many chains side by side: four quartets of lanes, moved a span at a time, each lane refilled when its chain ends.
///
/// Every step is screened for entry. The lanes that the screen lets through are put back to the snapshot before and run again with
/// the full test at every step, as are those that follow a chain after its entry; so a passage is timed to its exact step, even
/// one that would not last. A lane's chain never depends on what the other lanes hold.
///
/// A span of 16 lanes takes little more than a microsecond in the pair kernel: what is done once a span must not allocate.
final class LaneBatch {
  /// Quartets in flight: enough to hide the latency of a step, few enough for the first-level cache.
  static let quartets = 4
  /// The number of lanes.
  static let capacity = 4 * quartets

  /// What is asked of a lane in every span.
  private struct Lane {
    var isTaken = false
    var isFollowing = false
    var step = 0
    /// The step at which the chain is over, as things stand.
    var end = 0
    /// The step to which the lane's coefficients hold.
    var coefficientsEnd = 0
  }

  private let law: ChainLaw
  private let shape: NetworkShape
  private let kernel: any LaneKernel
  private let seed: UInt64
  private let arm: UInt32
  private let choice: EntryChoice
  /// How many lanes are taken.
  private(set) var taken = 0
  private var watches = [PassageWatch?](repeating: nil, count: LaneBatch.capacity)
  /// Quartets that the screen let through in the last span: likely again, so watched at once.
  private var isSuspect = [Bool](repeating: false, count: LaneBatch.quartets)

  private let vectors: Int
  private let lanes = UnsafeMutablePointer<Lane>.allocate(capacity: LaneBatch.capacity)
  private let weights: UnsafeMutablePointer<SIMD4<Double>>
  /// The weights before the last stretch, to run it again, and those at the start of the span, to find a divergence.
  private let snapshot: UnsafeMutablePointer<SIMD4<Double>>
  private let spanStart: UnsafeMutablePointer<SIMD4<Double>>
  private let choices = UnsafeMutablePointer<SIMD4<UInt64>>.allocate(capacity: Span.steps * LaneBatch.quartets)
  private let coefficients = UnsafeMutablePointer<(decay: SIMD4<Double>, push: SIMD4<Double>)>.allocate(
    capacity: LaneBatch.quartets)
  private let steps = UnsafeMutablePointer<SIMD4<UInt64>>.allocate(capacity: LaneBatch.quartets)
  private let chains = UnsafeMutablePointer<SIMD4<UInt32>>.allocate(capacity: LaneBatch.quartets)
  private let screened = UnsafeMutablePointer<QuartetMemory>.allocate(capacity: LaneBatch.quartets)
  private let suspects = UnsafeMutablePointer<SIMD4<Int64>>.allocate(capacity: LaneBatch.quartets)

  /// A batch for the chains of an arm with networks of `shape`.
  init(law: ChainLaw, shape: NetworkShape, seed: UInt64, arm: UInt32) {
    (self.law, self.shape, self.seed, self.arm) = (law, shape, seed, arm)
    kernel = EngineChoice.kernel(law: law, shape: shape)
    choice = EntryChoice(among: law.problem.entries.count)
    vectors = shape.parameterCount
    weights = .allocate(capacity: vectors * Self.quartets)
    snapshot = .allocate(capacity: vectors * Self.quartets)
    spanStart = .allocate(capacity: vectors * Self.quartets)
    weights.initialize(repeating: .zero, count: vectors * Self.quartets)
    snapshot.initialize(repeating: .zero, count: vectors * Self.quartets)
    spanStart.initialize(repeating: .zero, count: vectors * Self.quartets)
    lanes.initialize(repeating: Lane(), count: Self.capacity)
    choices.initialize(repeating: .zero, count: Span.steps * Self.quartets)
    coefficients.initialize(repeating: (decay: .zero, push: .zero), count: Self.quartets)
    steps.initialize(repeating: .zero, count: Self.quartets)
    chains.initialize(repeating: .zero, count: Self.quartets)
    suspects.initialize(repeating: .zero, count: Self.quartets)
  }

  deinit {
    weights.deallocate()
    snapshot.deallocate()
    spanStart.deallocate()
    lanes.deallocate()
    choices.deallocate()
    coefficients.deallocate()
    steps.deallocate()
    chains.deallocate()
    screened.deallocate()
    suspects.deallocate()
  }

  /// Whether every lane is taken.
  var isFull: Bool { taken == Self.capacity }
  /// Whether no lane is taken.
  var isEmpty: Bool { taken == 0 }

  /// The states of the running chains, for a checkpoint.
  var states: [ChainState] {
    watches.indices.compactMap(state)
  }

  /// Takes a chain into a free lane.
  ///
  /// - Precondition: a lane is free, the step begins a span, and the network has the batch's shape.
  func load(_ state: ChainState) {
    guard let index = watches.firstIndex(where: { $0 == nil }) else { preconditionFailure("no free lane") }
    precondition(state.step % Span.steps == 0 && state.network.widths == shape.widths, "the state does not fit the batch")
    watches[index] = state.watch
    lanes[index] = Lane(
      isTaken: true, isFollowing: state.watch.entry != nil, step: state.step, end: state.watch.end, coefficientsEnd: state.step)
    steps[index / 4][index % 4] = UInt64(state.step)
    chains[index / 4][index % 4] = state.chain
    LaneWeights.write(state.network, to: weights + (index / 4) * vectors, lane: index % 4)
    taken += 1
  }

  /// Moves chains that are followed after their entry into another batch, as far as it has room: a quartet that holds one is watched
  /// at every step, which the chains beside it need not pay for.
  func moveFollowing(to other: LaneBatch) {
    for index in 0..<Self.capacity where lanes[index].isFollowing && !other.isFull {
      guard let state = state(index) else { continue }
      other.load(state)
      vacate(index)
    }
  }

  /// Moves every chain through one span and takes out those that are over.
  func advance() -> [(chain: UInt32, outcome: ChainOutcome)] {
    var finished: [(chain: UInt32, outcome: ChainOutcome)] = []
    for quartet in 0..<Self.quartets {
      choice.fill(choices + quartet * Span.steps, first: steps[quartet], chains: chains[quartet], seed: seed, arm: arm)
      steps[quartet] &+= UInt64(Span.steps)
    }
    spanStart.update(from: weights, count: vectors * Self.quartets)
    var first = 0
    while first < Span.steps {
      let count = setCoefficients(at: first)
      run(first: first, steps: count)
      first += count
    }
    takeOutDiverged(into: &finished)
    for index in 0..<Self.capacity where lanes[index].isTaken {
      lanes[index].step += Span.steps
      if lanes[index].step >= lanes[index].end { release(index, divergence: nil, into: &finished) }
    }
    return finished
  }

  /// Sets the coefficients for the steps from offset `first` on, and returns for how many steps they hold in all lanes.
  private func setCoefficients(at first: Int) -> Int {
    var count = Span.steps - first
    for index in 0..<Self.capacity where lanes[index].isTaken {
      let step = lanes[index].step + first
      if step >= lanes[index].coefficientsEnd {
        let (phase, remaining) = law.schedule.phase(at: step)
        let values = StepCoefficients(phase: phase, convention: law.convention)
        coefficients[index / 4].decay[index % 4] = values.decay
        coefficients[index / 4].push[index % 4] = -values.pull
        lanes[index].coefficientsEnd = remaining < Int.max - step ? step + remaining : Int.max
      }
      count = min(count, lanes[index].coefficientsEnd - step)
    }
    return count
  }

  private func memory(_ quartet: Int) -> QuartetMemory {
    QuartetMemory(
      weights: weights + quartet * vectors, choices: choices + quartet * Span.steps, coefficients: coefficients + quartet)
  }

  /// Whether a quartet holds a chain at all, and whether it holds one that is followed after its entry.
  private func use(of quartet: Int) -> (isTaken: Bool, isFollowing: Bool) {
    var use = (isTaken: false, isFollowing: false)
    for index in (4 * quartet)..<(4 * quartet + 4) where lanes[index].isTaken {
      use.isTaken = true
      if lanes[index].isFollowing { use.isFollowing = true }
    }
    return use
  }

  private func run(first: Int, steps: Int) {
    snapshot.update(from: weights, count: vectors * Self.quartets)
    // One quartet a bit.
    var (screening, watching) = (0, 0)
    var count = 0
    for quartet in 0..<Self.quartets {
      let use = use(of: quartet)
      guard use.isTaken else { continue }
      if isSuspect[quartet] || use.isFollowing {
        watching |= 1 << quartet
      } else {
        screening |= 1 << quartet
        (screened + count).initialize(to: memory(quartet))
        suspects[count] = .zero
        count += 1
      }
      isSuspect[quartet] = false
    }
    kernel.runScreened(UnsafeBufferPointer(start: screened, count: count), first: first, steps: steps, suspects: suspects)
    count = 0
    for quartet in 0..<Self.quartets where screening & 1 << quartet != 0 {
      defer { count += 1 }
      guard (0..<4).contains(where: { suspects[count][$0] < 0 && lanes[4 * quartet + $0].isTaken }) else { continue }
      (weights + quartet * vectors).update(from: snapshot + quartet * vectors, count: vectors)
      isSuspect[quartet] = true
      watching |= 1 << quartet
    }
    for quartet in 0..<Self.quartets where watching & 1 << quartet != 0 { watch(quartet, first: first, steps: steps) }
  }

  private func watch(_ quartet: Int, first: Int, steps: Int) {
    var levels = (0..<4).map { watches[4 * quartet + $0]?.level }
    kernel.runWatched(memory(quartet), first: first, steps: steps, levels: &levels) { lane, done, level in
      let index = 4 * quartet + lane
      watches[index]?.observe(level: level, step: lanes[index].step + first + done)
      guard let watch = watches[index] else { return }
      lanes[index].end = watch.end
      lanes[index].isFollowing = watch.entry != nil
    }
  }

  /// Takes out the chains whose norm is beyond the limit after the span; the step is found by the scalar reference.
  private func takeOutDiverged(into finished: inout [(chain: UInt32, outcome: ChainOutcome)]) {
    for quartet in 0..<Self.quartets {
      let start = weights + quartet * vectors
      var norm = SIMD4<Double>.zero
      for index in 0..<vectors { norm = norm.addingProduct(start[index], start[index]) }
      guard !all(norm .<= Divergence.squaredNormLimit) else { continue }
      for lane in 0..<4 where !(norm[lane] <= Divergence.squaredNormLimit) && lanes[4 * quartet + lane].isTaken {
        release(4 * quartet + lane, divergence: divergenceStep(quartet, lane), into: &finished)
      }
    }
  }

  /// The first step of a lane's span beyond the limit; `nil` when the chain was over before.
  private func divergenceStep(_ quartet: Int, _ lane: Int) -> Int? {
    let index = 4 * quartet + lane
    var network = LaneWeights.network(spanStart + quartet * vectors, lane: lane, widths: shape.widths)
    var step = lanes[index].step
    for offset in 0..<Span.steps where network.squaredNorm <= Divergence.squaredNormLimit {
      network.step(
        entry: law.problem.entries[Int(choices[quartet * Span.steps + offset][lane])],
        coefficients: StepCoefficients(phase: law.schedule.phase(at: step).phase, convention: law.convention))
      step += 1
    }
    return step <= lanes[index].end ? step : nil
  }

  private func chain(_ index: Int) -> UInt32 { chains[index / 4][index % 4] }

  private func state(_ index: Int) -> ChainState? {
    watches[index].map { watch in
      ChainState(
        chain: chain(index), step: lanes[index].step,
        network: LaneWeights.network(weights + (index / 4) * vectors, lane: index % 4, widths: shape.widths), watch: watch)
    }
  }

  private func release(_ index: Int, divergence: Int?, into finished: inout [(chain: UInt32, outcome: ChainOutcome)]) {
    guard let watch = watches[index] else { return }
    finished.append((chain(index), ChainOutcome(watch: watch, divergence: divergence, restingRank: nil, noise: nil)))
    vacate(index)
  }

  private func vacate(_ index: Int) {
    watches[index] = nil
    lanes[index] = Lane()
    taken -= 1
    // A free lane goes on stepping beside the others: from zero it stays finite.
    for vector in 0..<vectors { weights[(index / 4) * vectors + vector][index % 4] = 0 }
  }
}
