// Unsafe code: owns the buffers that draws are written to.

/// A buffer of the same size for each quartet of a batch.
final class QuartetBuffer<Element: BitwiseCopyable> {
  private let start: UnsafeMutablePointer<Element>
  private let size: Int

  init(repeating value: Element, count: Int) {
    size = count
    start = .allocate(capacity: count * LaneBatch.quartets)
    start.initialize(repeating: value, count: count * LaneBatch.quartets)
  }

  deinit { start.deallocate() }

  /// The buffer of a quartet.
  subscript(quartet: Int) -> UnsafeMutablePointer<Element> { start + quartet * size }
}
