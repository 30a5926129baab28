// Unsafe code: the buffers of normal numbers and of kicks.
import DeepLinear
import RandomStreams

/// The kicks of `gaussian-frozen` and `langevin` beside gradient descent: `ReferenceWalk.kick` in every lane.
final class GaussianKicks: LaneDraws {
  private let rung: Rung
  private let parameters: Int
  private let perSubstep: Int
  /// None where there is a single entry whose noise is frozen.
  private let draws: NormalDraws?
  private let source: DrawSource
  private let descent: EqualWeights
  private var scales = [KickScale?](repeating: nil, count: LaneBatch.capacity)
  private let scale = QuartetBuffer(repeating: SIMD4<Double>.zero, count: 1)
  /// n_1 ... n_{N-1} of `MatchedNoise`, P vectors each; none for `langevin`.
  private let directions: QuartetBuffer<SIMD4<Double>>
  /// One quartet's at a time, where they are not the kicks themselves.
  private let normals: UnsafeMutablePointer<SIMD4<Double>>
  private let kicks: QuartetBuffer<SIMD4<Double>>
  let longestStretch: Int

  init(rung: Rung, entries: Int, parameters: Int, source: DrawSource) {
    (self.rung, self.parameters, self.source) = (rung, parameters, source)
    let isFrozen = if case .gaussianFrozen = rung { true } else { false }
    perSubstep = rung.normals(entries: entries, parameters: parameters)
    draws = perSubstep > 0 ? NormalDraws(count: perSubstep, substeps: rung.substeps) : nil
    descent = EqualWeights(entries: entries)
    let drawn = isFrozen ? perSubstep : 0
    longestStretch = DrawStretch.longest(vectorsPerStep: (parameters + drawn) * rung.substeps)
    kicks = QuartetBuffer(repeating: .zero, count: longestStretch * rung.substeps * parameters)
    normals = .allocate(capacity: longestStretch * rung.substeps * drawn)
    normals.initialize(repeating: .zero, count: longestStretch * rung.substeps * drawn)
    directions = QuartetBuffer(repeating: .zero, count: drawn * parameters)
  }

  deinit { normals.deallocate() }

  func memory(of quartet: Int, first: Int) -> QuartetDraws {
    var memory = descent.memory(of: quartet, first: first)
    memory.kicks = UnsafePointer(kicks[quartet])
    return memory
  }

  func load(_ noise: MatchedNoise?, lane: Int) {
    scales[lane] = KickScale(rung: rung, noise: noise?.summary, parameters: parameters)
    guard case .gaussianFrozen = rung, let noise else { return }
    for (q, direction) in noise.directions.enumerated() {
      for (index, value) in direction.enumerated() { directions[lane / 4][q * parameters + index][lane % 4] = value }
    }
  }

  func vacate(lane: Int) {
    scales[lane] = nil
    scale[lane / 4].pointee[lane % 4] = 0
  }

  func enter(_ phase: Schedule.Phase, _ coefficients: StepCoefficients, lane: Int) {
    descent.enter(phase, coefficients, lane: lane)
    scale[lane / 4].pointee[lane % 4] = scales[lane]?(phase) ?? 0
  }

  func draw(quartet: Int, of span: QuartetSpan, first: Int, steps: Int, push: SIMD4<Double>) {
    let (kicks, scale) = (kicks[quartet], scale[quartet].pointee)
    let parts = steps * rung.substeps
    guard case .gaussianFrozen = rung else {
      fill(kicks, span, first, steps)
      for index in 0..<(parts * parameters) { kicks[index] = scale * kicks[index] }
      return
    }
    fill(normals, span, first, steps)
    for part in 0..<parts where perSubstep > 0 {
      freeze(kicks + part * parameters, scale, normals + part * perSubstep, directions[quartet])
    }
  }

  /// sum_q (scale * zeta_q) n_q, one direction a pass.
  private func freeze(
    _ kick: UnsafeMutablePointer<SIMD4<Double>>, _ scale: SIMD4<Double>, _ zeta: UnsafePointer<SIMD4<Double>>,
    _ directions: UnsafePointer<SIMD4<Double>>
  ) {
    var factor = scale * zeta[0]
    for index in 0..<parameters { kick[index] = factor * directions[index] }
    for q in 1..<perSubstep {
      factor = scale * zeta[q]
      let direction = directions + q * parameters
      for index in 0..<parameters { kick[index] = kick[index].addingProduct(factor, direction[index]) }
    }
  }

  private func fill(_ output: UnsafeMutablePointer<SIMD4<Double>>, _ span: QuartetSpan, _ first: Int, _ steps: Int) {
    draws?.fill(output, first: span.step &+ UInt64(first), steps: steps, chains: span.chains, seed: source.seed, arm: source.arm)
  }
}
