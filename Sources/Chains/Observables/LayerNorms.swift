import DeepLinear

/// ||W_l||_F^2 of every layer.
public enum LayerNorms: ObservableKind {
  public static let word = "norms"
  public static let isStandard = true

  public static func columns(of shape: ObservableShape) -> [ObservableColumn] {
    (1...shape.layers).map {
      ObservableColumn(
        "norm_\($0)", shown: "`norm_1`, `norm_2`, ...", "the squared norm of each layer")
    }
  }

  public static func values(_ seen: SeenNetwork) -> [Double] {
    seen.network.weights.map(\.squaredNorm)
  }
}
