import AbsorbingSets

/// When a chain has diverged.
public enum Divergence {
  /// sum_l ||W_l||_F^2 beyond which a chain has diverged; NaN counts. It is judged after every span
  /// of 32 steps, at multiples of 32 in every engine, and the divergence is then the first step of
  /// that span that was beyond: a chain that comes back within a span has not diverged. SGD's
  /// minima lie near 3, and a chain beyond 10^6 in norm goes on to its (2L - 1)th power at every
  /// step: it does not come back. No set reaches beyond it, so that no chain diverges inside one.
  public static var squaredNormLimit: Double { AbsorbingSet.largestBound }
}
