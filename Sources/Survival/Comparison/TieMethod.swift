/// How Cox's partial likelihood treats events at one time.
public enum TieMethod: String, CaseIterable, Sendable {
  /// The r-th of d tied events (r = 0, 1, ...) has a risk set from which the share r/d of the d has
  /// gone. Close to the exact likelihood also under heavy ties. Efron (1977),
  /// doi:10.1080/01621459.1977.10480613.
  case efron
  /// Every tied event has the whole risk set. Shrinks hazard ratios towards 1 under heavy ties.
  /// Breslow (1974), doi:10.2307/2529620.
  case breslow
}
