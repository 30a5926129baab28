import AbsorbingSets
import DeepLinear
import TestKit
import Testing

/// The screen may let a step through for nothing; it must never turn a member away.
@Suite struct EntryScreenTests {
  /// tr G and tr G^2 of a layer, as the engines sum them.
  private func traces(_ matrix: Matrix) -> (trace: Double, ofSquare: Double) {
    let gram =
      matrix.rows <= matrix.columns ? matrix * matrix.transposed : matrix.transposed * matrix
    return ((0..<gram.rows).reduce(0) { $0 + gram[$1, $1] }, gram.squaredNorm)
  }

  /// Squared singular values of a layer whose rank sum is just admitted: `large` values beyond
  /// alpha and others whose counts share what is left, all alike, all in one, or at random; then
  /// scaled to the bound at times.
  private func members(_ set: AbsorbingSet, _ n: Int, _ numbers: inout TestNumbers) -> [Double] {
    let count = ApproximateRank(alpha: set.alpha)
    let large = Int(numbers.next() % UInt64(min(set.rank, n) + 1))
    var squares = (0..<large).map { _ in
      set.alpha + (set.bound / Double(max(large, 1)) - set.alpha) * numbers.uniform(0, 1)
    }
    if large > 0, numbers.next() % 2 == 0 {
      let factor = set.bound / squares.reduce(0, +)
      squares = squares.map { $0 * factor }
    }
    // What the other values may count to, up to the edge itself.
    let edge = numbers.next() % 3 == 0 ? 1 : 1 - numbers.scale(-14, -1)
    var left = (Double(set.rank - large) + set.epsilon2) * edge
    let small = n - large
    let mode = numbers.next() % 3
    for index in 0..<small {
      let share: Double =
        switch mode {
        case 0: left / Double(small - index)
        case 1: left
        default: left * numbers.uniform(0, 1)
        }
      let y = min(share, 1 - 1e-12)
      squares.append(count.inverse(y))
      left -= y
    }
    return squares.sorted(by: >)
  }

  @Test(arguments: [0, 1, 2], [2, 3, 5]) func noMemberIsEverTurnedAway(rank: Int, n: Int) throws {
    var numbers = TestNumbers(UInt64(10 * rank + n))
    var (tried, near) = (0, 0)
    for _ in 0..<8_000 {
      let alpha = numbers.scale(-3, 0)
      let set = try AbsorbingSet(
        rank: rank, alpha: alpha, epsilon1: 1,
        epsilon2: [0, 0.1, 0.5, 0.999][Int(numbers.next() % 4)],
        bound: alpha * numbers.scale(0.5, 3) * Double(n + 1))
      let squares = members(set, n, &numbers)
      let longer = n + Int(numbers.next() % 3)
      var matrix = numbers.matrix(n, longer, singularValues: squares.map { $0.squareRoot() })
      if numbers.next() % 2 == 0 { matrix = matrix.transposed }
      let membership = Membership(set)
      let sum = try #require(membership.rankSum(matrix))
      guard matrix.squaredNorm <= set.bound, membership.lowestRank(admitting: sum) != nil else {
        continue
      }
      tried += 1
      if sum > Double(rank) + set.epsilon2 - 1e-3 { near += 1 }
      let screen = EntryScreen(set, smallerSide: n)
      let (trace, square) = traces(matrix)
      #expect(
        !screen.rejects(trace: trace, traceOfSquare: square),
        "\(set), squared singular values \(squares)")
      if n == 2, rank == 1, longer == 2 {
        let determinant = matrix[0, 0] * matrix[1, 1] - matrix[0, 1] * matrix[1, 0]
        #expect(
          determinant * determinant <= screen.squaredDeterminantFloor,
          "\(set), squared singular values \(squares)")
      }
    }
    #expect(tried > 2_000 && near > 500, "\(tried) members, \(near) of them near the edge")
  }

  /// The tail bound is reached: with every value beyond r at x_0 the screen has nothing to give
  /// away.
  @Test func theTailIsTheLargestThatAMemberCanHave() throws {
    let set = try AbsorbingSet(rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3)
    let largest = 0.03 * (1 - (1 - 0.55).squareRoot())
    let screen = EntryScreen(set, smallerSide: 2)
    #expect(abs(screen.tail - largest) < 1e-8 * largest && screen.tail >= largest)
    // With many values the count itself is the limit: (r + eps2) alpha.
    #expect(abs(EntryScreen(set, smallerSide: 100).tail - 1.1 * 0.03) < 1e-9)
    #expect(EntryScreen(set, smallerSide: 1).tail == 0)
    for (second, isRejected) in [(0.9 * largest, false), (2.1 * largest, true)] {
      #expect(screen.rejects(trace: 1 + second, traceOfSquare: 1 + second * second) == isRejected)
    }
  }

  /// A network that still has rank 2 is turned away at once: without that, the screen would save
  /// nothing.
  @Test(arguments: [2, 3, 5]) func rankTwoIsTurnedAway(n: Int) throws {
    let set = try AbsorbingSet(rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3)
    let screen = EntryScreen(set, smallerSide: n)
    var numbers = TestNumbers(6)
    for _ in 0..<500 {
      let values = [numbers.uniform(0.9, 1.3), numbers.uniform(0.45, 0.8)]
      let matrix = numbers.matrix(n, n + 1, singularValues: values)
      let (trace, square) = traces(matrix)
      #expect(screen.rejects(trace: trace, traceOfSquare: square))
      #expect(
        (values[0] * values[1]) * (values[0] * values[1])
          > EntryScreen(set, smallerSide: 2).squaredDeterminantFloor)
    }
  }

  @Test func whatIsNotANumberIsLeftToTheFullTest() throws {
    let screen = EntryScreen(
      try AbsorbingSet(rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3), smallerSide: 2
    )
    #expect(!screen.rejects(trace: .nan, traceOfSquare: 1))
    #expect(!screen.rejects(trace: 1, traceOfSquare: .nan))
    #expect(!screen.rejects(trace: .infinity, traceOfSquare: .infinity))
    #expect(!screen.rejects(trace: 0, traceOfSquare: 0))
  }

  @Test func everyLaneIsTheScalarScreen() throws {
    var numbers = TestNumbers(8)
    for rank in 0...2 {
      let set = try AbsorbingSet(rank: rank, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3)
      let screen = EntryScreen(set, smallerSide: 3)
      for _ in 0..<200 {
        let traces = (0..<4).map { _ in numbers.scale(-3, 1) } + [.nan]
        let trace = SIMD4((0..<4).map { traces[Int(numbers.next() % UInt64($0 == 0 ? 5 : 4))] })
        let square = trace * trace * SIMD4((0..<4).map { _ in numbers.uniform(0.3, 1) })
        let lanes = screen.rejects(trace: trace, traceOfSquare: square)
        for lane in 0..<4 {
          #expect(lanes[lane] == screen.rejects(trace: trace[lane], traceOfSquare: square[lane]))
        }
      }
    }
  }
}
