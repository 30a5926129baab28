// Unsafe code: owns the buffers that the kernel works on.
import DeepLinear

/// Gradient descent in lanes: up to 16 networks of the same widths side by side, to the bits of `ScalarDescent`.
final class LaneDescent: DescentMover {
  private let layout: LaneLayout
  private let kernel: LaneEngine
  private let draws: EqualWeights
  private let weights: QuartetBuffer<SIMD4<Double>>
  /// The weights before the last move; after it, the difference.
  private let before: QuartetBuffer<SIMD4<Double>>
  private let coefficients = QuartetBuffer(repeating: LaneCoefficients(), count: 1)
  private var isTaken = [Bool](repeating: false, count: LaneBatch.capacity)
  private var norms = [SIMD4<Double>](repeating: .zero, count: LaneBatch.quartets)
  private var moves = [SIMD4<Double>](repeating: .zero, count: LaneBatch.quartets)

  init(law: ChainLaw, widths: [Int]) {
    layout = LaneLayout(widths)
    kernel = EngineChoice.kernel(law: law, widths: widths, rung: .gradientDescent)
    draws = EqualWeights(entries: law.problem.entries.count)
    weights = QuartetBuffer(repeating: .zero, count: layout.count)
    before = QuartetBuffer(repeating: .zero, count: layout.count)
  }

  var places: Int { LaneBatch.capacity }

  func load(_ network: Network, _ coefficients: StepCoefficients, place: Int) {
    precondition(network.widths == layout.widths, "networks side by side need the same widths")
    LaneWeights.write(network, to: weights[place / 4], lane: place % 4)
    isTaken[place] = true
    set(coefficients, place: place)
  }

  func set(_ values: StepCoefficients, place: Int) {
    coefficients[place / 4].pointee.set(values, lane: place % 4)
    draws.set(values, lane: place)
  }

  func move(steps: Int) {
    let quartets = (0..<LaneBatch.quartets).filter { quartet in (0..<4).contains { isTaken[4 * quartet + $0] } }
    for quartet in quartets { before[quartet].update(from: weights[quartet], count: layout.count) }
    quartets.map { quartet in
      QuartetMemory(
        weights: weights[quartet], coefficients: coefficients[quartet], draws: draws.memory(of: quartet, first: 0))
    }.withUnsafeBufferPointer { kernel.run($0, steps: steps) }
    for quartet in quartets { measure(quartet) }
  }

  func progress(at place: Int) -> DescentProgress {
    DescentProgress(squaredNorm: norms[place / 4][place % 4], squaredMove: moves[place / 4][place % 4])
  }

  func network(at place: Int) -> Network {
    LaneWeights.network(weights[place / 4], lane: place % 4, widths: layout.widths)
  }

  func vacate(place: Int) {
    isTaken[place] = false
    // A free lane goes on stepping beside the others: from zero it stays there.
    for index in 0..<layout.count { weights[place / 4][index][place % 4] = 0 }
  }

  private func measure(_ quartet: Int) {
    let (now, difference) = (weights[quartet], before[quartet])
    (norms[quartet], moves[quartet]) = (.zero, .zero)
    for (start, end) in zip(layout.starts, layout.starts.dropFirst()) {
      for index in start..<end { difference[index] = now[index] - difference[index] }
      norms[quartet] += LaneDot.sum(end - start, now + start, now + start)
      moves[quartet] += LaneDot.sum(end - start, difference + start, difference + start)
    }
  }
}
