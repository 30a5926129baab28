/// The largest squared singular value of every layer of a wide network, from below.
///
/// A unit vector goes up through the layers, v_l = W_l v_{l-1} / ||W_l v_{l-1}||, from one that two
/// power iterations on W_1^T W_1 have turned to the front: s_l = ||W_l v_{l-1}||^2 is at most
/// x_1(W_l), whatever v is, and close to it where the layers are nearly of rank 1 and balanced.
/// Costs one product a layer.
struct LeadingValues {
  typealias Vector = WideLayers.Vector

  /// s_1 ... s_L.
  let squares: [Double]
  /// v_0 ... v_{L-1}, padded as the layers are.
  let vectors: [[Vector]]

  /// Measures a network; its weights must be finite.
  init(_ layers: WideLayers) {
    layers.flush()
    let inputs = 0..<layers.widths[0]
    let largest =
      inputs.max { layers.squaredNorm(ofColumn: $0) < layers.squaredNorm(ofColumn: $1) } ?? 0
    var last = [Vector](repeating: .zero, count: layers.padded[0])
    last[largest / 4][largest % 4] = 1
    for _ in 0..<2 {
      last = Self.normalized(layers.rowProducts(1, with: layers.rowCombination(1, of: last))).vector
    }
    var vectors: [[Vector]] = []
    var squares: [Double] = []
    for layer in 1...layers.depth {
      vectors.append(last)
      let image =
        layer == 1 ? layers.rowCombination(1, of: last) : layers.rowProducts(layer, with: last)
      let square: Double
      (last, square) = Self.normalized(image)
      squares.append(square)
    }
    (self.squares, self.vectors) = (squares, vectors)
  }

  /// v / ||v|| and ||v||^2; zeros stay zeros.
  static func normalized(_ vector: [Vector]) -> (vector: [Vector], square: Double) {
    let square = vector.reduce(Vector.zero) { $0.addingProduct($1, $1) }.sum()
    guard square > 0 else { return (vector, 0) }
    let factor = 1 / square.squareRoot()
    return (vector.map { factor * $0 }, square)
  }
}
