import DeepLinear

/// Where the weights of a network lie in a quartet, one vector a weight, layer by layer and row by
/// row.
struct LaneLayout {
  /// w_0 ... w_L.
  let widths: [Int]
  /// Where each layer's weights begin; then P, their number.
  let starts: [Int]

  init(_ widths: [Int]) {
    self.widths = widths
    var starts = [0]
    for layer in 1..<widths.count {
      starts.append(starts[layer - 1] + widths[layer] * widths[layer - 1])
    }
    self.starts = starts
  }

  /// L.
  var depth: Int { widths.count - 1 }
  /// P.
  var count: Int { starts[starts.count - 1] }
  /// The largest width.
  var largest: Int { widths.max() ?? 1 }
}
