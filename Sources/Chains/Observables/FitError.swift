import DeepLinear

/// (1/N) sum over the observed entries of (A_k - a_k)^2, whatever the convention.
package enum FitError: ObservableKind {
  package static let word = "fit-error"
  package static let isStandard = true

  package static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    [
      ObservableColumn(
        "fit_error", "the mean of (A_k - a_k)^2 over the observed entries, in every convention")
    ]
  }

  package static func values(_ seen: SeenNetwork) -> [Double] {
    [seen.law.problem.fitError(of: seen.product)]
  }
}

/// The regularised loss whose gradient is the mean drift of the chain's step:
///
///     (c_data / 2N) sum_k (A_k - a_k)^2 + (c_reg lambda / 2) sum_l ||W_l||_F^2
///
/// with lambda of the step. Source: Wang and Jacot (ICLR 2024), section 2.
package enum Loss: ObservableKind {
  package static let word = "loss"

  package static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    [
      ObservableColumn(
        "loss", "the regularised loss of the study's convention, with lambda of the step")
    ]
  }

  package static func values(_ seen: SeenNetwork) -> [Double] {
    let convention = seen.law.convention
    let data = convention.dataFactor / 2 * seen.law.problem.fitError(of: seen.product)
    let loss = data + convention.ridgeFactor * seen.phase.ridge / 2 * seen.network.squaredNorm
    return loss.isFinite ? [loss] : []
  }
}
