import AbsorbingSets
import Chains
import DeepLinear
import Ensemble

/// The rows of a replay.
struct ReplayTable {
  private let law: ChainLaw

  init(law: ChainLaw) {
    self.law = law
  }

  var header: String {
    let entries = (1...law.shape.outputs).flatMap { i in
      (1...law.shape.inputs).map { j in "a_\(i)_\(j)" }
    }
    let values = (1...law.shape.smallerDimension).map { "s_\($0)" }
    let norms = (1...law.shape.depth).map { "norm_\($0)" }
    return (["step"] + entries + values + ["ratio"] + norms + ["inside"]).joined(separator: ",")
      + "\n"
  }

  /// Cells that are not finite, or not defined, are empty.
  func row(_ point: ChainReplay.Point) -> String {
    let product = point.network.product
    let values =
      SingularValues.values(product) ?? [Double](repeating: .nan, count: law.shape.smallerDimension)
    let ratio = values.count > 1 && values[0] > 0 ? values[1] / values[0] : .nan
    let numbers = product.elements + values + [ratio] + point.network.weights.map(\.squaredNorm)
    let cells =
      ["\(point.step)"] + numbers.map { $0.isFinite ? "\($0)" : "" } + [
        point.level.map(String.init) ?? ""
      ]
    return cells.joined(separator: ",") + "\n"
  }
}
