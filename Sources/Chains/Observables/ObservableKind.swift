import AbsorbingSets
import DeepLinear
import Engines

/// Something that can be read of a network: recorded along paths, and a column or more in their
/// tables.
///
/// An observable is a file with a type of this protocol and a line in `Observables.all`. Studies
/// name it by its word, stores keep it under that, and tables take their columns from here.
public protocol ObservableKind: Sendable {
  /// The word in a study's `record`, and in stores.
  static var word: String { get }
  /// Whether it is recorded where a study does not name it.
  static var isStandard: Bool { get }
  /// Its columns in tables.
  static func columns(of shape: ObservableShape) -> [ObservableColumn]
  /// Its values, finite; fewer than columns where something is not defined.
  static func values(_ seen: SeenNetwork) -> [Double]
}

extension ObservableKind {
  /// It is recorded where a study names it.
  public static var isStandard: Bool { false }
}

/// What the number of an observable's columns can hang on.
public struct ObservableShape: Sendable {
  /// How many singular values are kept.
  public let singularValues: Int
  /// L, the layers.
  public let layers: Int

  /// Makes a shape.
  public init(singularValues: Int, layers: Int) {
    (self.singularValues, self.layers) = (singularValues, layers)
  }

  /// A shape at which every observable that can have several columns has them.
  public static let many = ObservableShape(singularValues: 2, layers: 2)
}

/// A column of an observable.
public struct ObservableColumn: Sendable {
  /// Its name in tables.
  public let key: String
  /// How pages name it, and its like; nil for the key.
  public let shown: String?
  /// The unit, or what whole numbers count; nil for pure numbers.
  public let unit: String?
  /// Whether its values are whole numbers.
  public let isWhole: Bool
  /// What it says.
  public let meaning: String

  /// Makes a column.
  public init(
    _ key: String, shown: String? = nil, unit: String? = nil, isWhole: Bool = false,
    _ meaning: String
  ) {
    (self.key, self.shown, self.unit, self.isWhole, self.meaning) = (
      key, shown, unit, isWhole, meaning
    )
  }
}

/// The observables there are.
public enum Observables {
  /// All of them, in the order of their columns. One that is added is added here.
  public static let all: [any ObservableKind.Type] = [
    TestError.self, TestShare.self, FitError.self, NumericalRank.self, Ratio.self,
    SingularSpectrum.self,
    LayerNorms.self, InsideLevel.self, Loss.self, SetDistance.self,
  ]
  /// The words of those that are recorded where a study names none.
  public static let standard = all.filter { $0.isStandard }.map { $0.word }

  /// Those of some words, in the order of all.
  public static func named(_ words: [String]) -> [any ObservableKind.Type] {
    all.filter { words.contains($0.word) }
  }
}

/// A network that is looked at, with what several observables are made of.
public struct SeenNetwork {
  /// The weights.
  public let network: Network
  /// A.
  public let product: Matrix
  /// The singular values of A, descending.
  public let singularValues: [Double]
  /// eta and lambda of the step.
  public let phase: Schedule.Phase
  /// The law of the chain.
  public let law: ChainLaw
  let membership: WideMembership
}
