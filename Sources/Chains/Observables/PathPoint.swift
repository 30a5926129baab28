/// What a network is like at one step of its path: the values of the observables that are recorded.
public struct PathPoint: Equatable, Sendable {
  /// t.
  public let step: Int
  /// The values by the observables' words; none, or fewer, where they are not defined.
  public let values: [String: [Double]]

  /// Makes a point.
  public init(step: Int, values: [String: [Double]]) {
    (self.step, self.values) = (step, values)
  }

  /// The value of an observable that has one; nil where it is not recorded or not defined.
  public subscript(kind: any ObservableKind.Type) -> Double? { values[kind.word]?.first }

  /// The value of an observable's column.
  public func value(_ kind: any ObservableKind.Type, column: Int) -> Double? {
    guard let values = values[kind.word], values.indices.contains(column) else { return nil }
    return values[column]
  }
}
