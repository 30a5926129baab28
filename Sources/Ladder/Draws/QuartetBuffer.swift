// Unsafe code: owns the buffers that draws are written to.

/// A buffer of the same size for each quartet of a batch.
public final class QuartetBuffer<Element: BitwiseCopyable> {
  @usableFromInline let start: UnsafeMutablePointer<Element>
  @usableFromInline let size: Int

  /// Buffers of `count` elements.
  @inlinable
  public init(repeating value: Element, count: Int) {
    size = count
    start = .allocate(capacity: count * Lanes.quartets)
    start.initialize(repeating: value, count: count * Lanes.quartets)
  }

  @inlinable
  deinit { start.deallocate() }

  /// The buffer of a quartet.
  @inlinable
  public subscript(quartet: Int) -> UnsafeMutablePointer<Element> { start + quartet * size }
}
