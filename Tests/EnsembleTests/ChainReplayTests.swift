import Chains
import DeepLinear
import Ladder
import RandomStreams
import TestKit
import Testing

@testable import Ensemble

/// A replay is the reference's path, for every rung.
@Suite struct ChainReplayTests {
  private static let rungs = Laws.ladder() + Laws.ladder(substeps: 3).filter { $0.substeps > 1 }

  private func path(
    _ law: ChainLaw, stream: UInt32 = 4, chain: Int = 6, from first: Int = 0, to last: Int = 150
  ) -> [ChainReplay
    .Point]
  {
    var points: [ChainReplay.Point] = []
    ChainReplay(law: law, stream: RandomStream(seed: 3, index: stream), chain: chain).forEachPoint(
      from: first, to: last
    ) {
      points.append($0)
    }
    return points
  }

  @Test(arguments: rungs) func aReplayIsTheReference(rung: Rung) throws {
    for law in [try Laws.figure1(width: 5), try Laws.threeByFour(depth: 4)].map({ $0.on(rung) }) {
      let points = path(law)
      #expect(points.map(\.step) == [Int](0...150))
      var chain = ReferenceChain(law: law, stream: RandomStream(seed: 3, index: 4), chain: 6)
      for point in points {
        #expect(
          point.network == chain.network && point.level == chain.watch.level, "step \(point.step)")
        chain.advance()
      }
      #expect(path(law, from: 140).map(\.network) == points.suffix(11).map(\.network))
    }
  }

  @Test func theRungsOfAStreamStartTogetherAndPart() throws {
    let law = try Laws.figure1(width: 3)
    let paths = Self.rungs.map { path(law.on($0)) }
    #expect(Set(paths.map { $0[0].network.product.elements }).count == 1)
    #expect(Set(paths.map { $0[150].network.product.elements }).count == Self.rungs.count)
    #expect(
      path(law, stream: 5)[0].network != paths[0][0].network
        && path(law, chain: 7)[0].network != paths[0][0].network)
  }

  /// A temperature of 0 is gradient descent, to the bit.
  @Test func withoutTemperatureLangevinIsGradientDescent() throws {
    let law = try Laws.figure1(width: 3)
    #expect(
      path(law.on(.langevin(.number(0), substeps: 1))).map(\.network)
        == path(law.on(.gradientDescent)).map(\.network))
  }

  /// The level is that of the weights themselves, whatever the law looks at.
  @Test func aQuenchedLawIsReplayedByItsState() throws {
    let law = try Laws.figure1(width: 2)
    let (state, quenched) = (
      path(law, to: 600), path(law.on(.sgd, judge: .quenched(every: 32)), to: 600)
    )
    #expect(
      state.map(\.level) == quenched.map(\.level) && state.map(\.network) == quenched.map(\.network)
    )
  }

  @Test func aDivergentPathEndsWhereItLeavesTheBound() throws {
    let points = path(try Laws.figure1(eta: 5, start: 5), to: 3_000)
    let last = try #require(points.last)
    #expect(last.step < 3_000 && !(last.network.squaredNorm <= Divergence.squaredNormLimit))
    #expect(points.dropLast().allSatisfy { $0.network.squaredNorm <= Divergence.squaredNormLimit })
  }
}
