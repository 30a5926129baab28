// Unsafe code: hands pointers on to the kernels.
import AbsorbingSets
import DeepLinear

/// A kernel by the networks that it serves and the family of the rung. The types are spelled out, not hidden behind the protocol: the compiler
/// makes fast loops of a generic kernel only where it sees which step it takes.
enum LaneEngine {
  case pairEntries(PairKernel<PairEntryStep>)
  case pairWeights(PairKernel<PairWeightedStep<NoKick>>)
  case pairKicks(PairKernel<PairWeightedStep<AddedKick>>)
  case entries(GeneralKernel<GeneralEntryStep>)
  case weights(GeneralKernel<GeneralWeightedStep<NoKick>>)
  case kicks(GeneralKernel<GeneralWeightedStep<AddedKick>>)

  /// `LaneKernel.run`.
  func run(_ quartets: UnsafeBufferPointer<QuartetMemory>, steps: Int) {
    switch self {
    case .pairEntries(let kernel): kernel.run(quartets, steps: steps)
    case .pairWeights(let kernel): kernel.run(quartets, steps: steps)
    case .pairKicks(let kernel): kernel.run(quartets, steps: steps)
    case .entries(let kernel): kernel.run(quartets, steps: steps)
    case .weights(let kernel): kernel.run(quartets, steps: steps)
    case .kicks(let kernel): kernel.run(quartets, steps: steps)
    }
  }

  /// `LaneKernel.runScreened`.
  func runScreened(_ quartets: UnsafeBufferPointer<QuartetMemory>, steps: Int, suspects: UnsafeMutablePointer<SIMD4<Int64>>) {
    switch self {
    case .pairEntries(let kernel): kernel.runScreened(quartets, steps: steps, suspects: suspects)
    case .pairWeights(let kernel): kernel.runScreened(quartets, steps: steps, suspects: suspects)
    case .pairKicks(let kernel): kernel.runScreened(quartets, steps: steps, suspects: suspects)
    case .entries(let kernel): kernel.runScreened(quartets, steps: steps, suspects: suspects)
    case .weights(let kernel): kernel.runScreened(quartets, steps: steps, suspects: suspects)
    case .kicks(let kernel): kernel.runScreened(quartets, steps: steps, suspects: suspects)
    }
  }

  /// `LaneKernel.runWatched`.
  func runWatched(
    _ quartet: QuartetMemory, steps: Int, standings: inout [Standing],
    report: (_ lane: Int, _ done: Int, _ standing: Standing) -> Void
  ) {
    switch self {
    case .pairEntries(let kernel):
      kernel.runWatched(quartet, steps: steps, standings: &standings, report: report)
    case .pairWeights(let kernel):
      kernel.runWatched(quartet, steps: steps, standings: &standings, report: report)
    case .pairKicks(let kernel):
      kernel.runWatched(quartet, steps: steps, standings: &standings, report: report)
    case .entries(let kernel):
      kernel.runWatched(quartet, steps: steps, standings: &standings, report: report)
    case .weights(let kernel):
      kernel.runWatched(quartet, steps: steps, standings: &standings, report: report)
    case .kicks(let kernel):
      kernel.runWatched(quartet, steps: steps, standings: &standings, report: report)
    }
  }
}
