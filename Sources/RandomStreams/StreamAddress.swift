/// What a stream of random numbers is for. Streams of different purposes never share a block.
public enum StreamPurpose: UInt8, Sendable {
  /// The entries that SGD draws, step by step.
  case entries = 0
  /// The initial weights.
  case initialWeights = 1
  /// Resampling of data and of fitted laws; the chain is the replicate, the stream the analysis.
  case bootstrap = 2
  /// The normals of Gaussian noise, step by step.
  case noise = 3
  /// The permutations of SGD without replacement, epoch by epoch.
  case shuffles = 4
  /// The draws of a batch beyond its first.
  case batches = 5
  /// Monte Carlo expectations of the noise floor.
  case floor = 6
  /// Where an audit looks at a chain, and the directions in which it pushes what it finds there.
  case audit = 7
  /// The random fillings and displacements of a landscape; the chain counts them.
  case landscape = 8
}

/// The random numbers of one point of a study's sweep: those of all its chains, under every rung.
public struct RandomStream: Hashable, Sendable {
  /// The study's seed.
  public let seed: UInt64
  /// Which of the seed's streams it is: the index of the sweep's point.
  public let index: UInt32

  /// Makes a stream.
  public init(seed: UInt64, index: UInt32) {
    (self.seed, self.index) = (seed, index)
  }
}

/// The address of one chain's random numbers for one purpose.
///
/// A block is found by (seed, stream, chain, purpose, block index): the key is the seed, the
/// counter holds the rest,
///
///     counter = [index mod 2^32, purpose * 2^24 + index / 2^32, chain, stream],
///
/// so that any draw of any chain can be had without those before it. Valid for indices below 2^56
/// and 2^32 chains and streams.
public struct StreamAddress: Equatable, Sendable {
  /// The stream.
  public let stream: RandomStream
  /// The chain's index within its arm.
  public let chain: UInt32
  /// What the numbers are for.
  public let purpose: StreamPurpose

  /// Makes an address.
  public init(stream: RandomStream, chain: UInt32, purpose: StreamPurpose) {
    self.stream = stream
    self.chain = chain
    self.purpose = purpose
  }

  /// Philox's key.
  public var key: SIMD2<UInt32> {
    SIMD2(UInt32(truncatingIfNeeded: stream.seed), UInt32(truncatingIfNeeded: stream.seed >> 32))
  }

  /// Philox's counter of block `index`.
  public func counter(index: UInt64) -> SIMD4<UInt32> {
    SIMD4(
      UInt32(truncatingIfNeeded: index),
      UInt32(purpose.rawValue) << 24 | UInt32(truncatingIfNeeded: index >> 32),
      chain, stream.index)
  }

  /// The two 64-bit words of block `index`: (first + second * 2^32, third + fourth * 2^32).
  public func words(index: UInt64) -> SIMD2<UInt64> {
    let block = Philox.block(counter: counter(index: index), key: key)
    return SIMD2(
      UInt64(block[1]) << 32 | UInt64(block[0]),
      UInt64(block[3]) << 32 | UInt64(block[2]))
  }
}
