import DeepLinear
import Testing

@Suite struct NetworkShapeTests {
  private func refusal(_ inputs: Int, _ hidden: [Int], _ outputs: Int) -> ShapeError? {
    do throws(ShapeError) {
      _ = try NetworkShape(inputs: inputs, hiddenWidths: hidden, outputs: outputs)
      return nil
    } catch {
      return error
    }
  }

  @Test func impossibleShapesAreRefused() {
    #expect(refusal(2, [], 2) == .depth(1))
    #expect(refusal(2, [Int](repeating: 2, count: 64), 2) == .depth(65))
    #expect(refusal(2, [Int](repeating: 2, count: 63), 2) == nil)
    #expect(refusal(3, [5, 2], 4) == .narrow(width: 2, needed: 3))
    #expect(refusal(5, [2], 2) == nil)
    #expect(refusal(2, [0], 2) == .narrow(width: 0, needed: 2))
    #expect(refusal(2, [16_385], 2) == .wide(width: 16_385))
    #expect(refusal(2, [16_384], 2) == nil)
    #expect(
      refusal(2, [16_384, 16_384], 2)
        == .parameters(16_384 * 16_384 + 4 * 16_384, limit: 100_000_000))
    #expect(refusal(1_000, [1_000, 1_000], 1_000) == .parameters(3_000_000, limit: 1 << 20))
    #expect(
      refusal(1_000, [10_000, 15], 15)
        == .parameters(10_000 * 1_000 + 15 * 10_000 + 15 * 15, limit: 1 << 20))
    #expect(refusal(2, [9_000, 9_000], 2) == nil)
  }

  @Test func aShapeKnowsItsParts() throws {
    let shape = try NetworkShape(inputs: 4, hiddenWidths: [7, 5], outputs: 3)
    #expect(shape.widths == [4, 7, 5, 3])
    #expect(shape.depth == 3 && shape.inputs == 4 && shape.outputs == 3)
    #expect(
      Array(shape.hiddenWidths) == [7, 5] && shape.largestHiddenWidth == 7
        && shape.smallerDimension == 3)
    #expect(shape.parameterCount == 28 + 35 + 15)
    #expect(shape.compressed.widths == [4, 3, 3, 3])
  }

  @Test func aProblemGivesTheEnds() throws {
    let problem = try CompletionProblem(observed: [[1, 2, 3], [4, nil, 6]])
    #expect(try NetworkShape(problem: problem, depth: 4, width: 9).widths == [3, 9, 9, 9, 2])
    #expect(throws: ShapeError.depth(-3)) {
      try NetworkShape(problem: problem, depth: -3, width: 9)
    }
    #expect(throws: ShapeError.narrow(width: 1, needed: 2)) {
      try NetworkShape(problem: problem, depth: 2, width: 1)
    }
  }
}
