// Unsafe code: owns the memory that every step touches.
import Ladder

/// What a batch's steps read and write besides their draws, in one block: the weights from the
/// beginning of a page on, the rest behind them.
///
/// A store holds up later loads whose addresses end in the same twelve bits, until the processor
/// has seen that they differ. Allocated one by one these buffers came to lie so in some processes,
/// which cost `sgd` up to a quarter of its speed.
final class LaneBlock {
  /// The weights, quartet by quartet.
  let weights: UnsafeMutablePointer<SIMD4<Double>>
  /// The coefficients of each quartet.
  let coefficients: UnsafeMutablePointer<LaneCoefficients>
  /// What the screen says of the quartets that move together.
  let suspects: UnsafeMutablePointer<SIMD4<Int64>>
  /// What the kernel is told of the quartets that move together.
  let together: UnsafeMutablePointer<QuartetMemory>

  private static let page = 4096
  private let start: UnsafeMutableRawPointer

  /// A block for networks of `vectors` weights.
  init(vectors: Int) {
    let quartets = Lanes.quartets
    let sizes = [
      vectors * quartets * MemoryLayout<SIMD4<Double>>.stride,
      quartets * MemoryLayout<LaneCoefficients>.stride,
      quartets * MemoryLayout<SIMD4<Int64>>.stride, quartets * MemoryLayout<QuartetMemory>.stride,
    ]
    start = .allocate(byteCount: sizes.reduce(0, +), alignment: Self.page)
    weights = start.bindMemory(to: SIMD4<Double>.self, capacity: vectors * quartets)
    coefficients = (start + sizes[0]).bindMemory(to: LaneCoefficients.self, capacity: quartets)
    suspects = (start + sizes[0] + sizes[1]).bindMemory(to: SIMD4<Int64>.self, capacity: quartets)
    together = (start + sizes[0] + sizes[1] + sizes[2]).bindMemory(
      to: QuartetMemory.self, capacity: quartets)
    weights.initialize(repeating: .zero, count: vectors * quartets)
    coefficients.initialize(repeating: LaneCoefficients(), count: quartets)
    suspects.initialize(repeating: .zero, count: quartets)
  }

  deinit { start.deallocate() }
}
