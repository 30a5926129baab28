import Foundation

/// A share to the power of a number of steps, however small.
public struct SmallProbability: Equatable, Sendable {
  /// -log10 of the probability; nil where it is 0.
  public let decades: LogNumber?

  /// (share / total)^steps: 0 for a share of nothing over at least one step, and 1 over no steps.
  ///
  /// - Precondition: 0 <= share <= total and total > 0.
  public init(share: Int, of total: Int, steps: LogNumber) {
    precondition(total > 0 && (0...total).contains(share), "a share of a whole is needed")
    if share == 0 {
      decades = steps.isZero ? .zero : nil
    } else {
      // log10(total/share) of a share near 1 keeps its digits.
      decades = steps * LogNumber(log1p(Double(total - share) / Double(share)) / log(10))
    }
  }

  /// log10 of the probability: minus infinity where it is 0 or beyond 10^(-10^308), which `decades`
  /// tells apart.
  public var log10: Double { decades.map { $0.isZero ? 0 : -$0.value } ?? -.infinity }
}
