import DeepLinear

/// A point that SGD can move to.
public struct Successor: Equatable, Sendable {
  /// The entries that were drawn, first to last.
  public let word: [Int]
  /// theta after them.
  public let network: Network

  /// Makes a successor.
  public init(word: [Int], network: Network) {
    (self.word, self.network) = (word, network)
  }
}
