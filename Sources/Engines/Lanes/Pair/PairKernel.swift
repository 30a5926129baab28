// Unsafe code: weights are read and written through the quartets' pointers.
import AbsorbingSets
import DeepLinear

/// The kernel of networks whose every width is 2: `inner` layers between the first and the last, L
/// = inner + 2.
///
/// The number of layers is part of a type (`InnerLayers`), and so is the family of the rung
/// (`PairStep`): loops over layers unroll and all but the weights stays in registers. The chain of
/// dependent operations of a step is about 40 cycles long: `LaneMover` keeps four quartets in
/// flight to fill them.
final class PairKernel<Step: PairStep>: LaneKernel {
  private typealias Mask = SIMDMask<SIMD4<Int64>>

  private let inner: Int
  private let step: Step
  private let screen: PairScreen
  private let membership: PairMembership
  private let rank: Int

  /// A kernel for networks of these widths, all of them 2, that move by `step`.
  init(event: AbsorbingSet, depth: Int, step: Step) {
    precondition(
      (2...PairLanes.deepest).contains(depth), "the pair kernel is not unrolled for this depth")
    inner = depth - 2
    self.step = step
    screen = PairScreen(event)
    membership = PairMembership(event)
    rank = event.rank
  }

  func run(_ quartets: UnsafeBufferPointer<QuartetMemory>, steps: Int) {
    switch inner {
    case 0: moved(InnerLayers<0>(), quartets, steps)
    case 1: moved(InnerLayers<1>(), quartets, steps)
    case 2: moved(InnerLayers<2>(), quartets, steps)
    case 3: moved(InnerLayers<3>(), quartets, steps)
    default: moved(InnerLayers<4>(), quartets, steps)
    }
  }

  func runScreened(
    _ quartets: UnsafeBufferPointer<QuartetMemory>, steps: Int,
    suspects: UnsafeMutablePointer<SIMD4<Int64>>
  ) {
    switch (inner, screen.countsTrace) {
    case (0, false): screened(InnerLayers<0>(), false, quartets, steps, suspects)
    case (1, false): screened(InnerLayers<1>(), false, quartets, steps, suspects)
    case (2, false): screened(InnerLayers<2>(), false, quartets, steps, suspects)
    case (3, false): screened(InnerLayers<3>(), false, quartets, steps, suspects)
    case (_, false): screened(InnerLayers<4>(), false, quartets, steps, suspects)
    case (0, true): screened(InnerLayers<0>(), true, quartets, steps, suspects)
    case (1, true): screened(InnerLayers<1>(), true, quartets, steps, suspects)
    case (2, true): screened(InnerLayers<2>(), true, quartets, steps, suspects)
    case (3, true): screened(InnerLayers<3>(), true, quartets, steps, suspects)
    case (_, true): screened(InnerLayers<4>(), true, quartets, steps, suspects)
    }
  }

  func runWatched(
    _ quartet: QuartetMemory, steps: Int, standings: inout [Standing],
    report: (Int, Int, Standing) -> Void
  ) {
    switch inner {
    case 0: watched(InnerLayers<0>(), quartet, steps, &standings, report)
    case 1: watched(InnerLayers<1>(), quartet, steps, &standings, report)
    case 2: watched(InnerLayers<2>(), quartet, steps, &standings, report)
    case 3: watched(InnerLayers<3>(), quartet, steps, &standings, report)
    default: watched(InnerLayers<4>(), quartet, steps, &standings, report)
    }
  }

  @inline(__always)
  private func moved<let count: Int>(
    _ inner: InnerLayers<count>, _ quartets: UnsafeBufferPointer<QuartetMemory>, _ steps: Int
  ) {
    // A copy: what is read through the pointers cannot be the step itself, as the compiler now
    // knows.
    let step = step
    for index in 0..<(steps * step.substeps) {
      for quartet in 0..<quartets.count { _ = step(inner, quartets[quartet], index) }
    }
  }

  @inline(__always)
  private func screened<let count: Int>(
    _ inner: InnerLayers<count>, _ countsTrace: Bool,
    _ quartets: UnsafeBufferPointer<QuartetMemory>, _ steps: Int,
    _ suspects: UnsafeMutablePointer<SIMD4<Int64>>
  ) {
    let (step, screen) = (step, screen)
    var index = 0
    for _ in 0..<steps {
      for _ in 1..<step.substeps {
        for quartet in 0..<quartets.count { _ = step(inner, quartets[quartet], index) }
        index += 1
      }
      for quartet in 0..<quartets.count {
        let first = step(inner, quartets[quartet], index)
        suspects[quartet] |= LaneBits.bits(screen.margin(first, countsTrace))
      }
      index += 1
    }
  }

  @inline(__always)
  private func watched<let count: Int>(
    _ inner: InnerLayers<count>, _ quartet: QuartetMemory, _ steps: Int,
    _ standings: inout [Standing],
    _ report: (Int, Int, Standing) -> Void
  ) {
    var (wasInside, wasCollapsed) = (Mask(repeating: false), Mask(repeating: false))
    var (wasRanked, wasBounded) = (Mask(repeating: false), Mask(repeating: false))
    for lane in 0..<4 {
      wasInside[lane] = standings[lane].level != nil
      wasCollapsed[lane] = standings[lane].level == 0
      wasRanked[lane] = standings[lane] != .outside(.rank)
      wasBounded[lane] = wasRanked[lane] && standings[lane] != .outside(.bound)
    }
    let (step, membership) = (step, membership)
    for offset in 0..<steps {
      for part in 0..<step.substeps { _ = step(inner, quartet, offset * step.substeps + part) }
      let now = membership(layers: LaneBits.layers(quartet.weights), depth: count + 2)
      let moved = (now.inside .^ wasInside) .| (now.collapsed .^ wasCollapsed)
      guard any(moved .| (now.ranked .^ wasRanked) .| (now.bounded .^ wasBounded)) else { continue }
      for lane in 0..<4 {
        let standing = now.standing(lane: lane, rank: rank)
        guard standing != standings[lane] else { continue }
        standings[lane] = standing
        report(lane, offset + 1, standing)
      }
      (wasInside, wasCollapsed, wasRanked, wasBounded) = (
        now.inside, now.collapsed, now.ranked, now.bounded
      )
    }
  }
}
