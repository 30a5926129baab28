// Unsafe code: owns the buffers that the kernel works on.
import AbsorbingSets
import DeepLinear
import Ladder

/// Gradient descent in lanes: up to 16 networks of the same widths side by side, to the bits of
/// `ScalarDescent`.
package final class LaneDescent: DescentMover {
  private let layout: LaneLayout
  private let kernel: LaneEngine
  private let draws: EqualMix
  private let block: LaneBlock
  /// The weights before the last move; after it, the difference.
  private let before: QuartetBuffer<SIMD4<Double>>
  private var isTaken = [Bool](repeating: false, count: Lanes.count)
  private var norms = [SIMD4<Double>](repeating: .zero, count: Lanes.quartets)
  private var moves = [SIMD4<Double>](repeating: .zero, count: Lanes.quartets)

  package init(_ problem: CompletionProblem, event: AbsorbingSet, widths: [Int]) {
    layout = LaneLayout(widths)
    kernel = EngineChoice.kernel(.gradientDescent, problem, event: event, widths: widths)
    draws = EqualMix(entries: problem.entries.count)
    block = LaneBlock(vectors: layout.count)
    before = QuartetBuffer(repeating: .zero, count: layout.count)
  }

  package var places: Int { Lanes.count }

  package func load(_ network: Network, _ coefficients: StepCoefficients, place: Int) {
    precondition(network.widths == layout.widths, "networks side by side need the same widths")
    LaneWeights.write(network, to: weights(place / 4), lane: place % 4)
    isTaken[place] = true
    set(coefficients, place: place)
  }

  package func set(_ values: StepCoefficients, place: Int) {
    block.coefficients[place / 4].set(values, lane: place % 4)
    draws.set(values, lane: place)
  }

  package func move(steps: Int) {
    let quartets = (0..<Lanes.quartets).filter { quartet in
      (0..<4).contains { isTaken[4 * quartet + $0] }
    }
    for quartet in quartets { before[quartet].update(from: weights(quartet), count: layout.count) }
    for (index, quartet) in quartets.enumerated() {
      (block.together + index).initialize(
        to: QuartetMemory(
          weights: weights(quartet), coefficients: block.coefficients + quartet,
          draws: draws.memory(of: quartet, first: 0)))
    }
    kernel.run(UnsafeBufferPointer(start: block.together, count: quartets.count), steps: steps)
    for quartet in quartets { measure(quartet) }
  }

  package func progress(at place: Int) -> DescentProgress {
    DescentProgress(
      squaredNorm: norms[place / 4][place % 4], squaredMove: moves[place / 4][place % 4])
  }

  package func network(at place: Int) -> Network {
    LaneWeights.network(weights(place / 4), lane: place % 4, widths: layout.widths)
  }

  package func vacate(place: Int) {
    isTaken[place] = false
    // A free lane goes on stepping beside the others: from zero it stays there.
    for index in 0..<layout.count { weights(place / 4)[index][place % 4] = 0 }
  }

  private func weights(_ quartet: Int) -> UnsafeMutablePointer<SIMD4<Double>> {
    block.weights + quartet * layout.count
  }

  private func measure(_ quartet: Int) {
    let (now, difference) = (weights(quartet), before[quartet])
    (norms[quartet], moves[quartet]) = (.zero, .zero)
    for (start, end) in zip(layout.starts, layout.starts.dropFirst()) {
      for index in start..<end { difference[index] = now[index] - difference[index] }
      norms[quartet] += LaneDot.sum(end - start, now + start, now + start)
      moves[quartet] += LaneDot.sum(end - start, difference + start, difference + start)
    }
  }
}
