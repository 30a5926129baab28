// Unsafe code: the buffers that normals are written to.

extension NormalDraws {
  /// Writes the normals of `steps` successive steps of four chains of one arm; each lane the same
  /// bits as `normals(step:of:)`.
  ///
  /// - Parameters:
  ///   - output: room for `steps` * `substeps` * `count` vectors: normal j of substep s of the i-th
  ///     step is at
  ///     (i * `substeps` + s) * `count` + j.
  ///   - first: the first step of each lane; lanes may differ.
  ///   - chains: the chain of each lane.
  public func fill(
    _ output: UnsafeMutablePointer<SIMD4<Double>>, first: SIMD4<UInt64>, steps: Int,
    chains: SIMD4<UInt32>, stream: RandomStream,
    purpose: StreamPurpose = .noise
  ) {
    withBatch(chains: chains, stream: stream, purpose: purpose) { batch, words in
      let start = first &* SIMD4(repeating: UInt64(blocksPerStep))
      for component in 0..<substeps {
        let index = start &+ SIMD4(repeating: UInt64(component) << Self.componentBits)
        fill(
          output + component * count, blocks: steps * blocksPerStep, from: index, batch: batch,
          words: words)
      }
    }
    guard substeps > 1 else { return }
    for step in 0..<steps {
      for normal in 0..<count {
        rotation(
          output + step * substeps * count + normal,
          stride: count * MemoryLayout<SIMD4<Double>>.stride, as: SIMD4<Double>.self)
      }
    }
  }

  /// Writes one component: its blocks run through all steps, each step's `count` normals to a row
  /// of their own.
  @inline(__always)
  private func fill(
    _ output: UnsafeMutablePointer<SIMD4<Double>>, blocks: Int, from index: SIMD4<UInt64>,
    batch: PhiloxBatch,
    words: UnsafeMutablePointer<SIMD4<UInt64>>
  ) {
    var row = output
    var normal = 0
    for begin in stride(from: 0, to: blocks, by: PhiloxBatch.mostBlocks) {
      let size = min(PhiloxBatch.mostBlocks, blocks - begin)
      batch.fill(words, first: index &+ SIMD4(repeating: UInt64(begin)), stride: 1, blocks: size)
      for block in 0..<size {
        let pair = BoxMuller.pair(PhiloxLanes.words(at: words + 4 * block))
        row[normal] = pair.cosine
        if normal + 1 < count { row[normal + 1] = pair.sine }
        normal += 2
        if normal >= count { (row, normal) = (row + substeps * count, 0) }
      }
    }
  }

  /// Lends the body a batch and room for its words.
  @inline(__always)
  func withBatch(
    chains: SIMD4<UInt32>, stream: RandomStream, purpose: StreamPurpose,
    _ body: (PhiloxBatch, UnsafeMutablePointer<SIMD4<UInt64>>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: SIMD4<UInt64>.self, capacity: PhiloxBatch.keysCapacity) {
      keys in
      withUnsafeTemporaryAllocation(of: SIMD4<UInt64>.self, capacity: PhiloxBatch.wordsCapacity) {
        words in
        guard let keys = keys.baseAddress, let words = words.baseAddress else { return }
        body(PhiloxBatch(chains: chains, stream: stream, purpose: purpose, keys: keys), words)
      }
    }
  }
}
