import Survival

/// What a tally says of an interval.
enum CoverageReading: Equatable {
  /// The level is one of the coverages that the tally allows.
  case asStated
  /// Above the level, by construction.
  case conservative
  /// Above the level.
  case above
  /// Below the level, and why.
  case knownDefect(String)
  /// Below the level, and nobody has said why.
  case unexplained
  /// No data set had an interval.
  case nothing

  /// Coverages are told from the level where an exact interval at this level does not hold it: with
  /// some 300 tallies on the page, 0.3 would be told from it by chance.
  static let judgement = (try? ConfidenceLevel(0.999)) ?? .standard

  init(_ tally: Tally, of kind: IntervalKind, at scenario: Scenario) {
    guard let coverage = tally.coverage, let allowed = tally.interval(level: Self.judgement) else {
      self = .nothing
      return
    }
    let level = ConfidenceLevel.standard.value
    if allowed.contains(level) {
      self = .asStated
    } else if coverage > level {
      self = kind.isExact ? .conservative : .above
    } else if let defect = kind.defects.first(where: { $0.holds(at: scenario) }) {
      self = .knownDefect(defect.text)
    } else {
      self = .unexplained
    }
  }

  /// In a row of the details.
  var text: String {
    switch self {
    case .asStated: "as stated"
    case .conservative: "above, by construction"
    case .above: "above"
    case .knownDefect(let text): "BELOW: \(text)"
    case .unexplained: "BELOW: not explained"
    case .nothing: "no interval at all"
    }
  }

  /// Beside a figure in the overview.
  var sign: String {
    switch self {
    case .asStated, .nothing: ""
    case .conservative, .above: " +"
    case .knownDefect: " -"
    case .unexplained: " - (!)"
    }
  }

  /// Why the level is not reached; nil when it is.
  var shortfall: String? {
    switch self {
    case .knownDefect(let text): text
    case .unexplained: "not explained"
    default: nil
    }
  }
}
