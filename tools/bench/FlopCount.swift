/// The floating-point operations of one SGD step on the 2 x 2 problem, hidden width h, as the
/// formula of `Network.step` has them.
///
/// A multiply-add counts 2, a multiplication, an addition and a subtraction 1. A dot product of
/// length n is a multiplication and n - 1 multiply-adds. The outer layers' data term touches one
/// column of W_1 and one row of W_L.
struct FlopCount: Equatable {
  let depth: Int
  let width: Int

  private var inner: Int { depth - 2 }
  /// W_l v and W_l^T u of the inner layers.
  var products: Int { inner * 2 * width * (2 * width - 1) }
  /// u . v - a_k, times the pull.
  var residual: Int { 2 * width - 1 + 2 }
  /// Every weight times the decay.
  var decay: Int { inner * width * width + 2 * 2 * width }
  /// g u, and the rank-one terms added: multiply-adds on the decayed weights.
  var update: Int { inner * (width + 2 * width * width) + 2 * 2 * width }
  /// All of them.
  var total: Int { products + residual + decay + update }

  /// How many of the operations are multiply-adds, and how many instructions the rest takes.
  var instructions: (fused: Int, plain: Int) {
    let fused = inner * (2 * width * (width - 1) + width * width) + (width - 1) + 2 * width
    return (fused, total - 2 * fused)
  }

  /// The share of the peak that these operations reach when every one of them takes an issue slot
  /// of a multiply-add, and nothing else does.
  var ceiling: Double {
    let (fused, plain) = instructions
    return Double(total) / Double(2 * (fused + plain))
  }
}
