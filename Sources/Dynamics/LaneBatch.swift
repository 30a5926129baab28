// Unsafe code: owns the buffers that kernels work on.
import AbsorbingSets
import DeepLinear
import RandomStreams

/// Many chains side by side: four quartets of lanes, moved a span at a time, each lane refilled when its chain ends.
///
/// Every step is screened for entry. The lanes that the screen lets through are put back to the snapshot before and run again with
/// the full test at every step, as are those that follow a chain after its entry; so a passage is timed to its exact step, even
/// one that would not last. Chains that are judged by where gradient descent leads are looked at between spans instead.
/// A lane's chain never depends on what the other lanes hold.
///
/// A span of 16 lanes takes little more than a microsecond in the pair kernel: what is done once a span must not allocate.
final class LaneBatch {
  /// Quartets in flight: enough to hide the latency of a step, few enough for the first-level cache.
  static let quartets = 4
  /// The number of lanes.
  static let capacity = 4 * quartets

  /// A chain that is over.
  enum Ended {
    /// It diverged at this step, which may be one at which nobody watched it any more.
    case diverged(LaneChain, step: Int)
    /// It came to its end.
    case over(LaneChain)
  }

  /// What is asked of a lane in every span.
  private struct Lane {
    var isTaken = false
    /// Whether the full test is due at every step.
    var isFollowing = false
    var step = 0
    /// The step at which there is nothing more to see, as things stand.
    var watchEnd = 0
    /// The step at which the chain is over: there, or where the last thing is recorded.
    var end = 0
    /// The next step at which something is recorded.
    var recordStep = Int.max
    /// The step to which the lane's coefficients hold.
    var coefficientsEnd = 0

    /// Whether there is something to see for the chain's watch.
    var isWatched: Bool { isTaken && step < watchEnd }
  }

  private let law: ChainLaw
  private let widths: [Int]
  private let kernel: LaneEngine
  private let draws: any LaneDraws
  private let source: DrawSource
  private let descent: Descent
  private let recorder: PathRecorder
  /// How many lanes are taken.
  private(set) var taken = 0
  private var watches = [PassageWatch?](repeating: nil, count: LaneBatch.capacity)
  private var noises = [MatchedNoise?](repeating: nil, count: LaneBatch.capacity)
  private var plans = [RecordPlan?](repeating: nil, count: LaneBatch.capacity)
  private var records = [RecordState](repeating: RecordState(), count: LaneBatch.capacity)
  /// Quartets that the screen let through in the last span: likely again, so watched at once.
  private var isSuspect = [Bool](repeating: false, count: LaneBatch.quartets)

  private let vectors: Int
  private let lanes = UnsafeMutablePointer<Lane>.allocate(capacity: LaneBatch.capacity)
  private let block: LaneBlock
  private let weights: UnsafeMutablePointer<SIMD4<Double>>
  private let coefficients: UnsafeMutablePointer<LaneCoefficients>
  /// The weights before the last stretch, to run it again, and those at the start of the span, to find a divergence.
  private let snapshot: UnsafeMutablePointer<SIMD4<Double>>
  private let spanStart: UnsafeMutablePointer<SIMD4<Double>>
  private let spans = UnsafeMutablePointer<QuartetSpan>.allocate(capacity: LaneBatch.quartets)
  /// What the kernel is told of each quartet.
  private let memory = UnsafeMutablePointer<QuartetMemory>.allocate(capacity: LaneBatch.quartets)

  /// A batch for the chains of an arm with networks of `shape`.
  init(law: ChainLaw, shape: NetworkShape, seed: UInt64, arm: UInt32) {
    self.law = law
    widths = shape.widths
    source = DrawSource(seed: seed, arm: arm)
    kernel = EngineChoice.kernel(law: law, widths: shape.widths, rung: law.rung)
    draws = EngineChoice.draws(law: law, parameters: shape.parameterCount, source: source)
    descent = Descent(law: law)
    recorder = PathRecorder(law: law)
    vectors = shape.parameterCount
    block = LaneBlock(vectors: vectors)
    (weights, coefficients) = (block.weights, block.coefficients)
    snapshot = .allocate(capacity: vectors * Self.quartets)
    spanStart = .allocate(capacity: vectors * Self.quartets)
    snapshot.initialize(repeating: .zero, count: vectors * Self.quartets)
    spanStart.initialize(repeating: .zero, count: vectors * Self.quartets)
    lanes.initialize(repeating: Lane(), count: Self.capacity)
    spans.initialize(repeating: QuartetSpan(), count: Self.quartets)
  }

