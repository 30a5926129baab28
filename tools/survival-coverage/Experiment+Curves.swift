import CGSL
import Survival

extension Experiment {
  private static let law = CensoredLaw.exponential(rate: 1)

  /// Pointwise intervals of the Kaplan-Meier curve.
  static let curve = Experiment(
    number: 1, name: "Kaplan-Meier curve at a time",
    design: """
      Exponential times; the truth is S = 0.8 and 0.5. Undefined: the last time came before with S above 0, or S is estimated as 0. An estimate of \
      1 has the interval [1, 1], which counts.
      """,
    kinds: [0.8, 0.5].flatMap { truth in
      IntervalTransform.allCases.map {
        IntervalKind("S = \(truth), \($0.rawValue)", $0 == .logLog ? .fewAtRisk : .asymmetric)
      }
    }
  ) { scenario, draws throws(SurvivalError) in
    let curve = KaplanMeierEstimate(try Simulation(law, scenario, &draws).sample())
    return [0.8, 0.5].flatMap { truth in
      let time = -log(truth)
      return IntervalTransform.allCases.map { transform in
        guard curve.survival(at: time) != nil else { return Outcome.undefined }
        // Before the first time, S = 1 is as certain to a normal interval as where it is 1 in the
        // table.
        guard let row = curve.lastRow(upTo: time) else { return Outcome.missed }
        return Outcome(curve.interval(row: row, transform), holds: truth)
      }
    }
  }

  /// The simultaneous band.
  static let band = Experiment(
    number: 2, name: "Hall-Wellner band",
    design:
      "The same times. Covered: the true curve lies in the band everywhere between the first event and the last one with S above 0.",
    kinds: [
      IntervalKind("plain", .asymmetric),
      IntervalKind(
        "log",
        Defect(
          "the lower limit, S exp(-r), stays too far above 0 at the window's end, where few are at risk",
          upTo: 200, censored: 2000)),
      IntervalKind("log-log", .fewAtRisk),
    ]
  ) { scenario, draws throws(SurvivalError) in
    let curve = KaplanMeierEstimate(try Simulation(law, scenario, &draws).sample())
    var outcomes: [Outcome] = []
    for transform in IntervalTransform.allCases {
      guard let band = try curve.hallWellnerBand(transform: transform) else {
        outcomes.append(.undefined)
        continue
      }
      // The estimate is flat from a row's time to the next one, or the window's end; the true curve
      // falls in between.
      outcomes.append(
        Outcome(
          zip(band.rows, band.intervals).allSatisfy { row, interval in
            let next = row + 1 < band.rows.upperBound ? curve.sample.times[row + 1] : band.end
            return exp(-curve.sample.times[row]) <= interval.upper && exp(-next) >= interval.lower
          }))
    }
    return outcomes
  }

  /// The median.
  static let median = Experiment(
    number: 3, name: "Median",
    design:
      "The same times; Brookmeyer and Crowley's interval on each scale. Without an upper limit it reaches on for ever. Undefined: no lower limit.",
    kinds: IntervalTransform.allCases.map {
      IntervalKind($0.rawValue, $0 == .logLog ? .fewAtRisk : .asymmetric)
    }
  ) { scenario, draws throws(SurvivalError) in
    let curve = KaplanMeierEstimate(try Simulation(law, scenario, &draws).sample())
    return IntervalTransform.allCases.map { transform in
      let median = curve.median(transform)
      return median.lower.map { Outcome(lower: $0, upper: median.upper, holds: log(2)) }
        ?? .undefined
    }
  }

  /// The restricted mean.
  static let restrictedMean = Experiment(
    number: 4, name: "Restricted mean",
    design: """
      The same times, the mean of min(time, 0.7), value -+ 1.96 standard errors. Undefined: the data end before 0.7 with S above 0, which the library \
      flags as extrapolated, or the standard error is 0.
      """,
    kinds: [IntervalKind("restricted mean", .fewAtRisk)]
  ) { scenario, draws throws(SurvivalError) in
    let mean = try KaplanMeierEstimate(try Simulation(law, scenario, &draws).sample())
      .restrictedMean(to: 0.7)
    guard !mean.isExtrapolated, mean.standardError > 0 else { return [.undefined] }
    return [
      Outcome(
        abs(mean.value + expm1(-0.7)) <= ConfidenceLevel.standard.normalQuantile
          * mean.standardError)
    ]
  }
}
