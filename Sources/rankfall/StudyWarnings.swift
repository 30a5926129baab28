import Studies

extension Study {
  /// Says on standard error what is possible in the study and seldom meant.
  func sayWarnings() {
    for warning in warnings { Rankfall.complain("warning: \(file): \(warning)") }
  }
}
