import Chains
import DeepLinear
import Foundation

/// What has been recorded of a chain, as the text of a column: JSON whose numbers read back to the
/// same bits. A null where nothing was.
enum RecordCoding {
  /// The text of a record with the branches whose offshoots are still to be run.
  static func text(_ state: RecordState) throws -> String? {
    guard !state.isEmpty else { return nil }
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return String(decoding: try encoder.encode(Written(state)), as: UTF8.self)
  }

  /// The record in a text; nil when it is damaged.
  static func state(_ text: String?) -> RecordState? {
    guard let text else { return RecordState() }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return (try? decoder.decode(Written.self, from: Data(text.utf8)))?.state
  }

  private struct Written: Codable {
    let points: [Point]
    let offshoots: [Offshoot]
    let branches: [Branch]

    init(_ state: RecordState) {
      points = state.record.points.map(Point.init)
      offshoots = state.record.offshoots.map {
        Offshoot(at: $0.at, diverged: $0.isDiverged, points: $0.points.map(Point.init))
      }
      branches = state.branches.map {
        Branch(at: $0.at, layers: $0.network.weights.map(Layer.init))
      }
    }

    /// The state; nil where a network is none.
    var state: RecordState? {
      let record = ChainRecord(
        points: points.map(\.point),
        offshoots: offshoots.map {
          .init(at: $0.at, points: $0.points.map(\.point), isDiverged: $0.diverged)
        })
      let networks = branches.compactMap(\.network)
      guard networks.count == branches.count else { return nil }
      return RecordState(
        record: record, branches: zip(branches, networks).map { .init(at: $0.at, network: $1) })
    }
  }

  private struct Offshoot: Codable {
    let at: Int
    let diverged: Bool
    let points: [Point]
  }

  private struct Point: Codable {
    let t: Int
    let v: [String: [Double]]

    init(_ point: PathPoint) { (t, v) = (point.step, point.values) }

    var point: PathPoint { PathPoint(step: t, values: v) }
  }

  private struct Branch: Codable {
    let at: Int
    let layers: [Layer]

    var network: Network? {
      let matrices = layers.compactMap(\.matrix)
      guard !matrices.isEmpty, matrices.count == layers.count,
        zip(matrices, matrices.dropFirst()).allSatisfy({ $0.rows == $1.columns })
      else { return nil }
      return Network(weights: matrices)
    }
  }

  private struct Layer: Codable {
    let rows: Int
    let columns: Int
    let elements: [Double]

    init(_ matrix: Matrix) {
      (rows, columns, elements) = (matrix.rows, matrix.columns, matrix.elements)
    }

    var matrix: Matrix? {
      let size = rows.multipliedReportingOverflow(by: columns)
      guard rows > 0, columns > 0, !size.overflow, elements.count == size.partialValue else {
        return nil
      }
      return Matrix(rows: rows, columns: columns, elements: elements)
    }
  }
}
