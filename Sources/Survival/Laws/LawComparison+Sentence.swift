import CGSL

extension LawComparison {
  /// What the data say, in one sentence: the law with the smallest AIC and those within 2 of it,
  /// each with its goodness of fit; or that no law fits.
  ///
  /// "Not rejected" is no proof of a law. A p-value that no replicate reached is given as "at most
  /// 1/(B + 1)".
  public var sentence: String {
    guard let best = supported.first else {
      let reasons = Set(entries.map(\.fit.status.description)).sorted().joined(separator: "; ")
      return "No law can be fitted to these data (\(reasons))."
    }
    let compared = entries.filter { $0.deltaAIC != nil }
    let naming =
      "mallest AIC: the \(best.fit.family.name) law\(Self.pieces(best)) (\(Self.verdict(best)))"
    let rivals = supported.dropFirst().map {
      "\($0.fit.family.name) (delta AIC \(Self.short($0.deltaAIC ?? 0)), \(Self.verdict($0)))"
    }
    let nearby =
      "; within 2 of it: " + (rivals.isEmpty ? "no other law" : rivals.joined(separator: ", "))
    if compared.allSatisfy(\.isRejected) {
      return "None of the laws fits the data. S" + naming + nearby + "."
    }
    guard best.isRejected else { return "S" + naming + nearby + "." }
    let fits = compared.filter { !$0.isRejected && $0.goodnessOfFit != nil }
    let (near, behind) = (fits.filter { $0.isSupported }, fits.filter { !$0.isSupported })
    let kept = near.isEmpty ? "" : "; not rejected within 2: \(Self.names(near))"
    let left = behind.isEmpty ? "" : "; not rejected, but 2 or more behind: \(Self.names(behind))"
    return "S" + naming + nearby + kept + left + "."
  }

  /// What the pieces of a piecewise law are.
  private static func pieces(_ entry: Entry) -> String {
    guard let law = entry.fit.law as? PiecewiseExponentialLaw, let cut = law.cuts.last,
      let rate = law.rates.last
    else { return "" }
    return
      " in \(law.rates.count) pieces, the last from \(short(cut)) on at rate \(short(rate)), given the cuts"
  }

  /// What the goodness of fit says.
  private static func verdict(_ entry: Entry) -> String {
    guard let test = entry.goodnessOfFit else { return "goodness of fit not tested" }
    let value = (test.isAtFloor ? "p at most " : "p = ") + short(test.pValue)
    return (entry.isRejected ? "rejected, " : "goodness of fit ") + value
  }

  private static func names(_ entries: [Entry]) -> String {
    entries.map(\.fit.family.name).joined(separator: ", ")
  }

  /// Two digits after the first significant one.
  private static func short(_ value: Double) -> String {
    guard value > 0 else { return "0" }
    if (100..<1e15).contains(value) { return "\(Int(value.rounded()))" }
    let places = max(0, 2 - Int(log10(value).rounded(.down)))
    let power = exp(Double(places) * 2.302585092994046).rounded()
    return "\((value * power).rounded() / power)"
  }
}

extension LawComparison.Entry {
  /// Whether the law is within 2 of the smallest AIC.
  fileprivate var isSupported: Bool { (deltaAIC ?? .infinity) < 2 }
}
