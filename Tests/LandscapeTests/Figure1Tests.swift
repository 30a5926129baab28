import Chains
import DeepLinear
import Ladder
import RandomStreams
import Testing

@testable import Landscape

/// The landscape of Figure 1 of Wang and Jacot (ICLR 2024), in the three conventions.
@Suite struct Figure1Tests {
  private func landscape(_ convention: Convention, starts: Int, ridge: Double = 0.1) throws
    -> Landscape
  {
    Landscape(
      try Settings.figure1(convention, ridge: ridge), starts: starts, seed: 2305, threads: 2)
  }

  /// Four local minima, not three: rank 0, two of rank 1 (the missing entry positive or negative),
  /// rank 2. No start is lost.
  @Test func aThousandStartsLandOnTheTable() throws {
    let landscape = try landscape(.figures, starts: 1000)
    #expect(landscape.minima.map(\.point.rank) == [0, 1, 1, 2])
    // Two pass so near to the saddle below rank 2 that 32 768 steps leave them 1e-8 from their end.
    #expect(landscape.undecided == 0 && landscape.carriedOn == 2)
    #expect(landscape.minima.reduce(0) { $0 + $1.starts } == 1000)
    #expect(landscape.basins.count == 1000 && landscape.basins.allSatisfy { $0 != nil })
    let rankOne = landscape.minima[1].starts + landscape.minima[2].starts
    #expect(rankOne > 350 && rankOne < 480, "two in five")
    // Gradient descent itself says the same of every start.
    let law = landscape.setting.law
    let starts = (0..<UInt32(1000)).map {
      Network(
        shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: 2305, index: 0), chain: $0
      )
    }
    let rests = Descent(law: law).rests(
      of: starts, phases: starts.map { _ in law.schedule.phases[0] })
    for (rest, basin) in zip(rests, landscape.basins) {
      let minimum = landscape.minima[try #require(basin)].point
      #expect(rest.rank == minimum.rank || !rest.isAtRest)
      for (a, b) in zip(rest.network.product.elements, minimum.product.elements) {
        #expect(abs(a - b) < 1e-6)
      }
    }
  }

  @Test(arguments: Convention.allCases) func whatHoldsAtEveryCriticalPoint(convention: Convention)
    throws
  {
    for ridge in [0.1, 0.02, 0.001] {
      let landscape = try landscape(convention, starts: 16, ridge: ridge)
      for point in landscape.minima.map(\.point) + landscape.saddles {
        #expect(abs(point.squaredNorm - point.representationCost) < 1e-10)
        #expect(point.balanceError < 1e-12 && point.gradientNorm < 1e-12)
        #expect(
          point.orbitDimension == Settings.orbitDimension(rank: point.rank, width: 2, depth: 3))
        #expect(
          point.agreesWithTheorem == true,
          "\(convention), lambda = \(ridge), rank \(point.rank), \(point.kind)")
        #expect(point.kind != .minimum || point.negativeEigenvalues == 0)
        #expect(
          point.rank == 2
            || abs(point.smallestEigenvalues[0]) <= landscape.setting.loss.ridgeWeight * (1 + 1e-9))
      }
      #expect(landscape.saddles.allSatisfy { $0.kind == .strictSaddle })
    }
  }

  /// The minima of `figures` at lambda are those of `appendix` at lambda/2 and of `main` at
  /// lambda/4, and so are the folds.
  @Test func theConventionsAreOneLandscape() throws {
    let figures = try landscape(.figures, starts: 0)
    let rankTwo = try #require(figures.minima.last)
    let folds = try Convention.allCases.map { convention in
      let ridge = Convention.figures.equivalent(in: convention, learningRate: 1, ridge: 0.1).ridge
      let other = try landscape(convention, starts: 0, ridge: ridge)
      let same = try #require(other.minima.last)
      #expect(other.minima.map(\.point.rank) == figures.minima.map(\.point.rank))
      for (a, b) in zip(same.point.product.elements, rankTwo.point.product.elements) {
        #expect(abs(a - b) < 1e-11)
      }
      let branch = Continuation(range: 1e-4...10, marks: [0.01]).branch(
        of: other.minima.count - 1, in: other)
      guard case .fold(let fold) = branch.upper else { throw NoFold() }
      let last = try #require(branch.points.last)
      #expect(last.smallestEigenvalue > 0 && last.smallestEigenvalue < 1e-3 && last.ridge == fold)
      #expect(branch.marks.map(\.ridge) == [0.01])
      return fold / ridge
    }
    // In units of figures' lambda = 0.1: the minimum of rank 2 disappears at 0.10354.
    for fold in folds { #expect(abs(fold / 1.035_398_3 - 1) < 1e-6) }
  }

  private struct NoFold: Error {}

  /// Why every chain collapses or slides under the other two readings of lambda = 0.1.
  @Test func noMinimumOfRankTwoInTheOtherConventions() throws {
    #expect(try landscape(.appendix, starts: 100).minima.map(\.point.rank) == [0, 1, 1])
    #expect(try landscape(.main, starts: 100).minima.map(\.point.rank) == [0, 1])
  }

  /// One minimum of rank 1 does not fold: it becomes a saddle.
  @Test func theSecondMinimumOfRankOneBecomesASaddle() throws {
    let landscape = try landscape(.figures, starts: 0)
    let branch = Continuation(range: 0.01...10).branch(of: 2, in: landscape)
    guard case .becomesSaddle(let ridge) = branch.upper else {
      Issue.record("\(branch.upper)"); return
    }
    #expect(abs(ridge - 0.309_276_5) < 1e-6)
  }

  /// Steps that are used up inside the range are no end of the range: no mark is passed over, and
  /// there are more of them than steps.
  @Test func aBranchWhoseStepsAreUsedUpIsGivenUp() throws {
    let landscape = try landscape(.figures, starts: 0)
    let marks = (1...2_500).map { 0.1 - 1e-5 * Double($0) }
    let branch = Continuation(range: 0.05...10, marks: marks).branch(of: 3, in: landscape)
    #expect(
      branch.lower == .givenUp(marks[1_999]) && branch.points.first?.ridge == marks[1_999]
        && branch.isGivenUp)
    #expect(Continuation(range: 0.05...10).branch(of: 3, in: landscape).lower == .goesOn(0.05))
  }

  /// What is left of a branch where rounding lets no step be made: the minimum, with its mark.
  @Test func aMinimumThatCannotBeFollowedIsABranchOfOnePoint() throws {
    let landscape = try landscape(.figures, starts: 0)
    let minimum = landscape.minima[3].point
    let branch = Continuation(range: 1e-3...10, marks: [0.1, 0.2]).branchOfOnePoint(
      3, minimum.network, landscape.setting.loss)
    #expect(branch.rank == 2 && branch.points.count == 1 && branch.marks.map(\.ridge) == [0.1])
    #expect(branch.lower == .givenUp(0.1) && branch.upper == .givenUp(0.1) && branch.isOpen)
    #expect(
      branch.points[0].loss == minimum.loss
        && abs(branch.points[0].smallestEigenvalue - minimum.smallestEigenvalues[0]) < 1e-12)
  }

  @Test func threadsChangeNothing() throws {
    let setting = try Settings.figure1(.figures, width: 20)
    let (one, two) = (
      Landscape(setting, starts: 20, seed: 7), Landscape(setting, starts: 20, seed: 7, threads: 3)
    )
    #expect(one.minima == two.minima && one.saddles == two.saddles && one.basins == two.basins)
    #expect(
      one.minima.map(\.point.rank) == [0, 1, 1, 2],
      "a wide network has the minima of the narrow one")
  }
}