  deinit {
    snapshot.deallocate()
    spanStart.deallocate()
    lanes.deallocate()
    spans.deallocate()
    memory.deallocate()
  }

  /// Whether every lane is taken.
  var isFull: Bool { taken == Self.capacity }
  /// Whether no lane is taken.
  var isEmpty: Bool { taken == 0 }

  /// The states of the running chains, for a checkpoint.
  var states: [ChainState] {
    watches.indices.compactMap { chain($0)?.state }
  }

  /// Takes a chain into a free lane.
  ///
  /// - Precondition: a lane is free, the step begins a span, and the network has the batch's shape.
  func load(_ chain: LaneChain) {
    guard let index = watches.firstIndex(where: { $0 == nil }) else { preconditionFailure("no free lane") }
    let state = chain.state
    precondition(state.step % Span.steps == 0 && state.network.widths == widths, "the state does not fit the batch")
    watches[index] = state.watch
    noises[index] = chain.noise
    plans[index] = chain.plan
    records[index] = state.record
    lanes[index] = Lane(
      isTaken: true, isFollowing: state.watch.entry != nil && law.judge == .state && state.step < state.watch.end, step: state.step,
      coefficientsEnd: state.step)
    setEnd(of: index, watch: state.watch)
    if state.step == 0, state.record.isEmpty { recorder.note(state.network, step: 0, plan: chain.plan, in: &records[index]) }
    lanes[index].recordStep = chain.plan.next(from: state.step + 1)
    spans[index / 4].step[index % 4] = UInt64(state.step)
    spans[index / 4].chains[index % 4] = state.chain
    draws.load(chain.noise, lane: index)
    LaneWeights.write(state.network, to: weights + (index / 4) * vectors, lane: index % 4)
    taken += 1
  }

  /// Moves chains that are followed after their entry into another batch, as far as it has room: a quartet that holds one is watched
  /// at every step, which the chains beside it need not pay for.
  func moveFollowing(to other: LaneBatch) {
    for index in 0..<Self.capacity where lanes[index].isFollowing && !other.isFull {
      guard let chain = chain(index) else { continue }
      other.load(chain)
      vacate(index)
    }
  }

  /// Gives up every chain.
  func clear() {
    for index in 0..<Self.capacity where lanes[index].isTaken { vacate(index) }
  }

  /// Moves every chain through one span and takes out those that are over.
  func advance() -> [Ended] {
    var ended: [Ended] = []
    spanStart.update(from: weights, count: vectors * Self.quartets)
    var first = 0
    while first < Span.steps {
      let count = min(setCoefficients(at: first), draws.longestStretch)
      run(first: first, steps: count)
      first += count
    }
    for quartet in 0..<Self.quartets { spans[quartet].step &+= UInt64(Span.steps) }
    for index in 0..<Self.capacity where lanes[index].isTaken && lanes[index].recordStep <= lanes[index].step + Span.steps {
      record(index)
    }
    takeOutDiverged(into: &ended)
    for index in 0..<Self.capacity where lanes[index].isTaken {
      lanes[index].step += Span.steps
      if lanes[index].step >= lanes[index].watchEnd { lanes[index].isFollowing = false }
    }
    if let every = law.judge.every { lookAtBasins(every: every) }
    for index in 0..<Self.capacity where lanes[index].isTaken && lanes[index].step >= lanes[index].end {
      if let chain = chain(index) { ended.append(.over(chain)) }
      vacate(index)
    }
    return ended
  }

