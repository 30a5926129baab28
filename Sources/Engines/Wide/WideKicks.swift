// Unsafe code: the normal numbers of a step, and kicks made of them, in memory.
import DeepLinear
import Ladder
import RandomStreams

/// The kicks of an additive rung on one wide network: a step's normal numbers, and what they add to
/// the weights in each substep.
///
/// With the scale of the rung: scale * xi, or sum_q (scale * zeta_q) n_q along directions, rounded
/// as in `ReferenceWalk`. Memory: a number for each weight and substep where kicks go everywhere.
final class WideKicks {
  /// How many numbers a substep takes.
  private let count: Int
  /// None where a substep takes none.
  private let draws: NormalDraws?
  private let address: StreamAddress
  private let parameters: Int
  private let directions: [[Double]]?
  /// The normal numbers of all substeps of a step, substep by substep.
  private let normals: UnsafeMutablePointer<Double>
  /// The kick of a substep along directions.
  private let kick: UnsafeMutablePointer<Double>

  /// How many weights a frozen kick is made for at a time: what stays in the nearest cache while
  /// all directions are added.
  private static let block = 1024

  init(_ rung: Rung, _ numbers: ChainNumbers, noise: MinimumNoise?) {
    parameters = numbers.parameters
    count = rung.kind.normals(entries: numbers.entries, parameters: parameters)
    draws = count > 0 ? NormalDraws(count: count, substeps: rung.substeps) : nil
    address = numbers.address(.noise)
    directions = rung.family.keepsDirections ? noise?.directions : nil
    func zeros(_ count: Int) -> UnsafeMutablePointer<Double> {
      let pointer = UnsafeMutablePointer<Double>.allocate(capacity: max(count, 1))
      pointer.initialize(repeating: 0, count: max(count, 1))
      return pointer
    }
    normals = zeros(count * rung.substeps)
    kick = zeros(directions == nil ? 0 : parameters)
  }

  deinit {
    normals.deallocate()
    kick.deallocate()
  }

  /// Draws the numbers of step t.
  func draw(step: Int) { draws?.fill(normals, step: step, of: address) }

  /// Adds the kick of a substep of the step that was drawn last.
  func add(substep: Int, scale: Double, to layers: WideLayers) {
    let numbers = normals + substep * count
    guard let directions else { return layers.add(numbers, times: scale) }
    guard !directions.isEmpty else { return }
    for start in stride(from: 0, to: parameters, by: Self.block) {
      combine(directions, numbers, scale, start..<min(start + Self.block, parameters))
    }
    layers.add(kick, times: 1)
  }

  private func combine(
    _ directions: [[Double]], _ numbers: UnsafePointer<Double>, _ scale: Double, _ range: Range<Int>
  ) {
    for (q, direction) in directions.enumerated() {
      let factor = scale * numbers[q]
      direction.withUnsafeBufferPointer { direction in
        if q == 0 {
          for index in range { kick[index] = factor * direction[index] }
        } else {
          for index in range { kick[index] = kick[index].addingProduct(factor, direction[index]) }
        }
      }
    }
  }
}
