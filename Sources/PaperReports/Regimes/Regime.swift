import Chains
import Ladder

/// What became of a chain within the horizon, and what rules where most chains do it.
///
/// A chain that leaves every bound counts as diverging also where it had entered B_r before: it is
/// not at low rank in the end.
public enum Regime: String, CaseIterable, Equatable, Sendable {
  /// It was not seen in B_r by the horizon.
  case stays
  /// It entered B_r, and was not seen in B_0 while it was followed.
  case enters
  /// It entered B_r and was seen in B_0.
  case collapses
  /// Its weights left every bound, before an entry or while it was followed after one.
  case diverges

  /// What a chain did.
  public init(_ outcome: ChainOutcome) {
    switch outcome.kind {
    case .censored: self = .stays
    case .diverged: self = .diverges
    case .entered where outcome.divergesAfterEntry: self = .diverges
    case .entered: self = outcome.collapseTime == nil ? .enters : .collapses
    }
  }
}
