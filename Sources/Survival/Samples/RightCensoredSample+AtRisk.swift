/// What a picture of survival curves shows below its time axis, for one time.
public struct AtRiskRow: Equatable, Sendable {
  /// The time t.
  public let time: Double
  /// Observations that entered before t and last at least until t; at t <= 0, all that do not enter
  /// late.
  public let atRisk: Int
  /// Events up to and including t.
  public let events: Int
  /// Censorings up to and including t.
  public let censored: Int
}

extension RightCensoredSample {
  /// A row for each of `requested`, in its order, by bisection. Numbers at risk are those of R's
  /// `summary(survfit, times)`, which counts as at risk at t whoever is so at the next time of the
  /// table; with late entries between the two, R counts them too, this table does not.
  ///
  /// Cost: O(rows) once, and O(log rows) a time. Times that are not numbers are a programmer's
  /// error.
  public func atRiskTable(at requested: [Double]) -> [AtRiskRow] {
    let (events, censored, entered) = (Self.sums(events), Self.sums(censored), Self.sums(entries))
    let early = count - entered[entered.count - 1]
    return requested.map { time in
      precondition(!time.isNaN, "a time that is not a number has no risk set")
      let before = times.indices.bisected { times[$0] >= time }
      let through = times.indices.bisected { times[$0] > time }
      let late = entered[entryTimes.indices.bisected { entryTimes[$0] >= time }]
      return AtRiskRow(
        time: time, atRisk: early + late - events[before] - censored[before],
        events: events[through], censored: censored[through])
    }
  }

  /// The same observations with events and censorings in each other's place: the times for which
  /// they were watched, which events cut short.
  public var reversed: RightCensoredSample {
    RightCensoredSample(
      times: times, events: censored, censored: events, entryTimes: entryTimes, entries: entries)
  }

  /// The sum of no, one, two, ... elements.
  private static func sums(_ counts: [Int]) -> [Int] {
    var sums = [0]
    sums.reserveCapacity(counts.count + 1)
    for count in counts { sums.append(sums[sums.count - 1] + count) }
    return sums
  }
}
