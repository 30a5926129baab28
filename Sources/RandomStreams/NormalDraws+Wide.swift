// Unsafe code: the buffer that normals are written to.

extension NormalDraws {
  /// Writes the normals of one step of one chain, the same bits as `normals(step:of:)`: four
  /// successive blocks side by side. For large counts.
  ///
  /// - Parameters:
  ///   - output: room for `substeps` * `count` numbers: normal j of substep s is at s * `count` +
  ///     j.
  ///   - address: the chain's stream, of purpose `noise` (or `floor`).
  public func fill(_ output: UnsafeMutablePointer<Double>, step: Int, of address: StreamAddress) {
    withBatch(
      chains: SIMD4(repeating: address.chain), stream: address.stream, purpose: address.purpose
    ) { batch, words in
      for component in 0..<substeps {
        let index = UInt64(component) << Self.componentBits + UInt64(step * blocksPerStep)
        fill(output + component * count, from: index, batch: batch, words: words)
      }
    }
    guard substeps > 1 else { return }
    let stride = count * MemoryLayout<Double>.stride
    for normal in Swift.stride(from: 0, to: count - count % 4, by: 4) {
      rotation(output + normal, stride: stride, as: SIMD4<Double>.self)
    }
    for normal in (count - count % 4)..<count {
      rotation(output + normal, stride: stride, as: Double.self)
    }
  }

  /// Writes one component. The lanes hold blocks n, n + 2, n + 1 and n + 3: so the halves of
  /// successive blocks come to lie side by side by two interleavings. These have a loop of their
  /// own, or the compiler would interleave before the transform.
  @inline(__always)
  private func fill(
    _ output: UnsafeMutablePointer<Double>, from index: UInt64, batch: PhiloxBatch,
    words: UnsafeMutablePointer<SIMD4<UInt64>>
  ) {
    let lanes = SIMD4<UInt64>(repeating: index) &+ SIMD4(0, 2, 1, 3)
    for begin in stride(from: 0, to: count, by: 8 * PhiloxBatch.mostBlocks) {
      let blocks = min(PhiloxBatch.mostBlocks, (count - begin + 7) / 8)
      batch.fill(
        words, first: lanes &+ SIMD4(repeating: UInt64(begin / 2)), stride: 4, blocks: blocks)
      for block in 0..<blocks {
        // A pair is written where words have been read.
        let pair = BoxMuller.pair(PhiloxLanes.words(at: words + 4 * block))
        (words[2 * block], words[2 * block + 1]) = (
          BoxMuller.bits(pair.cosine), BoxMuller.bits(pair.sine)
        )
      }
      for block in 0..<blocks {
        let (cosine, sine) = (
          BoxMuller.vector(words[2 * block]), BoxMuller.vector(words[2 * block + 1])
        )
        let low = SIMD4(cosine[0], sine[0], cosine[2], sine[2])
        let high = SIMD4(cosine[1], sine[1], cosine[3], sine[3])
        write(low, high, to: output + begin + 8 * block, room: count - begin - 8 * block)
      }
    }
  }

  /// Writes eight numbers, or the first `room` of them.
  @inline(__always)
  private func write(
    _ low: SIMD4<Double>, _ high: SIMD4<Double>, to output: UnsafeMutablePointer<Double>, room: Int
  ) {
    if room >= 8 {
      let raw = UnsafeMutableRawPointer(output)
      raw.storeBytes(of: low, as: SIMD4<Double>.self)
      raw.storeBytes(
        of: high, toByteOffset: MemoryLayout<SIMD4<Double>>.size, as: SIMD4<Double>.self)
    } else {
      for place in 0..<room { output[place] = place < 4 ? low[place] : high[place - 4] }
    }
  }
}