  /// Sets the coefficients for the steps from offset `first` on, and returns for how many steps they hold in all lanes.
  private func setCoefficients(at first: Int) -> Int {
    var count = Span.steps - first
    for index in 0..<Self.capacity where lanes[index].isTaken {
      let step = lanes[index].step + first
      if step >= lanes[index].coefficientsEnd {
        let (phase, remaining) = law.schedule.phase(at: step)
        let values = StepCoefficients(phase: phase, convention: law.convention, substeps: law.rung.substeps)
        coefficients[index / 4].set(values, lane: index % 4)
        draws.enter(phase, values, lane: index)
        lanes[index].coefficientsEnd = remaining < Int.max - step ? step + remaining : Int.max
      }
      count = min(count, lanes[index].coefficientsEnd - step)
    }
    return count
  }

  private func prepare(_ quartet: Int, first: Int, steps: Int) {
    draws.draw(quartet: quartet, of: spans[quartet], first: first, steps: steps, push: coefficients[quartet].push)
    (memory + quartet).initialize(
      to: QuartetMemory(
        weights: weights + quartet * vectors, coefficients: coefficients + quartet,
        draws: draws.memory(of: quartet, first: first)))
  }

  /// Whether a quartet holds a chain at all, one that is still watched, and one that is followed after its entry.
  private func use(of quartet: Int) -> (isTaken: Bool, isWatched: Bool, isFollowing: Bool) {
    var use = (isTaken: false, isWatched: false, isFollowing: false)
    for index in (4 * quartet)..<(4 * quartet + 4) where lanes[index].isTaken {
      use.isTaken = true
      if lanes[index].isWatched { use.isWatched = true }
      if lanes[index].isFollowing { use.isFollowing = true }
    }
    return use
  }

  private func run(first: Int, steps: Int) {
    let (together, suspects) = (block.together, block.suspects)
    snapshot.update(from: weights, count: vectors * Self.quartets)
    // One quartet a bit.
    var (screening, watching) = (0, 0)
    var (count, isWatched) = (0, false)
    for quartet in 0..<Self.quartets {
      let use = use(of: quartet)
      guard use.isTaken else { continue }
      if use.isWatched { isWatched = true }
      prepare(quartet, first: first, steps: steps)
      // A quartet that nobody watches any more must not be put aside: only watched ones are run apart.
      if use.isWatched, isSuspect[quartet] || use.isFollowing {
        watching |= 1 << quartet
      } else {
        screening |= 1 << quartet
        (together + count).initialize(to: memory[quartet])
        suspects[count] = .zero
        count += 1
      }
      isSuspect[quartet] = false
    }
    let screened = UnsafeBufferPointer(start: together, count: count)
    guard law.judge == .state, isWatched else { return kernel.run(screened, steps: steps) }
    kernel.runScreened(screened, steps: steps, suspects: suspects)
    count = 0
    for quartet in 0..<Self.quartets where screening & 1 << quartet != 0 {
      defer { count += 1 }
      guard (0..<4).contains(where: { suspects[count][$0] < 0 && lanes[4 * quartet + $0].isWatched }) else { continue }
      (weights + quartet * vectors).update(from: snapshot + quartet * vectors, count: vectors)
      isSuspect[quartet] = true
      watching |= 1 << quartet
    }
    for quartet in 0..<Self.quartets where watching & 1 << quartet != 0 { watch(quartet, first: first, steps: steps) }
  }

  private func watch(_ quartet: Int, first: Int, steps: Int) {
    var standings = (0..<4).map { watches[4 * quartet + $0]?.standing ?? .outside(.rank) }
    kernel.runWatched(memory[quartet], steps: steps, standings: &standings) { lane, done, standing in
      let index = 4 * quartet + lane
      watches[index]?.observe(standing, step: lanes[index].step + first + done)
      guard let watch = watches[index] else { return }
      setEnd(of: index, watch: watch)
      lanes[index].isFollowing = watch.entry != nil
    }
  }

  /// Looks where gradient descent leads from the lanes whose look is due.
  private func lookAtBasins(every: Int) {
    let due = (0..<Self.capacity).filter {
      lanes[$0].isTaken && lanes[$0].step % every == 0 && lanes[$0].step <= lanes[$0].watchEnd
    }
    guard !due.isEmpty else { return }
    let networks = due.map(network)
    let rests = descent.rests(of: networks, phases: due.map { law.schedule.phase(at: lanes[$0].step).phase })
    for (place, (index, rest)) in zip(due, rests).enumerated() {
      watches[index]?.look(rest, from: networks[place], step: lanes[index].step, law: law)
      if let watch = watches[index] { setEnd(of: index, watch: watch) }
    }
  }

