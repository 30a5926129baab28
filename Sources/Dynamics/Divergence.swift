/// When a chain has diverged.
public enum Divergence {
  /// A chain has diverged at the first step at which sum_l ||W_l||_F^2 is not at most this; NaN counts. SGD's minima lie near 3,
  /// and a chain beyond 10^6 in norm goes on to its (2L - 1)th power at every step: it does not come back.
  public static let squaredNormLimit = 1e12
}
