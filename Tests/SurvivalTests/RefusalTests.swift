import CGSL
import Testing

@testable import Survival

@Suite("What is refused, and in which words")
struct RefusalTests {
  @Test("Samples")
  func samples() {
    let none: [Double] = []
    #expect(throws: SurvivalError.emptySample) {
      try RightCensoredSample(times: none, observed: [])
    }
    #expect(throws: SurvivalError.unequalLengths(times: 2, observed: 1)) {
      try RightCensoredSample(times: [1, 2], observed: [true])
    }
    for time in [-1.0, .infinity, -.infinity, -.leastNonzeroMagnitude] {
      #expect(throws: SurvivalError.time(time, observation: 1)) {
        try RightCensoredSample(times: [1, time], observed: [true, true])
      }
    }
    // NaN equals nothing, so the sentence is compared.
    let error = #expect(throws: SurvivalError.self) {
      try RightCensoredSample(times: [1, 2, .nan], observed: [true, true, true])
    }
    #expect(
      error?.description
        == "time nan of observation 3 is refused; a finite number from 0 up is needed")
    #expect(throws: SurvivalError.time(-4, observation: 0)) {
      try RightCensoredSample(times: [-4], observed: [true])
    }
    #expect(throws: SurvivalError.inexactTime(9_007_199_254_740_993, observation: 0)) {
      try RightCensoredSample(times: [9_007_199_254_740_993], observed: [true])
    }
  }

  @Test("Levels, probabilities and horizons")
  func questions() throws {
    for level in [0, 1, -0.5, 95, .nan] {
      #expect(throws: SurvivalError.self) { try ConfidenceLevel(level) }
    }
    let estimate = KaplanMeierEstimate(try RightCensoredSample(times: [1], observed: [true]))
    for probability in [0, -1, 1.5, .nan] {
      #expect(throws: SurvivalError.self) { try estimate.quantile(probability) }
    }
    for horizon in [0, -1, .infinity, .nan] {
      #expect(throws: SurvivalError.self) { try estimate.restrictedMean(to: horizon) }
    }
  }

  @Test("Counts and exposures")
  func counts() {
    for (events, trials) in [(0, 0), (-1, 5), (6, 5), (0, -3), (0, Int.max)] {
      #expect(throws: SurvivalError.proportion(events: events, trials: trials)) {
        try BinomialProportion(events: events, trials: trials)
      }
    }
    for events in [-1, Int.max] {
      #expect(throws: SurvivalError.eventCount(events)) {
        try PoissonRate(events: events, exposure: 1)
      }
    }
    for exposure in [-1, .infinity, .nan, .leastNonzeroMagnitude] {
      #expect(throws: SurvivalError.self) { try PoissonRate(events: 1, exposure: exposure) }
    }
  }

  @Test("A root that is not bracketed, or not a number, is an error and not the end of the process")
  func roots() throws {
    #expect(throws: SurvivalError.self) { try BracketedRoot.find(in: 1...2) { $0 } }
    #expect(throws: SurvivalError.self) {
      try BracketedRoot.find(in: 0...2) { $0 == 0 ? -1 : .nan }
    }
    #expect(throws: SurvivalError.self) {
      try BracketedRoot.find(in: 0...2) { $0 == 0 || $0 == 2 ? $0 - 1 : .nan }
    }
    #expect(agree(try BracketedRoot.find(in: 0...2) { $0 * $0 - 2 }, 2.0.squareRoot(), 1e-15))
    #expect(agree(try BracketedRoot.find(in: 0...1) { $0 * $0 * $0 - 1e-60 }, 1e-20, 1e-14))
  }
}
