extension IntervalCensoredSample {
  /// Whether all observations share the times of their inspections, as rows of one log do: every
  /// interval lies between neighbours among all ends seen, no event is exact and nobody enters
  /// late. Then the bootstrap band of `TurnbullEstimate` is sound.
  public var hasCommonInspections: Bool { commonInspections != nil }
}
