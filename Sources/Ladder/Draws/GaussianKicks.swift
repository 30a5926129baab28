// Unsafe code: the buffers of normal numbers and of kicks.
import DeepLinear
import RandomStreams

/// The kicks of the additive rungs beside gradient descent: `ReferenceWalk.kick` in every lane.
final class GaussianKicks: LaneDraws {
  private let kind: any RungKind
  private let parameters: Int
  private let substeps: Int
  private let perSubstep: Int
  /// Whether kicks go along directions.
  private let isDirected: Bool
  /// None where a substep takes no number: along the directions of a single entry.
  private let draws: NormalDraws?
  private let numbers: BatchNumbers
  private let descent: EqualMix
  private var noises = [MinimumNoise.Summary?](repeating: nil, count: Lanes.count)
  private let scale = QuartetBuffer(repeating: SIMD4<Double>.zero, count: 1)
  /// n_1 ... n_{N-1} of `MinimumNoise`, P vectors each; none where kicks go everywhere.
  private let directions: QuartetBuffer<SIMD4<Double>>
  /// One quartet's at a time, where they are not the kicks themselves.
  private let normals: UnsafeMutablePointer<SIMD4<Double>>
  private let kicks: QuartetBuffer<SIMD4<Double>>
  let longestStretch: Int

  init(_ kind: some RungKind, _ numbers: BatchNumbers) {
    (self.kind, self.numbers, parameters) = (kind, numbers, numbers.parameters)
    substeps = kind.substeps
    isDirected = kind.family.keepsDirections
    perSubstep = kind.normals(entries: numbers.entries, parameters: parameters)
    draws = perSubstep > 0 ? NormalDraws(count: perSubstep, substeps: substeps) : nil
    descent = EqualMix(entries: numbers.entries)
    let drawn = isDirected ? perSubstep : 0
    longestStretch = DrawStretch.longest(vectorsPerStep: (parameters + drawn) * substeps)
    kicks = QuartetBuffer(repeating: .zero, count: longestStretch * substeps * parameters)
    normals = .allocate(capacity: longestStretch * substeps * drawn)
    normals.initialize(repeating: .zero, count: longestStretch * substeps * drawn)
    directions = QuartetBuffer(repeating: .zero, count: drawn * parameters)
  }

  deinit { normals.deallocate() }

  func memory(of quartet: Int, first: Int) -> QuartetDraws {
    var memory = descent.memory(of: quartet, first: first)
    memory.kicks = UnsafePointer(kicks[quartet])
    return memory
  }

  func load(_ noise: MinimumNoise?, lane: Int) {
    noises[lane] = noise?.summary
    guard isDirected, let noise else { return }
    for (q, direction) in noise.directions.enumerated() {
      for (index, value) in direction.enumerated() {
        directions[lane / 4][q * parameters + index][lane % 4] = value
      }
    }
  }

  func vacate(lane: Int) {
    noises[lane] = nil
    scale[lane / 4].pointee[lane % 4] = 0
  }

  func enter(_ phase: Schedule.Phase, _ coefficients: StepCoefficients, lane: Int) {
    descent.enter(phase, coefficients, lane: lane)
    scale[lane / 4].pointee[lane % 4] = kind.kickScale(
      phase, noise: noises[lane], parameters: parameters)
  }

  func draw(quartet: Int, of span: QuartetSpan, first: Int, steps: Int, push: SIMD4<Double>) {
    let (kicks, scale) = (kicks[quartet], scale[quartet].pointee)
    let parts = steps * substeps
    guard isDirected else {
      fill(kicks, span, first, steps)
      for index in 0..<(parts * parameters) { kicks[index] = scale * kicks[index] }
      return
    }
    fill(normals, span, first, steps)
    for part in 0..<parts where perSubstep > 0 {
      combine(kicks + part * parameters, scale, normals + part * perSubstep, directions[quartet])
    }
  }

  /// sum_q (scale * zeta_q) n_q, one direction a pass.
  private func combine(
    _ kick: UnsafeMutablePointer<SIMD4<Double>>, _ scale: SIMD4<Double>,
    _ zeta: UnsafePointer<SIMD4<Double>>,
    _ directions: UnsafePointer<SIMD4<Double>>
  ) {
    var factor = scale * zeta[0]
    for index in 0..<parameters { kick[index] = factor * directions[index] }
    for q in 1..<perSubstep {
      factor = scale * zeta[q]
      let direction = directions + q * parameters
      for index in 0..<parameters {
        kick[index] = kick[index].addingProduct(factor, direction[index])
      }
    }
  }

  private func fill(
    _ output: UnsafeMutablePointer<SIMD4<Double>>, _ span: QuartetSpan, _ first: Int, _ steps: Int
  ) {
    draws?.fill(
      output, first: span.step &+ UInt64(first), steps: steps, chains: span.chains,
      stream: numbers.stream)
  }
}
