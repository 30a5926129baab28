// Unsafe code: owns the buffers that kernels work on.
import AbsorbingSets
import DeepLinear
import Ladder
import RandomStreams

/// Four quartets of networks side by side, moved a span of 32 steps at a time, a stretch after
/// another.
///
/// It knows steps, draws and coefficients; of chains it knows their numbers alone. Every step can
/// be screened for entry: the lanes that the screen lets through are put back to the snapshot
/// before the stretch and run again with the full test at every step, so that a passage is found at
/// its exact step, even one that would not last. What a lane holds never depends on the others.
///
/// A span of 16 lanes takes little more than a microsecond in the pair kernel: what is done once a
/// span must not allocate.
package final class LaneMover {
  /// What is to be found out in a stretch, a bit a lane.
  package struct WatchedLanes {
    /// The lanes that hold a network.
    package var taken = 0
    /// Those in which it matters where they stand.
    package var watched = 0
    /// Those that are tested at every step: they are in the set, or have been.
    package var followed = 0

    /// Nothing.
    package init() {}

    func isAny(of quartet: Int, in lanes: Int) -> Bool { lanes >> (4 * quartet) & 15 != 0 }
  }

  private let motion: Motion
  private let widths: [Int]
  private let stream: RandomStream
  private let kernel: LaneEngine
  private let draws: any LaneDraws
  private let vectors: Int
  private let block: LaneBlock
  private let weights: UnsafeMutablePointer<SIMD4<Double>>
  private let coefficients: UnsafeMutablePointer<LaneCoefficients>
  /// The weights before the last stretch, to run it again, and those at the start of the span.
  private let snapshot: QuartetBuffer<SIMD4<Double>>
  private let spanStart: QuartetBuffer<SIMD4<Double>>
  private let spans = QuartetBuffer(repeating: QuartetSpan(), count: 1)
  /// What the kernel is told of each quartet.
  private let memory = UnsafeMutablePointer<QuartetMemory>.allocate(capacity: Lanes.quartets)
  private var noises = [MinimumNoise?](repeating: nil, count: Lanes.count)
  /// The step to which each lane's coefficients hold.
  private let coefficientsEnd = QuartetBuffer(repeating: 0, count: 4)
  /// Quartets that the screen let through in the last stretch: likely again, so watched at once.
  private var isSuspect = [Bool](repeating: false, count: Lanes.quartets)

  /// A mover for networks of `shape`, which need not be the study's own, and passages into `event`.
  package init(_ motion: Motion, event: AbsorbingSet, shape: NetworkShape, stream: RandomStream) {
    (self.motion, widths, self.stream) = (motion, shape.widths, stream)
    kernel = EngineChoice.kernel(motion.rung, motion.problem, event: event, widths: shape.widths)
    draws = motion.rung.kind.laneDraws(
      BatchNumbers(motion.problem, parameters: shape.parameterCount, stream: stream))
    vectors = shape.parameterCount
    block = LaneBlock(vectors: vectors)
    (weights, coefficients) = (block.weights, block.coefficients)
    snapshot = QuartetBuffer(repeating: .zero, count: vectors)
    spanStart = QuartetBuffer(repeating: .zero, count: vectors)
  }

  deinit { memory.deallocate() }

  // MARK: Lanes

  /// Takes the network of a chain at `step`, a multiple of 32, into a lane.
  ///
  /// - Precondition: the network has the mover's shape.
  package func load(_ network: Network, chain: UInt32, step: Int, noise: MinimumNoise?, lane: Int) {
    precondition(
      step % Span.steps == 0 && network.widths == widths, "the state does not fit the lanes")
    noises[lane] = noise
    spans[lane / 4].pointee.step[lane % 4] = UInt64(step)
    spans[lane / 4].pointee.chains[lane % 4] = chain
    coefficientsEnd[lane / 4][lane % 4] = step
    draws.load(noise, lane: lane)
    LaneWeights.write(network, to: weights + (lane / 4) * vectors, lane: lane % 4)
  }

  /// Gives a lane free.
  package func vacate(_ lane: Int) {
    noises[lane] = nil
    draws.vacate(lane: lane)
    // A free lane goes on stepping beside the others: from zero it stays finite.
    for vector in 0..<vectors { weights[(lane / 4) * vectors + vector][lane % 4] = 0 }
  }

  /// The network in a lane.
  package func network(_ lane: Int) -> Network {
    LaneWeights.network(weights + (lane / 4) * vectors, lane: lane % 4, widths: widths)
  }

  /// The chain in a lane.
  package func chain(_ lane: Int) -> UInt32 { spans[lane / 4].pointee.chains[lane % 4] }

  /// What its rung knows of its minimum.
  package func noise(_ lane: Int) -> MinimumNoise? { noises[lane] }

  /// The scalar reference's walk through a lane's last span, from its first step on.
  package func walk(throughSpanOf lane: Int, from step: Int) -> ReferenceWalk {
    ReferenceWalk(
      motion, stream: stream, chain: chain(lane),
      network: LaneWeights.network(spanStart[lane / 4], lane: lane % 4, widths: widths), step: step,
      noise: noises[lane])
  }

  /// The lanes of a quartet whose weights are beyond the limit of divergence, a bit a lane of the
  /// quartet.
  package func diverged(in quartet: Int) -> Int {
    let start = weights + quartet * vectors
    var norm = SIMD4<Double>.zero
    for index in 0..<vectors { norm = norm.addingProduct(start[index], start[index]) }
    guard !all(norm .<= Divergence.squaredNormLimit) else { return 0 }
    return (0..<4).reduce(0) { bits, lane in
      norm[lane] <= Divergence.squaredNormLimit ? bits : bits | 1 << lane
    }
  }

  // MARK: Spans

  /// Moves every lane through one span.
  ///
  /// - Parameters:
  ///   - watch: which lanes are looked at, as they stand before each stretch.
  ///   - isScreened: whether entries are looked for at all.
  ///   - standing: where a watched lane stands.
  ///   - report: called for a lane and the steps done in the span, from 1, where its standing has
  ///     changed.
  package func advance(
    _ watch: () -> WatchedLanes, isScreened: Bool, standing: (_ lane: Int) -> Standing,
    report: (_ lane: Int, _ done: Int, _ standing: Standing) -> Void
  ) {
    for quartet in 0..<Lanes.quartets {
      spanStart[quartet].update(from: weights + quartet * vectors, count: vectors)
    }
    var first = 0
    while first < Span.steps {
      let watch = watch()
      let steps = min(setCoefficients(at: first, watch), draws.longestStretch)
      run(first: first, steps: steps, watch, isScreened, standing, report)
      first += steps
    }
    for quartet in 0..<Lanes.quartets { spans[quartet].pointee.step &+= UInt64(Span.steps) }
  }

  /// Sets the coefficients for the steps from offset `first` on, and returns for how many steps
  /// they hold in all lanes.
  private func setCoefficients(at first: Int, _ watch: WatchedLanes) -> Int {
    var count = Span.steps - first
    for lane in 0..<Lanes.count where watch.taken >> lane & 1 != 0 {
      let end = coefficientsEnd[lane / 4] + lane % 4
      let step = Int(spans[lane / 4].pointee.step[lane % 4]) + first
      if step >= end.pointee {
        let (phase, remaining) = motion.schedule.phase(at: step)
        let values = motion.coefficients(of: phase)
        coefficients[lane / 4].set(values, lane: lane % 4)
        draws.enter(phase, values, lane: lane)
        end.pointee = remaining < Int.max - step ? step + remaining : Int.max
      }
      count = min(count, end.pointee - step)
    }
    return count
  }

  private func prepare(_ quartet: Int, first: Int, steps: Int) {
    draws.draw(
      quartet: quartet, of: spans[quartet].pointee, first: first, steps: steps,
      push: coefficients[quartet].push)
    (memory + quartet).initialize(
      to: QuartetMemory(
        weights: weights + quartet * vectors, coefficients: coefficients + quartet,
        draws: draws.memory(of: quartet, first: first)))
  }

  private func run(
    first: Int, steps: Int, _ watch: WatchedLanes, _ isScreened: Bool,
    _ standing: (_ lane: Int) -> Standing,
    _ report: (_ lane: Int, _ done: Int, _ standing: Standing) -> Void
  ) {
    let (together, suspects) = (block.together, block.suspects)
    for quartet in 0..<Lanes.quartets {
      snapshot[quartet].update(from: weights + quartet * vectors, count: vectors)
    }
    // One quartet a bit.
    var (screening, watching) = (0, 0)
    var count = 0
    for quartet in 0..<Lanes.quartets where watch.isAny(of: quartet, in: watch.taken) {
      prepare(quartet, first: first, steps: steps)
      // A quartet that nobody watches any more must not be put aside: only watched ones are run
      // apart.
      let isFollowed = isSuspect[quartet] || watch.isAny(of: quartet, in: watch.followed)
      if isFollowed, watch.isAny(of: quartet, in: watch.watched) {
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
    guard isScreened, watch.watched != 0 else { return kernel.run(screened, steps: steps) }
    kernel.runScreened(screened, steps: steps, suspects: suspects)
    count = 0
    for quartet in 0..<Lanes.quartets where screening & 1 << quartet != 0 {
      defer { count += 1 }
      let isAny = (0..<4).contains {
        suspects[count][$0] < 0 && watch.watched >> (4 * quartet + $0) & 1 != 0
      }
      guard isAny else { continue }
      (weights + quartet * vectors).update(from: snapshot[quartet], count: vectors)
      isSuspect[quartet] = true
      watching |= 1 << quartet
    }
    for quartet in 0..<Lanes.quartets where watching & 1 << quartet != 0 {
      var standings = (0..<4).map { standing(4 * quartet + $0) }
      kernel.runWatched(memory[quartet], steps: steps, standings: &standings) {
        lane, done, standing in
        report(4 * quartet + lane, first + done, standing)
      }
    }
  }
}
