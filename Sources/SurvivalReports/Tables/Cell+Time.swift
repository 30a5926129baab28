import Publishing

extension Cell {
  /// A time, or a sum of times: whole numbers, such as steps, with all digits, others with six that
  /// count.
  static func time(_ value: Double) -> Cell {
    .number(value, value == value.rounded() ? .shortest : .significant(6))
  }
}
