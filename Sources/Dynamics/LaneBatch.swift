// Unsafe code: owns the buffers that kernels work on.
import AbsorbingSets
import DeepLinear
import RandomStreams

/// Many chains side by side: four quartets of lanes, moved a span at a time, each lane refilled when its chain ends.
///
/// Every step is screened for entry. The lanes that the screen lets through are put back to the snapshot before and run again with
/// the full test at every step, as are those that follow a chain after its entry; so a passage is timed to its exact step, even
/// one that would not last. A lane's chain never depends on what the other lanes hold.
final class LaneBatch<Kernel: LaneKernel> {
  /// Quartets in flight: enough to hide the latency of a step, few enough for the first-level cache.
  static var quartets: Int { 4 }
  static var capacity: Int { 4 * quartets }

  private struct Lane {
    let chain: UInt32
    var step: Int
    var watch: PassageWatch
  }

  private let law: ChainLaw
  private let shape: NetworkShape
  private let kernel: Kernel
  private let seed: UInt64
  private let arm: UInt32
  private let choice: EntryChoice
  private var lanes = [Lane?](repeating: nil, count: LaneBatch.capacity)
  /// Quartets that the screen let through in the last span: likely again, so watched at once.
  private var isSuspect = [Bool](repeating: false, count: LaneBatch.quartets)

  private let vectors: Int
  private let weights: UnsafeMutablePointer<SIMD4<Double>>
  private let snapshot: UnsafeMutablePointer<SIMD4<Double>>
  private let choices: UnsafeMutablePointer<SIMD4<UInt64>>
  private let coefficients: UnsafeMutablePointer<(decay: SIMD4<Double>, push: SIMD4<Double>)>

  /// A batch for the chains of an arm with networks of `shape`; `nil` when the kernel does not serve that shape.
  init?(law: ChainLaw, shape: NetworkShape, seed: UInt64, arm: UInt32) {
    guard let kernel = Kernel(law: law, shape: shape) else { return nil }
    (self.law, self.shape, self.kernel, self.seed, self.arm) = (law, shape, kernel, seed, arm)
    choice = EntryChoice(among: law.problem.entries.count)
    vectors = shape.parameterCount
    weights = .allocate(capacity: vectors * Self.quartets)
    snapshot = .allocate(capacity: vectors * Self.quartets)
    choices = .allocate(capacity: Span.steps * Self.quartets)
    coefficients = .allocate(capacity: Self.quartets)
    weights.initialize(repeating: .zero, count: vectors * Self.quartets)
    snapshot.initialize(repeating: .zero, count: vectors * Self.quartets)
    choices.initialize(repeating: .zero, count: Span.steps * Self.quartets)
    coefficients.initialize(repeating: (decay: .zero, push: .zero), count: Self.quartets)
  }

  deinit {
    weights.deallocate()
    snapshot.deallocate()
    choices.deallocate()
    coefficients.deallocate()
  }

  /// Whether every lane is taken.
  var isFull: Bool { !lanes.contains { $0 == nil } }
  /// Whether no lane is taken.
  var isEmpty: Bool { lanes.allSatisfy { $0 == nil } }

  /// The states of the running chains, for a checkpoint.
  var states: [ChainState] {
    lanes.indices.compactMap { index in
      lanes[index].map { lane in
        ChainState(chain: lane.chain, step: lane.step, network: network(lane: index), watch: lane.watch)
      }
    }
  }

  /// Takes a chain into a free lane.
  ///
  /// - Precondition: a lane is free, the step begins a span, and the network has the batch's shape.
  func load(_ state: ChainState) {
    guard let index = lanes.firstIndex(where: { $0 == nil }) else { preconditionFailure("no free lane") }
    precondition(state.step % Span.steps == 0 && state.network.widths == shape.widths, "the state does not fit the batch")
    lanes[index] = Lane(chain: state.chain, step: state.step, watch: state.watch)
    LaneWeights.write(state.network, to: weights + (index / 4) * vectors, lane: index % 4)
  }

  /// Moves every chain through one span and takes out those that are over.
  func advance() -> [(chain: UInt32, outcome: ChainOutcome)] {
    drawEntries()
    var finished: [(chain: UInt32, outcome: ChainOutcome)] = []
    var first = 0
    while first < Span.steps {
      let steps = setCoefficients(at: first)
      run(first: first, steps: steps)
      finished += takeOutDiverged(first: first, steps: steps)
      first += steps
    }
    for index in lanes.indices {
      guard var lane = lanes[index] else { continue }
      lane.step += Span.steps
      lanes[index] = lane
      if lane.step >= lane.watch.end {
        finished.append((lane.chain, ChainOutcome(watch: lane.watch, divergence: nil)))
        release(index)
      }
    }
    return finished
  }

