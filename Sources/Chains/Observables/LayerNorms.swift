import DeepLinear

/// ||W_l||_F^2 of every layer.
package enum LayerNorms: ObservableKind {
  package static let word = "norms"
  package static let isStandard = true

  package static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    (1...shape.layers).map {
      ObservableColumn(
        "norm_\($0)", shown: "`norm_1`, `norm_2`, ...", "the squared norm of each layer")
    }
  }

  package static func values(_ seen: SeenNetwork) -> [Double] {
    seen.network.weights.map(\.squaredNorm)
  }
}
