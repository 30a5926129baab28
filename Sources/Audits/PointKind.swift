/// How an audited point came to be.
public enum PointKind: String, CaseIterable, Sendable {
  /// SGD was there.
  case visited
  /// All layers' singular values beyond r raised together until the rank sum is r + eps2.
  case rank
  /// One layer's singular values beyond r raised until its rank sum is r + eps2.
  case rankOfOneLayer = "rank of one layer"
  /// W_l times 1 + x and W_{l+1} by 1 + x, until the balance is eps1.
  case balance
  /// W_l times I + x S, S symmetric and random, until the balance is eps1.
  case balanceTurned = "balance, turned"
  /// All layers times 1 + x until the largest squared norm is C.
  case bound
  /// At the edge of the rank, then of the balance.
  case rankAndBalance = "rank and balance"
  /// At the edge of the rank, then of the bound.
  case rankAndBound = "rank and bound"
  /// At the edge of the rank, then of the bound, then of the balance.
  case corner = "rank, bound and balance"

  /// Its place in the order of the tables.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
