// Unsafe code: weights are read and written through the quartets' pointers.
import AbsorbingSets
import DeepLinear
import Ladder

/// The kernel of any other network: loops over layers, rows and columns, four chains to a vector.
///
/// The entry screen costs w_1 d_in (d_in + 1)/2 multiply-adds a chain beside the step. Membership,
/// where it is asked for, goes chain by chain.
final class GeneralKernel<Step: GeneralStep>: LaneKernel {
  private let widths: [Int]
  private let step: Step
  private let screen: EntryScreen
  private let membership: Membership

  /// A kernel for networks of these widths that move by `step`.
  init(event: AbsorbingSet, widths: [Int], step: Step) {
    (self.widths, self.step) = (widths, step)
    screen = EntryScreen(event, smallerSide: min(widths[0], widths[1]))
    membership = Membership(event)
  }

  func run(_ quartets: UnsafeBufferPointer<QuartetMemory>, steps: Int) {
    withScratch { scratch in
      for quartet in quartets {
        for index in 0..<(steps * step.substeps) { step(quartet, index, scratch) }
      }
    }
  }

  func runScreened(
    _ quartets: UnsafeBufferPointer<QuartetMemory>, steps: Int,
    suspects: UnsafeMutablePointer<SIMD4<Int64>>
  ) {
    withScratch { scratch in
      for index in quartets.indices {
        for offset in 0..<steps {
          move(quartets[index], offset, scratch)
          suspects[index].replace(with: -1, where: mayBeInside(quartets[index].weights))
        }
      }
    }
  }

  func runWatched(
    _ quartet: QuartetMemory, steps: Int, standings: inout [Standing],
    report: (Int, Int, Standing) -> Void
  ) {
    withScratch { scratch in
      for offset in 0..<steps {
        move(quartet, offset, scratch)
        let (candidates, isLimited) = (mayBeInside(quartet.weights), isWithinLimit(quartet.weights))
        for lane in 0..<4 {
          // What the screen rejects breaks the condition on the rank; beyond the limit of
          // divergence the screen is not asked.
          let standing =
            candidates[lane] || !isLimited[lane]
            ? membership.standing(
              of: LaneWeights.network(quartet.weights, lane: lane, widths: widths))
            : .outside(.rank)
          if standing != standings[lane] {
            standings[lane] = standing
            report(lane, offset + 1, standing)
          }
        }
      }
    }
  }

  private func move(
    _ quartet: QuartetMemory, _ offset: Int, _ scratch: UnsafeMutablePointer<SIMD4<Double>>
  ) {
    for part in 0..<step.substeps { step(quartet, offset * step.substeps + part, scratch) }
  }

  private func withScratch(_ body: (UnsafeMutablePointer<SIMD4<Double>>) -> Void) {
    withUnsafeTemporaryAllocation(of: SIMD4<Double>.self, capacity: max(step.scratch, 1)) {
      buffer in
      guard let base = buffer.baseAddress else { return }
      base.initialize(repeating: .zero, count: buffer.count)
      body(base)
    }
  }

  /// The lanes whose weights are within the limit of divergence.
  private func isWithinLimit(_ weights: UnsafePointer<SIMD4<Double>>) -> SIMDMask<SIMD4<Int64>> {
    var norm = SIMD4<Double>.zero
    for index in 0..<zip(widths, widths.dropFirst()).reduce(0, { $0 + $1.0 * $1.1 }) {
      norm = norm.addingProduct(weights[index], weights[index])
    }
    return norm .<= Divergence.squaredNormLimit
  }

  /// The lanes that the entry screen lets through.
  private func mayBeInside(_ weights: UnsafePointer<SIMD4<Double>>) -> SIMDMask<SIMD4<Int64>> {
    let (rows, columns) = (widths[1], widths[0])
    let traces =
      rows <= columns
      ? GramTraces.of(rows: rows, columns: columns) { weights[$0 * columns + $1] }
      : GramTraces.of(rows: columns, columns: rows) { weights[$1 * columns + $0] }
    return .!screen.rejects(trace: traces.trace, traceOfSquare: traces.ofSquare)
  }
}
