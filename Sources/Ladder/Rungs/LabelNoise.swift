// Unsafe code: the shifts of a span are scaled in their buffer.
import RandomStreams

/// SGD with noisy labels: the entry that is drawn shows its value a_k with fresh Gaussian noise.
///
///     W_l <- decay W_l - pull (A_k - a_k - std xi) dA_k/dW_l,    k uniform, xi standard normal
///
/// The mean drift is SGD's. The covariance of a step's gradient is Sigma + c_data^2 std^2 (1/N)
/// sum_k grad A_k grad A_k^T, which does not vanish where all entries fit. Rounding: std * xi, and
/// its sum with a_k.
///
/// Sources: G. Blanc, N. Gupta, G. Valiant and P. Valiant, COLT 2020, arXiv:1904.09080; A. Damian,
/// T. Ma and J. D. Lee, NeurIPS 2021, arXiv:2106.06530.
struct LabelNoise: RungKind {
  static let word = "label-noise"
  static let noise =
    "that of `sgd`, and eta c_data std xi grad A_K: the value a_K is seen with fresh noise"
  static let options = [
    KindOption("std", "the standard deviation of the values' noise", .number, example: .number(0.1))
  ]

  private let std: Double

  init(_ values: KindOption.Values) { std = values.number("std") }

  var family: StepFamily { .shiftedEntry }
  var entries: EntryLaw { .independent(1) }
  func normals(entries: Int, parameters: Int) -> Int { 1 }

  func draws(of chain: ChainNumbers) -> @Sendable (_ step: Int) -> StepDraw {
    let (choice, address) = (EntryChoice(among: chain.entries), chain.address(.entries))
    let (normals, noise, std) = (NormalDraws(count: 1, substeps: 1), chain.address(.noise), std)
    return { step in
      .shiftedEntry(
        choice.entry(at: step, of: address),
        shift: std * normals.normals(step: step, of: noise)[0][0])
    }
  }

  func laneDraws(_ numbers: BatchNumbers) -> any LaneDraws {
    let (choice, normals) = (
      EntryChoice(among: numbers.entries), NormalDraws(count: 1, substeps: 1)
    )
    let scale = SIMD4(repeating: std)
    return EntryDraws { output, span in
      choice.fill(output, first: span.step, chains: span.chains, stream: numbers.stream)
    } shifts: { output, span in
      normals.fill(
        output, first: span.step, steps: Span.steps, chains: span.chains, stream: numbers.stream)
      for index in 0..<Span.steps { output[index] = scale * output[index] }
    }
  }
}

extension Rung {
  /// SGD in which the value of the entry that is drawn has noise of standard deviation `std` >= 0.
  public static func labelNoise(std: Double) -> Rung {
    Rung(LabelNoise.self, ["std": .number(std)])
  }
}
