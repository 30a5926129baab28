import CGSL

/// Several laws fitted to the same data, ordered by AIC, and what the data say of them.
///
/// Differences of AIC below 2 do not tell laws apart. The weights exp(-delta/2), made to sum to 1, are the laws' shares of the evidence. AIC
/// compares; it does not say that any law is right: that is what the goodness of fit is for. The delay of a delayed exponential law is not a regular
/// parameter; it counts as one, which flatters that law by less than 1 on average.
///
/// Source: Burnham and Anderson, Model Selection and Multimodel Inference (2nd ed., 2002), chapter 2.
public struct LawComparison: Sendable {
  /// A law in the comparison.
  public struct Entry: Sendable {
    /// The fit.
    public let fit: LawFit
    /// AIC less the smallest; nil for a fit that is no law.
    public let deltaAIC: Double?
    /// The share of the evidence; nil as above.
    public let weight: Double?
    /// The goodness of fit; nil when it was not asked for, or cannot be tested.
    public let goodnessOfFit: GoodnessOfFit?
  }

  /// The usable fits by ascending AIC, then the others.
  public let entries: [Entry]

  /// Fits families to right-censored times, and tests each fit when given a bootstrap.
  ///
  /// - Throws: as `LawFit`.
  public init(
    _ sample: RightCensoredSample, families: [LawFamily] = LawFamily.all, level: ConfidenceLevel = .standard,
    bootstrap: Bootstrap? = nil
  ) throws(SurvivalError) {
    var fits: [LawFit] = []
    for family in families { fits.append(try LawFit(family, sample, level: level)) }
    entries = Self.order(fits) { fit, analysis in
      bootstrap.flatMap { GoodnessOfFit(fit, sample, bootstrap: $0, analysis: analysis) }
    }
  }

  /// Fits families to interval-censored times.
  ///
  /// - Throws: as `LawFit`.
  public init(
    _ sample: IntervalCensoredSample, families: [LawFamily] = LawFamily.all, level: ConfidenceLevel = .standard,
    bootstrap: Bootstrap? = nil
  ) throws(SurvivalError) {
    var fits: [LawFit] = []
    for family in families { fits.append(try LawFit(family, sample, level: level)) }
    entries = Self.order(fits) { fit, analysis in
      bootstrap.flatMap { GoodnessOfFit(fit, sample, bootstrap: $0, analysis: analysis) }
    }
  }

  private static func order(_ fits: [LawFit], _ test: (LawFit, UInt32) -> GoodnessOfFit?) -> [Entry] {
    func criterion(_ fit: LawFit) -> Double { fit.isUsable ? fit.aic ?? .infinity : .infinity }
    let least = fits.reduce(Double.infinity) { min($0, criterion($1)) }
    let total = fits.reduce(0) { $0 + (criterion($1) < .infinity ? exp((least - criterion($1)) / 2) : 0) }
    let order = fits.indices.sorted { (criterion(fits[$0]), $0) < (criterion(fits[$1]), $1) }
    return order.map { index in
      let (fit, delta) = (fits[index], criterion(fits[index]) - least)
      let isUsable = criterion(fit) < .infinity
      return Entry(
        fit: fit, deltaAIC: isUsable ? delta : nil, weight: isUsable ? exp(-delta / 2) / total : nil,
        goodnessOfFit: isUsable ? test(fit, UInt32(index)) : nil)
    }
  }

  /// The laws within 2 of the smallest AIC, the best first.
  public var supported: [Entry] { entries.filter { ($0.deltaAIC ?? .infinity) < 2 } }

  /// The laws within 2 of the smallest AIC that their goodness of fit does not reject at 5 %; untested laws are not rejected.
  public var fitting: [Entry] { supported.filter { ($0.goodnessOfFit?.pValue ?? 1) >= 0.05 } }

  /// What the data say, in one sentence.
  public var sentence: String {
    guard let best = supported.first else {
      let reasons = Set(entries.map(\.fit.status.description)).sorted().joined(separator: "; ")
      return "No law can be fitted to these data (\(reasons))."
    }
    let tested = entries.contains { $0.goodnessOfFit != nil }
    guard let first = fitting.first else {
      let others = entries.filter { ($0.deltaAIC ?? 0) >= 2 && ($0.goodnessOfFit?.pValue ?? 0) >= 0.05 }.map(\.fit.family.name)
      let rest = others.isEmpty ? "" : "; not rejected, but behind by 2 or more in AIC: \(Self.list(others))"
      return
        "None of the laws fits the data: the best by AIC, the \(best.fit.family.name)\(Self.pieces(best)), is rejected (goodness of fit p = "
        + "\(Self.short(best.goodnessOfFit?.pValue ?? 0)))\(rest)."
    }
    let alike = fitting.dropFirst().filter { !Self.isPlain($0) }.map {
      "\($0.fit.family.name) (delta AIC \(Self.short($0.deltaAIC ?? 0)))"
    }
    let test =
      first.goodnessOfFit.map { " (goodness of fit p = \(Self.short($0.pValue)))" }
      ?? (tested ? "" : " (goodness of fit not tested)")
    let equals = alike.isEmpty ? "no other law is within 2 of its AIC" : "not distinguishable from it: \(Self.list(Array(alike)))"
    return "The data support the \(first.fit.family.name) law\(Self.pieces(first))\(test); \(equals)."
  }

  /// What the pieces of a piecewise law are.
  private static func pieces(_ entry: Entry) -> String {
    guard let law = entry.fit.law as? PiecewiseExponentialLaw, let cut = law.cuts.last, let rate = law.rates.last else { return "" }
    return " in \(law.rates.count) pieces, the last from \(short(cut)) on at rate \(short(rate))"
  }

  /// A piecewise law in one piece, which is the exponential law over again.
  private static func isPlain(_ entry: Entry) -> Bool { (entry.fit.law as? PiecewiseExponentialLaw)?.cuts.isEmpty ?? false }
  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
  /// Two digits after the first significant one.
  private static func short(_ value: Double) -> String {
    guard value > 0 else { return "0" }
    if (100..<1e15).contains(value) { return "\(Int(value.rounded()))" }
    let places = max(0, 2 - Int(log10(value).rounded(.down)))
    let power = exp(Double(places) * 2.302585092994046).rounded()
    return "\((value * power).rounded() / power)"
  }
}
