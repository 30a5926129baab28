/// One value as a machine is given it.
enum MachineValue: Equatable {
  case text(String)
  case count(Int)
  case number(Double)
  case missing

  init(_ number: Double?) {
    self = number.finite.map { .number($0) } ?? .missing
  }
}

extension Cell {
  /// Whether the cell has as many values as a column of this shape.
  func fits(_ shape: TableColumn.Shape) -> Bool {
    switch self {
    case .missing: true
    case .text, .count, .number, .pValue: shape == .single
    case .estimate: shape == .interval
    case .value: shape == .standardError
    }
  }

  /// What machines are given, one value for each key of the column.
  func values(in column: TableColumn) -> [MachineValue] {
    switch self {
    case .text(let text): [.text(text)]
    case .count(let count): [.count(count)]
    case .number(let value, _), .pValue(let value): [MachineValue(value)]
    case .estimate(let estimate):
      [estimate.value, estimate.lower, estimate.upper].map { MachineValue($0) }
    case .value(let value, let error): [value, error].map { MachineValue($0) }
    case .missing: column.keys.map { _ in .missing }
    }
  }
}
