/// What a map shows of a cell: its ruling regime, entries told apart by whether gradient descent
/// makes them too.
enum RegimeWord: String, CaseIterable {
  case stays
  case jumps
  case slides
  case collapses
  case diverges

  /// The word for a cell.
  ///
  /// - Parameter descent: The cell of gradient descent at the same point, where there is one. Where
  ///   most of its chains enter without noise, no minimum of higher rank holds them, and an entry
  ///   is no jump.
  init(_ cell: RegimeCell, descent: RegimeCell?) {
    switch cell.ruling {
    case .stays: self = .stays
    case .enters: self = descent?.mostlyEnters == true ? .slides : .jumps
    case .collapses: self = .collapses
    case .diverges: self = .diverges
    }
  }
}