  /// Takes out the chains whose norm is beyond the limit after the span; the step is found by the scalar reference.
  private func takeOutDiverged(into ended: inout [Ended]) {
    for quartet in 0..<Self.quartets {
      let start = weights + quartet * vectors
      var norm = SIMD4<Double>.zero
      for index in 0..<vectors { norm = norm.addingProduct(start[index], start[index]) }
      guard !all(norm .<= Divergence.squaredNormLimit) else { continue }
      for lane in 0..<4 where !(norm[lane] <= Divergence.squaredNormLimit) && lanes[4 * quartet + lane].isTaken {
        let index = 4 * quartet + lane
        if let chain = chain(index) { ended.append(.diverged(chain, step: divergenceStep(chain, lane: index))) }
        vacate(index)
      }
    }
  }

  /// The first step of a lane's span beyond the limit.
  private func divergenceStep(_ chain: LaneChain, lane index: Int) -> Int {
    var walk = walk(fromSpanStartOf: index)
    while walk.step < chain.state.step + Span.steps, walk.network.squaredNorm <= Divergence.squaredNormLimit { walk.advance() }
    return walk.step
  }

  /// The scalar reference's walk through a lane's span.
  private func walk(fromSpanStartOf index: Int) -> ReferenceWalk {
    ReferenceWalk(
      law: law, seed: source.seed, arm: source.arm, chain: spans[index / 4].chains[index % 4],
      network: LaneWeights.network(spanStart + (index / 4) * vectors, lane: index % 4, widths: widths), step: lanes[index].step,
      noise: noises[index])
  }

  /// Records what is due of a lane in the span behind it: at its end as the lane stands, within it by the scalar reference, which has the same
  /// bits.
  private func record(_ index: Int) {
    guard let plan = plans[index] else { return }
    let end = lanes[index].step + Span.steps
    var walk = lanes[index].recordStep < end ? walk(fromSpanStartOf: index) : nil
    while lanes[index].recordStep <= end {
      let step = lanes[index].recordStep
      while let at = walk?.step, at < step { walk?.advance() }
      if let network = step < end ? walk?.network : network(index) {
        recorder.note(network, step: step, plan: plan, in: &records[index])
      }
      lanes[index].recordStep = plan.next(from: step + 1)
    }
  }

  /// A lane is over where its watch is, or where the last thing of it is recorded.
  private func setEnd(of index: Int, watch: PassageWatch) {
    lanes[index].watchEnd = watch.end
    lanes[index].end = max(watch.end, plans[index]?.end ?? 0)
  }

  private func network(_ index: Int) -> Network {
    LaneWeights.network(weights + (index / 4) * vectors, lane: index % 4, widths: widths)
  }

  private func chain(_ index: Int) -> LaneChain? {
    guard let watch = watches[index], let plan = plans[index] else { return nil }
    let state = ChainState(
      chain: spans[index / 4].chains[index % 4], step: lanes[index].step, network: network(index), watch: watch,
      record: records[index])
    return LaneChain(state: state, noise: noises[index], plan: plan)
  }

  private func vacate(_ index: Int) {
    (watches[index], noises[index], plans[index]) = (nil, nil, nil)
    records[index] = RecordState()
    lanes[index] = Lane()
    draws.vacate(lane: index)
    taken -= 1
    // A free lane goes on stepping beside the others: from zero it stays finite.
    for vector in 0..<vectors { weights[(index / 4) * vectors + vector][index % 4] = 0 }
  }
}

/// A chain on its way, with what its rung knows of the minimum: recomputed where the chain is taken up, and so no part of its state.
struct LaneChain {
  let state: ChainState
  let noise: MatchedNoise?
  let plan: RecordPlan

  /// The chain with another record.
  func with(_ record: RecordState) -> LaneChain {
    let other = ChainState(chain: state.chain, step: state.step, network: state.network, watch: state.watch, record: record)
    return LaneChain(state: other, noise: noise, plan: plan)
  }
}
