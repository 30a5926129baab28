// Unsafe code: weights are read and written through the quartets' pointers.
import AbsorbingSets
import DeepLinear

/// The kernel of any other network: loops over layers, rows and columns, four chains to a vector.
///
/// The entry screen costs w_1 d_in (d_in + 1)/2 multiply-adds a chain beside the step. Membership, where it is asked for, goes chain by chain.
final class GeneralKernel<Step: GeneralStep>: LaneKernel {
  private let widths: [Int]
  private let step: Step
  private let screen: EntryScreen
  private let membership: Membership

  /// A kernel for networks of these widths that move by `step`.
  init(law: ChainLaw, widths: [Int], step: Step) {
    (self.widths, self.step) = (widths, step)
    screen = EntryScreen(law.event, smallerSide: min(widths[0], widths[1]))
    membership = Membership(law.event)
  }

  func run(_ quartets: UnsafeBufferPointer<QuartetMemory>, steps: Int) {
    withScratch { scratch in
      for quartet in quartets {
        for index in 0..<(steps * step.substeps) { step(quartet, index, scratch) }
      }
    }
  }

  func runScreened(_ quartets: UnsafeBufferPointer<QuartetMemory>, steps: Int, suspects: UnsafeMutablePointer<SIMD4<Int64>>) {
    withScratch { scratch in
      for index in quartets.indices {
        for offset in 0..<steps {
          move(quartets[index], offset, scratch)
          for lane in 0..<4 where mayBeInside(quartets[index].weights, lane) { suspects[index][lane] = -1 }
        }
      }
    }
  }

  func runWatched(_ quartet: QuartetMemory, steps: Int, levels: inout [Int?], report: (Int, Int, Int?) -> Void) {
    withScratch { scratch in
      for offset in 0..<steps {
        move(quartet, offset, scratch)
        for lane in 0..<4 {
          let level =
            mayBeInside(quartet.weights, lane)
            ? membership.level(of: LaneWeights.network(quartet.weights, lane: lane, widths: widths)) : nil
          if level != levels[lane] {
            levels[lane] = level
            report(lane, offset + 1, level)
          }
        }
      }
    }
  }

  private func move(_ quartet: QuartetMemory, _ offset: Int, _ scratch: UnsafeMutablePointer<SIMD4<Double>>) {
    for part in 0..<step.substeps { step(quartet, offset * step.substeps + part, scratch) }
  }

  private func withScratch(_ body: (UnsafeMutablePointer<SIMD4<Double>>) -> Void) {
    withUnsafeTemporaryAllocation(of: SIMD4<Double>.self, capacity: max(step.scratch, 1)) { buffer in
      guard let base = buffer.baseAddress else { return }
      base.initialize(repeating: .zero, count: buffer.count)
      body(base)
    }
  }

  /// The entry screen on W_1 of one lane.
  private func mayBeInside(_ weights: UnsafePointer<SIMD4<Double>>, _ lane: Int) -> Bool {
    let (rows, columns) = (widths[1], widths[0])
    let traces = GramTraces.of(rows: min(rows, columns), columns: max(rows, columns)) { i, j in
      rows <= columns ? weights[i * columns + j][lane] : weights[j * columns + i][lane]
    }
    return !screen.rejects(trace: traces.trace, traceOfSquare: traces.ofSquare)
  }
}
