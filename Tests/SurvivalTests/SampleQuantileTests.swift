import Survival
import Testing

@Suite("Quantiles of samples") struct SampleQuantileTests {
  private let ten = [3.0, 1, 4, 1.5, 9, 2.6, 5.3, 5.8, 9.7, 9.3]

  @Test("The estimate is that of R's type 7")
  func estimates() throws {
    // quantile(c(3, 1, 4, 1.5, 9, 2.6, 5.3, 5.8, 9.7, 9.3), c(0, .1, .25, .5, .75, .9, 1))
    let expected = [
      (0, 1), (0.1, 1.45), (0.25, 2.7), (0.5, 4.65), (0.75, 8.2), (0.9, 9.34), (1, 9.7),
    ]
    for (probability, value) in expected {
      let found = try #require(SampleQuantile(ten, at: probability)).value
      #expect(abs(found - value) < 1e-14, "at \(probability)")
    }
    #expect(SampleQuantile([], at: 0.5) == nil)
    #expect(SampleQuantile([7], at: 0.3)?.value == 7)
  }

  @Test("The interval is between the order statistics of the binomial law")
  func intervals() throws {
    // n = 10, p = 1/2: P(X <= 1) = 11/1024 <= .025 < P(X <= 2) = 56/1024, so the limits are the
    // second and the ninth.
    let median = try #require(SampleQuantile(ten, at: 0.5))
    #expect(median.lower == 1.5 && median.upper == 9.3)
    // n = 10, p = 1/4: P(X = 0) = .0563 is beyond .025; P(X >= 6) = .0197, P(X >= 5) = .0781: no
    // lower limit, the sixth above.
    let quarter = try #require(SampleQuantile(ten, at: 0.25))
    #expect(quarter.lower == nil && quarter.upper == 5.3)
    let ends = [SampleQuantile(ten, at: 0), SampleQuantile(ten, at: 1)].compactMap { $0 }
    #expect(ends.count == 2 && ends[0].lower == nil && ends[1].upper == nil)
    // Five numbers are too few for a median's interval at 95 %: P(X = 0) = 1/32.
    #expect(SampleQuantile([1, 2, 3, 4, 5], at: 0.5)?.lower == nil)
    #expect(SampleQuantile([1, 2, 3, 4, 5, 6], at: 0.5)?.lower == 1)
    #expect(SampleQuantile([1, 2, 3, 4, 5, 6], at: 0.5)?.upper == 6)
  }
}
