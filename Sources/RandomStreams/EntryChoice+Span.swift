// Unsafe code: the buffers that choices are written to.

/// A span: 32 steps from a multiple of 32. Engines draw their entries a span at a time.
public enum Span {
  /// The number of steps in a span.
  public static let steps = 32
}

extension EntryChoice {
  /// Writes the choices of a span for four chains of one arm, lane by lane the same as
  /// `entry(at:of:)`.
  ///
  /// - Parameters:
  ///   - output: room for `Span.steps` vectors.
  ///   - first: the first step of each lane's span, a multiple of `Span.steps`; lanes may differ.
  ///   - chains: the chain of each lane.
  ///   - draw: which draw of a batch, in 0..<`mostDraws`; SGD has draw 0 alone.
  @inlinable
  public func fill(
    _ output: UnsafeMutablePointer<SIMD4<UInt64>>, first: SIMD4<UInt64>, chains: SIMD4<UInt32>,
    stream: RandomStream,
    draw: Int = 0
  ) {
    let place = Self.place(of: draw)
    let key = StreamAddress(stream: stream, chain: 0, purpose: place.purpose).key
    let block = first / UInt64(stepsPerBlock) &+ SIMD4(repeating: place.block)
    guard digitsPerWord < Span.steps else {
      // A word serves a whole span, and a block two of them: each lane takes the half that its span
      // falls in.
      let words = PhiloxLanes.words(
        index: block, chains: chains, stream: stream.index, purpose: place.purpose, key: key)
      let second = (first / UInt64(digitsPerWord) & 1) .== 1
      digits(of: words.first.replacing(with: words.second, where: second), into: output)
      return
    }
    var written = 0
    var index = block
    while written < Span.steps {
      let words = PhiloxLanes.words(
        index: index, chains: chains, stream: stream.index, purpose: place.purpose, key: key)
      digits(of: words, into: output + written)
      written += stepsPerBlock
      index &+= 1
    }
  }

  /// The choices of the span that starts at step `first`, a multiple of `Span.steps`.
  public func span(first: Int, of address: StreamAddress, draw: Int = 0) -> [Int] {
    [SIMD4<UInt64>](unsafeUninitializedCapacity: Span.steps) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      fill(
        base, first: SIMD4(repeating: UInt64(first)), chains: SIMD4(repeating: address.chain),
        stream: address.stream, draw: draw)
      count = Span.steps
    }.map { Int($0[0]) }
  }

  /// The leading digits of one word a lane. The fraction is kept in two halves of 32 bits, so that
  /// a multiplication is two `vpmuludq`; each half is masked where it is multiplied, which the
  /// compiler needs to see.
  @inlinable @inline(__always)
  func digits(of word: LaneWord, into output: UnsafeMutablePointer<SIMD4<UInt64>>) {
    let base = SIMD4<UInt64>(repeating: UInt64(count))
    var rest = word
    for digit in 0..<digitsPerWord { output[digit] = rest.nextDigit(base: base) }
  }

  /// The digits of both words of a block, interleaved to hide the latency of the multiplications.
  @inlinable @inline(__always)
  func digits(
    of words: (first: LaneWord, second: LaneWord), into output: UnsafeMutablePointer<SIMD4<UInt64>>
  ) {
    let base = SIMD4<UInt64>(repeating: UInt64(count))
    var (first, second) = words
    for digit in 0..<digitsPerWord {
      output[digit] = first.nextDigit(base: base)
      output[digit + digitsPerWord] = second.nextDigit(base: base)
    }
  }
}