  private func drawEntries() {
    for quartet in 0..<Self.quartets {
      var (first, chains) = (SIMD4<UInt64>.zero, SIMD4<UInt32>.zero)
      for lane in 0..<4 {
        guard let taken = lanes[4 * quartet + lane] else { continue }
        first[lane] = UInt64(taken.step)
        chains[lane] = taken.chain
      }
      choice.fill(choices + quartet * Span.steps, first: first, chains: chains, seed: seed, arm: arm)
    }
  }

  /// Sets every lane's coefficients for the steps from offset `first` on, and returns for how many steps they hold in all lanes.
  private func setCoefficients(at first: Int) -> Int {
    var steps = Span.steps - first
    for index in lanes.indices {
      guard let lane = lanes[index] else { continue }
      let (phase, remaining) = law.schedule.phase(at: lane.step + first)
      let values = StepCoefficients(phase: phase, convention: law.convention)
      coefficients[index / 4].decay[index % 4] = values.decay
      coefficients[index / 4].push[index % 4] = -values.pull
      steps = min(steps, remaining)
    }
    return steps
  }

  private func memory(_ quartet: Int) -> QuartetMemory {
    QuartetMemory(
      weights: weights + quartet * vectors, choices: choices + quartet * Span.steps, coefficients: coefficients + quartet)
  }

  private func run(first: Int, steps: Int) {
    snapshot.update(from: weights, count: vectors * Self.quartets)
    var (screened, watched): ([Int], [Int]) = ([], [])
    for quartet in 0..<Self.quartets {
      let taken = lanes[(4 * quartet)..<(4 * quartet + 4)].compactMap { $0 }
      guard !taken.isEmpty else { continue }
      if isSuspect[quartet] || taken.contains(where: { $0.watch.entry != nil }) {
        watched.append(quartet)
      } else {
        screened.append(quartet)
      }
      isSuspect[quartet] = false
    }
    var suspects = [SIMD4<Int64>](repeating: .zero, count: screened.count)
    let memories = screened.map(memory)
    memories.withUnsafeBufferPointer { kernel.runScreened($0, first: first, steps: steps, suspects: &suspects) }
    for (position, quartet) in screened.enumerated() {
      guard (0..<4).contains(where: { suspects[position][$0] != 0 && lanes[4 * quartet + $0] != nil }) else { continue }
      (weights + quartet * vectors).update(from: snapshot + quartet * vectors, count: vectors)
      isSuspect[quartet] = true
      watched.append(quartet)
    }
    for quartet in watched { watch(quartet, first: first, steps: steps) }
  }

  private func watch(_ quartet: Int, first: Int, steps: Int) {
    var levels = (0..<4).map { lanes[4 * quartet + $0]?.watch.level }
    kernel.runWatched(memory(quartet), first: first, steps: steps, levels: &levels) { lane, done, level in
      guard let start = lanes[4 * quartet + lane]?.step else { return }
      lanes[4 * quartet + lane]?.watch.observe(level: level, step: start + first + done)
    }
  }

  /// Takes out the chains whose norm has left every bound within the last steps; the step is found by the scalar reference.
  private func takeOutDiverged(first: Int, steps: Int) -> [(chain: UInt32, outcome: ChainOutcome)] {
    var finished: [(chain: UInt32, outcome: ChainOutcome)] = []
    for quartet in 0..<Self.quartets {
      var norm = SIMD4<Double>.zero
      for index in 0..<vectors { norm = norm.addingProduct(weights[quartet * vectors + index], weights[quartet * vectors + index]) }
      for position in 0..<4 where !(norm[position] <= Divergence.squaredNormLimit) {
        let index = 4 * quartet + position
        guard let lane = lanes[index] else { continue }
        var network = LaneWeights.network(snapshot + quartet * vectors, lane: position, widths: shape.widths)
        var step = lane.step + first
        let (phase, _) = law.schedule.phase(at: step)
        let coefficients = StepCoefficients(phase: phase, convention: law.convention)
        for offset in first..<(first + steps) where network.squaredNorm <= Divergence.squaredNormLimit {
          let entry = Int(choices[quartet * Span.steps + offset][position])
          network.step(entry: law.problem.entries[entry], coefficients: coefficients)
          step += 1
        }
        let divergence = step <= lane.watch.end ? step : nil
        finished.append((lane.chain, ChainOutcome(watch: lane.watch, divergence: divergence)))
        release(index)
      }
    }
    return finished
  }

  private func network(lane index: Int) -> Network {
    LaneWeights.network(weights + (index / 4) * vectors, lane: index % 4, widths: shape.widths)
  }

  private func release(_ index: Int) {
    lanes[index] = nil
    for vector in 0..<vectors { weights[(index / 4) * vectors + vector][index % 4] = 0 }
  }
}
