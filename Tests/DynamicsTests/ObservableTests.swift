import AbsorbingSets
import Chains
import DeepLinear
import Ladder
import RandomStreams
import TestKit
import Testing

/// Observables: the list, and the values of those that no older test knows.
@Suite struct ObservableTests {
  /// A law whose points have every observable.
  private func law() throws -> ChainLaw {
    try Laws.threeByFour(depth: 3).with(
      recording: Recording(observables: Observables.all.map { $0.word }))
  }

  @Test func wordsAndColumnsAreNamedOnce() {
    let words = Observables.all.map { $0.word }
    let keys = Observables.all.flatMap { $0.columns(of: .many).map(\.key) }
    #expect(Set(words).count == words.count && Set(keys).count == keys.count)
  }

  @Test func everyObservableHasAtMostAValueForEachColumn() throws {
    let law = try law()
    var numbers = TestNumbers(3)
    let shape = ObservableShape(singularValues: law.shape.smallerDimension, layers: law.shape.depth)
    let point = try #require(
      PathRecorder(law: law).point(numbers.network(law.shape.widths), step: 0))
    for kind in Observables.all {
      let count = point.values[kind.word]?.count ?? 0
      #expect(count <= kind.columns(of: shape).count, "\(kind.word)")
      // A random network is in no B_r, and the truth of this problem is not known.
      let isDefined = ![InsideLevel.word, TestError.word, TestShare.word].contains(kind.word)
      #expect((count > 0) == isDefined, "\(kind.word)")
    }
  }

  /// Gradient descent moves by -eta times the gradient of the loss: the difference of the loss
  /// along a small step says so.
  @Test(arguments: Convention.allCases) func theLossIsThatWhoseGradientIsTheDrift(
    convention: Convention
  ) throws {
    var law = try law().with(rung: .gradientDescent)
    law.convention = convention
    law.schedule = Schedule(constant: Schedule.Phase(steps: nil, learningRate: 1e-7, ridge: 0.3))
    var numbers = TestNumbers(4)
    let start = numbers.network(law.shape.widths)
    var walk = ReferenceWalk(
      law.motion, stream: RandomStream(seed: 1, index: 0), chain: 0, network: start, step: 0,
      noise: nil)
    walk.advance()
    let recorder = PathRecorder(law: law)
    func loss(_ network: Network) throws -> Double {
      try #require(recorder.point(network, step: 0)?[Loss.self])
    }
    let squaredMove = zip(start.weights, walk.network.weights).reduce(0) { sum, pair in
      zip(pair.0.elements, pair.1.elements).reduce(sum) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) }
    }
    // L(theta') - L(theta) = -||theta' - theta||^2 / eta to first order.
    let change = try loss(walk.network) - loss(start)
    #expect(abs(change / (-squaredMove / 1e-7) - 1) < 1e-4)
  }

  @Test func theDistanceToTheSetIsAboveOneOutside() throws {
    let law = try Laws.figure1(follow: 0).with(
      recording: Recording(observables: [InsideLevel.word, SetDistance.word]))
    let recorder = PathRecorder(law: law)
    var numbers = TestNumbers(5)
    var (inside, outside) = (0, 0)
    for index in 0..<400 {
      // Balanced networks of rank 1 near a minimum's size, pushed off the set by more and more.
      let layer = Matrix(rows: 2, columns: 2, elements: [1.1, 0, 0, 0])
      var network = Network(weights: [layer, layer, layer])
      for layer in network.weights.indices {
        for element in network.weights[layer].elements.indices {
          network.weights[layer].elements[element] +=
            2e-3 * Double(index % 80) * numbers.uniform(-1, 1)
        }
      }
      let point = try #require(recorder.point(network, step: 0))
      let distance = try #require(point[SetDistance.self])
      #expect((distance <= 1) == (point.level != nil), "\(distance)")
      if point.level == nil { outside += 1 } else { inside += 1 }
    }
    #expect(inside > 20 && outside > 20)
  }
}
