import Chains
import DeepLinear
import TestKit
import Testing

@testable import Ensemble

@Suite struct RecordCodingTests {
  private func point(_ step: Int, _ numbers: inout TestNumbers, test: Double?) -> PathPoint {
    PathPoint(
      step: step, fitError: numbers.uniform(0, 1) * 1e-300, testError: test,
      singularValues: [numbers.uniform(0, 1), 0.1 + 0.2],
      rank: 2, squaredNorms: [1 / 3, .leastNonzeroMagnitude], level: step % 2 == 0 ? nil : 1)
  }

  @Test func everyBitIsKept() throws {
    var numbers = TestNumbers(5)
    let record = ChainRecord(
      points: [point(0, &numbers, test: nil), point(31, &numbers, test: .infinity)],
      offshoots: [
        .init(at: 7, points: [point(9, &numbers, test: 0.1)], isDiverged: false),
        .init(at: 8, points: [], isDiverged: true),
      ])
    let state = RecordState(
      record: record, branches: [.init(at: 12, network: numbers.network([2, 2, 2, 2]))])
    let text = try #require(try RecordCoding.text(state))
    #expect(RecordCoding.state(text) == state)
  }

  @Test func nothingIsNull() throws {
    #expect(try RecordCoding.text(RecordState()) == nil)
    #expect(RecordCoding.state(nil) == RecordState())
  }

  @Test(arguments: [
    "", "{", "[]", #"{"points":[],"offshoots":[]}"#,
    #"{"points":[],"offshoots":[],"branches":[{"at":1,"layers":[]}]}"#,
    #"{"points":[],"offshoots":[],"branches":[{"at":1,"layers":[{"rows":2,"columns":2,"elements":[1]}]}]}"#,
    #"{"points":[],"offshoots":[],"branches":[{"at":1,"layers":[{"rows":4611686018427387904,"columns":4,"elements":[]}]}]}"#,
    #"{"points":[],"offshoots":[],"branches":[{"at":1,"layers":[{"rows":1,"columns":2,"elements":[1,2]},{"rows":1,"columns":2,"elements":[1,2]}]}]}"#,
  ]) func damagedTextsAreRefused(text: String) {
    #expect(RecordCoding.state(text) == nil)
  }
}
