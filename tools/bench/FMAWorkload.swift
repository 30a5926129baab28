/// Fused multiply-adds and nothing else: what the machine can do at most with the vectors this
/// program is built for.
///
/// Twelve accumulators that depend on nothing but themselves cover the latency of a multiply-add (4
/// cycles times 2 a cycle on today's x86 cores asks for 8), and leave room in 16 registers for the
/// two constants. The unit is a floating-point operation.
final class FMAWorkload: Workload {
  private typealias Vector = SIMD4<Double>

  private static let chains = 12
  private static let turns = 20_000
  private let factor: Vector
  private let summand: Vector
  /// What came out, so that nothing can be left out.
  private(set) var result = 0.0

  /// The numbers tend to summand / (1 - factor): no infinity and no subnormal number, which could
  /// cost time.
  init(factor: Double, summand: Double) {
    (self.factor, self.summand) = (Vector(repeating: factor), Vector(repeating: summand))
  }

  func work() -> Int {
    result += Self.run(factor, summand, turns: Self.turns)
    precondition(result.isFinite, "the multiply-adds must stay finite")
    return Self.turns * Self.chains * 4 * 2
  }

  @inline(never)
  private static func run(_ m: Vector, _ c: Vector, turns: Int) -> Double {
    var (a0, a1, a2, a3, a4, a5) = (c, c + 1, c + 2, c + 3, c + 4, c + 5)
    var (a6, a7, a8, a9, a10, a11) = (c + 6, c + 7, c + 8, c + 9, c + 10, c + 11)
    for _ in 0..<turns {
      a0 = c.addingProduct(a0, m)
      a1 = c.addingProduct(a1, m)
      a2 = c.addingProduct(a2, m)
      a3 = c.addingProduct(a3, m)
      a4 = c.addingProduct(a4, m)
      a5 = c.addingProduct(a5, m)
      a6 = c.addingProduct(a6, m)
      a7 = c.addingProduct(a7, m)
      a8 = c.addingProduct(a8, m)
      a9 = c.addingProduct(a9, m)
      a10 = c.addingProduct(a10, m)
      a11 = c.addingProduct(a11, m)
    }
    let low = (a0 + a1) + (a2 + a3) + (a4 + a5)
    return (low + (a6 + a7) + (a8 + a9) + (a10 + a11)).sum()
  }
}
