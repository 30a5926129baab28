import RandomStreams

/// How long the stretches are for which numbers are drawn at once.
enum DrawStretch {
  /// What the buffers of a quartet may take, but for a stretch of one step.
  private static let bytes = 64 << 10

  /// The most steps of a stretch where a step takes so many vectors.
  static func longest(vectorsPerStep count: Int) -> Int {
    min(max(bytes / (max(count, 1) * MemoryLayout<SIMD4<Double>>.stride), 1), Span.steps)
  }
}
