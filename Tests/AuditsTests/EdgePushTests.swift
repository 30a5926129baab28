import AbsorbingSets
import DeepLinear
import RandomStreams
import TestKit
import Testing

@testable import Audits

/// Pushed points are inside, and at the edge that their kind names.
@Suite struct EdgePushTests {
  /// The distance of a reading from a condition's limit.
  private func slack(_ reading: SetReading, _ condition: SetCondition, _ set: AbsorbingSet) throws
    -> Double
  {
    SetReading.limit(of: condition, in: set) - (try #require(reading.value(of: condition)))
  }

  private func edges(of kind: PointKind) -> [SetCondition] {
    switch kind {
    case .visited: []
    case .rank, .rankOfOneLayer: [.rank]
    case .balance, .balanceTurned: [.balance]
    case .bound: [.bound]
    case .rankAndBalance: [.rank, .balance]
    case .rankAndBound: [.rank, .bound]
    case .corner: [.rank, .balance]
    }
  }

  @Test(arguments: [[2, 2, 2, 2], [4, 3, 3, 3, 3], [3, 5, 4, 3]])
  func balancedPointsReachTheEdgesOfTheirKind(widths: [Int]) throws {
    let set = try AbsorbingSet(rank: 1, alpha: 0.03, epsilon1: 0.1, epsilon2: 0.1, bound: 3)
    let push = EdgePush(set: set, stream: RandomStream(seed: 1, index: 0))
    var numbers = TestNumbers(21)
    for number in 0..<12 {
      let tail = number % 3 == 0 ? 0 : number % 3 == 1 ? 1e-9 : 0.01
      let network = numbers.balanced(widths, [1.2, tail, tail / 2], spread: 0)
      let start = AuditPoint(kind: .visited, chain: 3, number: number, step: 7, network: network)
      for kind in PointKind.allCases {
        let pushed = try #require(push.point(kind, from: start), "\(kind)")
        let reading = SetReading(pushed.network, in: set)
        #expect(reading.level != nil && pushed.step == 7 && pushed.number == number)
        let names = edges(of: kind)
        // Turning can meet the rank's edge first where the tail is large already.
        let accepted = kind == .balanceTurned ? [names, [.rank]] : [names]
        #expect(
          try accepted.contains {
            try $0.allSatisfy { try slack(reading, $0, set).magnitude < 1e-9 }
          }, "\(kind): \(reading)")
      }
    }
  }

  /// A unit of a kind beyond the edge is outside: the edge is one, not a point where the search
  /// gave up.
  @Test func aLittleFurtherIsOutside() throws {
    let set = try AbsorbingSet(rank: 1, alpha: 0.03, epsilon1: 0.1, epsilon2: 0.1, bound: 3)
    var numbers = TestNumbers(22)
    let network = numbers.balanced([2, 2, 2, 2], [1.2, 0.01], spread: 0)
    let start = AuditPoint(kind: .visited, chain: 0, number: 0, step: 0, network: network)
    let pushed = try #require(
      EdgePush(set: set, stream: RandomStream(seed: 1, index: 0)).point(.bound, from: start)
    ).network
    let further = Network(
      weights: pushed.weights.map {
        Matrix(rows: 2, columns: 2, elements: $0.elements.map { $0 * (1 + 1e-10) })
      })
    #expect(Membership(set).level(of: pushed) != nil && Membership(set).level(of: further) == nil)
  }

  @Test func nothingIsPushedFromZeroWeightsButItsRank() throws {
    let set = try AbsorbingSet(rank: 0, alpha: 0.03, epsilon1: 0.1, epsilon2: 0.1, bound: 3)
    let zero = Network(weights: [Matrix(rows: 2, columns: 2), Matrix(rows: 2, columns: 2)])
    let start = AuditPoint(kind: .visited, chain: 0, number: 0, step: 0, network: zero)
    let push = EdgePush(set: set, stream: RandomStream(seed: 1, index: 0))
    for kind in [PointKind.balance, .balanceTurned, .bound] {
      #expect(push.point(kind, from: start) == nil)
    }
    let raised = try #require(push.point(.rank, from: start))
    let sum = try #require(SetReading(raised.network, in: set).rankSum)
    #expect(abs(sum - 0.1) < 1e-9)
  }

  @Test func partsAddUp() throws {
    var numbers = TestNumbers(23)
    for (rows, columns) in [(2, 2), (5, 3), (3, 5), (1, 4), (6, 6)] {
      let values = [2, 0.5, 0.25, 0.125, 1e-3, 1e-7].prefix(min(rows, columns)).map { $0 }
      let matrix = numbers.matrix(rows, columns, singularValues: values)
      for rank in 0..<min(rows, columns) {
        let parts = SingularParts(matrix, rank: rank)
        for index in matrix.elements.indices {
          let sum = parts.head.elements[index] + values[rank] * parts.tail.elements[index]
          #expect(abs(sum - matrix.elements[index]) < 1e-13)
        }
        #expect(abs(try #require(SingularValues.values(parts.tail))[0] - 1) < 1e-12)
        if rank > 0 {
          #expect(
            abs(try #require(SingularValues.values(parts.head))[rank - 1] - values[rank - 1]) < 1e-7
          )
        }
      }
    }
  }

  @Test func aTailOfRoundingIsOrthonormal() throws {
    var numbers = TestNumbers(24)
    let matrix = numbers.matrix(4, 3, singularValues: [1, 0, 0])
    let parts = SingularParts(matrix, rank: 1)
    let values = try #require(SingularValues.values(parts.tail))
    #expect(values.prefix(2).allSatisfy { abs($0 - 1) < 1e-12 } && values[2] < 1e-7)
    #expect((parts.tail.transposed * parts.head).elements.allSatisfy { abs($0) < 1e-12 })
  }
}
