import CGSL
import Testing

@testable import Survival

@Suite("Tail probabilities of test statistics")
struct PValueTests {
  @Test("Published quantiles, and both directions of the normal law")
  func quantiles() {
    #expect(agree(PValue.twoSidedNormal(1.959963984540054), 0.05, 1e-13))
    #expect(
      PValue.twoSidedNormal(-1.3) == PValue.twoSidedNormal(1.3) && PValue.twoSidedNormal(0) == 1)
    // 5 % points of the chi-squared law (R's qchisq).
    for (degrees, point) in [
      (1, 3.841458820694124), (2, 5.991464547107979), (3, 7.814727903251179),
      (10, 18.307038053275146),
    ] {
      #expect(agree(PValue.chiSquared(point, degreesOfFreedom: degrees), 0.05, 1e-12), "\(degrees)")
    }
  }

  @Test("Agrees with GSL's own where that is sound, from one degree of freedom to a thousand")
  func agreement() {
    GSL.prepare()
    for degrees in [1, 2, 3, 4, 7, 50, 1000] {
      for ratio in [1e-6, 0.1, 0.9, 1, 1.1, 3] {
        let statistic = ratio * Double(degrees)
        let expected = gsl_cdf_chisq_Q(statistic, Double(degrees))
        #expect(
          agree(PValue.chiSquared(statistic, degreesOfFreedom: degrees), expected, 1e-10),
          "\(degrees), \(statistic)")
      }
    }
  }

  @Test("Statistics beyond all tables underflow to 0, and those of no size give 1")
  func extremes() {
    for statistic in [2000, 1e6, 1e200, Double.greatestFiniteMagnitude, .infinity] {
      #expect(PValue.twoSidedNormal(statistic) == 0)
      for degrees in [1, 2, 3, 20] {
        #expect(PValue.chiSquared(statistic, degreesOfFreedom: degrees) == 0, "\(statistic)")
      }
    }
    for degrees in [1, 2, 5] {
      #expect(
        PValue.chiSquared(0, degreesOfFreedom: degrees) == 1
          && PValue.chiSquared(-1e-18, degreesOfFreedom: degrees) == 1)
    }
    // exp(-x/2) is the tail of two degrees of freedom, as far as numbers go.
    for statistic in [1e-9, 1, 40, 700, 1400] {
      #expect(agree(PValue.chiSquared(statistic, degreesOfFreedom: 2), exp(-statistic / 2), 1e-12))
    }
  }
}
