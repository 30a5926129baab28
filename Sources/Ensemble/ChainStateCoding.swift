import AbsorbingSets
import Chains
import DeepLinear
import Engines
import Foundation
import Ladder
import RandomStreams

/// A chain's state as the columns of a row: exact doubles, so that a resumed chain goes on to the
/// same bits.
struct ChainStateCoding {
  /// w_0 ... w_L, parted by spaces.
  let widths: String
  /// The watch, as JSON.
  let watch: String
  /// The weights, layer by layer and row by row, as little-endian doubles.
  let weights: Data
  /// What has been recorded, as JSON; nil where nothing has.
  let record: String?

  init(_ state: ChainState) throws {
    widths = state.network.widths.map(String.init).joined(separator: " ")
    watch = String(decoding: try JSONEncoder().encode(state.watch), as: UTF8.self)
    var data = Data()
    for matrix in state.network.weights {
      for element in matrix.elements {
        withUnsafeBytes(of: element.bitPattern.littleEndian) { data.append(contentsOf: $0) }
      }
    }
    weights = data
    record = try RecordCoding.text(state.record)
  }

  /// What a row cannot be read as.
  struct Damaged: Error, CustomStringConvertible {
    let chain: Int
    var description: String {
      "the checkpoint of chain \(chain) is damaged; delete the results folder and run again"
    }
  }

  /// The state in a row.
  static func state(
    chain: Int, step: Int, widths: String, watch: String, weights: Data, record: String? = nil
  ) throws -> ChainState {
    let sizes = widths.split(separator: " ").compactMap { Int($0) }
    guard sizes.allSatisfy({ (1...NetworkShape.largestWidth).contains($0) }) else {
      throw Damaged(chain: chain)
    }
    let counts = zip(sizes, sizes.dropFirst()).map { $0 * $1 }
    guard sizes.count >= 3, weights.count == 8 * counts.reduce(0, +), step >= 0,
      step % Span.steps == 0,
      let index = UInt32(exactly: chain),
      let seen = try? JSONDecoder().decode(PassageWatch.self, from: Data(watch.utf8)),
      let recorded = RecordCoding.state(record)
    else { throw Damaged(chain: chain) }
    let values: [Double] = weights.withUnsafeBytes { bytes in
      (0..<(bytes.count / 8)).map {
        Double(
          bitPattern: UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)))
      }
    }
    var start = 0
    var matrices: [Matrix] = []
    for (columns, rows) in zip(sizes, sizes.dropFirst()) {
      matrices.append(
        Matrix(
          rows: rows, columns: columns, elements: Array(values[start..<(start + rows * columns)])))
      start += rows * columns
    }
    return ChainState(
      chain: index, step: step, network: Network(weights: matrices), watch: seen, record: recorded)
  }

  /// A state as it was read, if it is one that a chain of `law` can have.
  static func checked(_ state: ChainState, law: ChainLaw) throws -> ChainState {
    let (shape, watch) = (law.shape, state.watch)
    let widths = state.network.widths
    // Additive noise does not commute with changes of basis: its chains stay at full width. A chain
    // that is over in the span behind it may still wait for the minimum that gradient descent
    // reaches from it.
    guard
      widths == shape.widths || (widths == shape.compressed.widths && !law.rung.family.isAdditive),
      watch.horizon == law.horizon,
      watch.follow == law.follow, watch.passages.count == law.event.rank + 1,
      watch.isPossible(at: state.step),
      state.step < max(watch.end, law.recordEnd(of: state.chain)) + Span.steps,
      state.record.branches.allSatisfy({
        [shape.widths, shape.inLanes.widths].contains($0.network.widths)
      })
    else { throw Damaged(chain: Int(state.chain)) }
    return state
  }
}
