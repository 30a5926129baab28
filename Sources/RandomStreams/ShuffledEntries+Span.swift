// Unsafe code: the buffers that entries are written to.

extension ShuffledEntries {
  /// Writes the entries of a span for four chains of one arm, lane by lane the same as
  /// `entry(at:of:)`.
  ///
  /// A lane costs the permutations that its span has a part of, each from its highest place down to
  /// the first that is asked for.
  ///
  /// - Parameters:
  ///   - output: room for `Span.steps` vectors.
  ///   - first: the first step of each lane's span; lanes may differ.
  ///   - chains: the chain of each lane.
  public func fill(
    _ output: UnsafeMutablePointer<SIMD4<UInt64>>, first: SIMD4<UInt64>, chains: SIMD4<UInt32>,
    stream: RandomStream
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Int(count)) { buffer in
      guard let permutation = buffer.baseAddress else { return }
      for lane in 0..<4 {
        let address = StreamAddress(stream: stream, chain: chains[lane], purpose: .shuffles)
        let column = UnsafeMutableRawPointer(output) + lane * MemoryLayout<UInt64>.stride
        fill(
          column, stride: MemoryLayout<SIMD4<UInt64>>.stride, first: first[lane], of: address,
          permutation: permutation)
      }
    }
  }

  /// The entries of the span that starts at step `first`.
  public func span(first: Int, of address: StreamAddress) -> [Int] {
    [UInt64](unsafeUninitializedCapacity: Span.steps) { buffer, written in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Int(count)) { permutation in
        guard let column = buffer.baseAddress, let permutation = permutation.baseAddress else {
          return
        }
        fill(
          column, stride: MemoryLayout<UInt64>.stride, first: UInt64(first), of: address,
          permutation: permutation)
        written = Span.steps
      }
    }.map { Int($0) }
  }

  /// Writes the entries of one lane, each `stride` bytes from the one before.
  @inline(__always)
  private func fill(
    _ column: UnsafeMutableRawPointer, stride: Int, first: UInt64, of address: StreamAddress,
    permutation: UnsafeMutablePointer<UInt32>
  ) {
    let start = first.quotientAndRemainder(dividingBy: UInt64(count))
    var epochs = ShuffledEpochs(of: self, from: start.quotient, address: address)
    var position = Int(start.remainder)
    var written = 0
    while written < Span.steps {
      let taken = min(Span.steps - written, Int(count) - position)
      epochs.next(permutation, from: position)
      for step in 0..<taken {
        let entry = UInt64(permutation[position + step])
        column.storeBytes(of: entry, toByteOffset: (written + step) * stride, as: UInt64.self)
      }
      written += taken
      position = 0
    }
  }
}
