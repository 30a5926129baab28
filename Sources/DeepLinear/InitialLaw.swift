/// The law that the initial weights are drawn from, each weight on its own.
public enum InitialLaw: Equatable, Sendable {
  /// N(0, std^2) on every layer.
  case normal(NormalScale)
  /// What PyTorch's nn.Linear draws: U(-b, b) with b = 1/sqrt(fan_in), fan_in = w_{l-1}.
  case torchLinear

  /// The standard deviation of the normal law.
  public enum NormalScale: Equatable, Sendable {
    /// The same number on every layer, finite and at least 0.
    case number(Double)
    /// 1/sqrt(width), with the largest hidden width: N(0, 1/width) on every layer.
    case inverseSquareRootOfWidth
  }

  /// The standard deviation of the normal law, or the half-width b of the uniform one, on layer
  /// `layer` in 1...L.
  public func scale(layer: Int, shape: NetworkShape) -> Double {
    switch self {
    case .normal(.number(let std)): std
    case .normal(.inverseSquareRootOfWidth): 1 / Double(shape.largestHiddenWidth).squareRoot()
    case .torchLinear: 1 / Double(shape.widths[layer - 1]).squareRoot()
    }
  }
}
