/// Times to an event of one of several kinds, the causes, of which only the first to come is seen;
/// some times are right-censored, some observations may enter late.
///
/// The causes are 1...K; 0 marks a censored time. The table is that of `RightCensoredSample`, with
/// its conventions on ties and entries and an event of any cause as its event, and the events by
/// cause beside it.
///
/// Cost: the table of `RightCensoredSample`, and a bisection for each event; K whole numbers for
/// each distinct time.
public struct CompetingRisksSample: Equatable, Sendable {
  /// The table for events of any cause: the distinct times, at risk, events, censored.
  public let overall: RightCensoredSample
  /// d_k, the events of each cause at each of `overall.times`: those of cause k at index k - 1.
  public let events: [[Int]]

  /// K, the number of causes, at least 1.
  public var causeCount: Int { events.count }

  /// The most causes accepted.
  public static let mostCauses = 100

  /// Tabulates observations: the time of each, the cause of its event (0: censored), and when it
  /// came under observation (nil: all at the beginning, which holds events at time 0 too).
  /// `causeCount` is K where it is known beforehand, so that a cause which nobody had still counts;
  /// otherwise K is the highest cause, or 1 when all times are censored.
  ///
  /// - Throws: `SurvivalError.unequalCauses`, `.causeCount`, `.cause`, and the errors of
  ///   `RightCensoredSample`.
  public init(times: [Double], causes: [Int], entries: [Double]? = nil, causeCount: Int? = nil)
    throws(SurvivalError)
  {
    guard times.count == causes.count else {
      throw .unequalCauses(times: times.count, causes: causes.count)
    }
    if let causeCount, !(1...Self.mostCauses).contains(causeCount) { throw .causeCount(causeCount) }
    let most = causeCount ?? Self.mostCauses
    for (row, cause) in causes.enumerated() where !(0...most).contains(cause) {
      throw .cause(cause, most: most, observation: row)
    }
    let table = try RightCensoredSample(
      times: times, observed: causes.map { $0 > 0 }, entries: entries)
    let none = [Int](repeating: 0, count: table.times.count)
    var events = [[Int]](repeating: none, count: causeCount ?? max(causes.max() ?? 1, 1))
    for (time, cause) in zip(times, causes) where cause > 0 {
      events[cause - 1][table.times.indices.bisected { table.times[$0] >= time }] += 1
    }
    self.init(overall: table, events: events)
  }

  /// Tabulates observations whose times are whole numbers, such as steps.
  ///
  /// - Throws: as for numbers with a fraction, and `SurvivalError.inexactTime` when a time is not a
  ///   `Double` exactly.
  public init(times: [Int], causes: [Int], causeCount: Int? = nil) throws(SurvivalError) {
    try self.init(
      times: try RightCensoredSample.exact(times), causes: causes, causeCount: causeCount)
  }

  /// The table in which only events of `cause` count, and those of the other causes are censorings:
  /// what estimates the hazard of that cause. Its Kaplan-Meier curve is not the chance of staying
  /// free of the cause; `AalenJohansenEstimate` gives that.
  ///
  /// - Precondition: `cause` is in 1...K.
  public func causeSpecific(_ cause: Int) -> RightCensoredSample {
    let chosen = events[index(of: cause)]
    return RightCensoredSample(
      times: overall.times, events: chosen,
      censored: overall.times.indices.map {
        overall.events[$0] - chosen[$0] + overall.censored[$0]
      },
      entryTimes: overall.entryTimes, entries: overall.entries)
  }

  /// Where a cause's numbers are in arrays of all causes.
  func index(of cause: Int) -> Int {
    precondition((1...causeCount).contains(cause), "causes are numbered from 1 to \(causeCount)")
    return cause - 1
  }

  /// A sample from its table, which is trusted.
  init(overall: RightCensoredSample, events: [[Int]]) {
    (self.overall, self.events) = (overall, events)
  }
}
