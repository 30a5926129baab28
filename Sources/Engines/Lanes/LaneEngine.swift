// Unsafe code: hands pointers on to the kernels.
import AbsorbingSets
import DeepLinear

/// A kernel by the networks that it serves and the family of the rung. The types are spelled out,
/// not hidden behind the protocol: the compiler makes fast loops of a generic kernel only where it
/// sees which step it takes.
enum LaneEngine {
  case pairEntries(PairKernel<PairEntryStep<NothingAdded>>)
  case pairShifted(PairKernel<PairEntryStep<Added>>)
  case pairMix(PairKernel<PairMixStep<NothingAdded>>)
  case pairKicked(PairKernel<PairMixStep<Added>>)
  case entries(GeneralKernel<GeneralEntryStep<NothingAdded>>)
  case shifted(GeneralKernel<GeneralEntryStep<Added>>)
  case mix(GeneralKernel<GeneralMixStep<NothingAdded>>)
  case kicked(GeneralKernel<GeneralMixStep<Added>>)

  /// `LaneKernel.run`.
  func run(_ quartets: UnsafeBufferPointer<QuartetMemory>, steps: Int) {
    switch self {
    case .pairEntries(let kernel): kernel.run(quartets, steps: steps)
    case .pairShifted(let kernel): kernel.run(quartets, steps: steps)
    case .pairMix(let kernel): kernel.run(quartets, steps: steps)
    case .pairKicked(let kernel): kernel.run(quartets, steps: steps)
    case .entries(let kernel): kernel.run(quartets, steps: steps)
    case .shifted(let kernel): kernel.run(quartets, steps: steps)
    case .mix(let kernel): kernel.run(quartets, steps: steps)
    case .kicked(let kernel): kernel.run(quartets, steps: steps)
    }
  }

  /// `LaneKernel.runScreened`.
  func runScreened(
    _ quartets: UnsafeBufferPointer<QuartetMemory>, steps: Int,
    suspects: UnsafeMutablePointer<SIMD4<Int64>>
  ) {
    switch self {
    case .pairEntries(let kernel): kernel.runScreened(quartets, steps: steps, suspects: suspects)
    case .pairShifted(let kernel): kernel.runScreened(quartets, steps: steps, suspects: suspects)
    case .pairMix(let kernel): kernel.runScreened(quartets, steps: steps, suspects: suspects)
    case .pairKicked(let kernel): kernel.runScreened(quartets, steps: steps, suspects: suspects)
    case .entries(let kernel): kernel.runScreened(quartets, steps: steps, suspects: suspects)
    case .shifted(let kernel): kernel.runScreened(quartets, steps: steps, suspects: suspects)
    case .mix(let kernel): kernel.runScreened(quartets, steps: steps, suspects: suspects)
    case .kicked(let kernel): kernel.runScreened(quartets, steps: steps, suspects: suspects)
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
    case .pairShifted(let kernel):
      kernel.runWatched(quartet, steps: steps, standings: &standings, report: report)
    case .pairMix(let kernel):
      kernel.runWatched(quartet, steps: steps, standings: &standings, report: report)
    case .pairKicked(let kernel):
      kernel.runWatched(quartet, steps: steps, standings: &standings, report: report)
    case .entries(let kernel):
      kernel.runWatched(quartet, steps: steps, standings: &standings, report: report)
    case .shifted(let kernel):
      kernel.runWatched(quartet, steps: steps, standings: &standings, report: report)
    case .mix(let kernel):
      kernel.runWatched(quartet, steps: steps, standings: &standings, report: report)
    case .kicked(let kernel):
      kernel.runWatched(quartet, steps: steps, standings: &standings, report: report)
    }
  }
}
