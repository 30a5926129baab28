import DataFiles

extension StudyPlace {
  /// A whole number in a range, in plain decimal digits.
  func whole<Value: FixedWidthInteger>(in range: ClosedRange<Value>) -> Value {
    value(or: range.lowerBound) { try exactWhole(in: range) }
  }

  /// The same, thrown and not noted where it is none.
  func exactWhole<Value: FixedWidthInteger>(in range: ClosedRange<Value>) throws(StudyError)
    -> Value
  {
    let what = "a whole number from \(spelled(range.lowerBound)) to \(spelled(range.upperBound))"
    let text = try bareNumber(what)
    guard text.wholeMatch(of: /[-+]?[0-9]+/) != nil else { throw expected(what) }
    guard let value = Value(text), range.contains(value) else { throw expected(what) }
    return value
  }

  /// A finite number in decimal notation.
  ///
  /// - Parameter other: Its value where it is at fault.
  func number(or other: Double = 1) -> Double { value(or: other) { try exactNumber() } }

  /// The same, thrown and not noted where it is none.
  func exactNumber() throws(StudyError) -> Double {
    let what = "a finite number"
    let text = try bareNumber(what)
    guard text.wholeMatch(of: /[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?/) != nil else {
      throw expected(what)
    }
    // Whatever is written, a number other than 0 stays one: 1e-400 must not become 0.
    guard let value = NumberText.reading(text).nearest, value.isFinite else {
      throw expected("a number within the range of a double")
    }
    return value
  }

  /// The text of a number that is not quoted and that every version of YAML reads alike (010 is 8
  /// in one, 10 in another).
  private func bareNumber(_ what: String) throws(StudyError) -> String {
    guard case .scalar(let text, let isQuoted) = node.content else { throw expected(what) }
    if isQuoted {
      throw refusal("expected \(what), found \(node.inWords); write numbers without quotes")
    }
    if text.wholeMatch(of: /[-+]?0[0-9]+.*/) != nil {
      throw refusal(
        "expected \(what), found '\(text.prefix(40))'; a leading zero can mean octal, leave it out")
    }
    return text
  }
}

/// A bound as a person writes it: powers of two from 2^20 on, and one less than 2^64, as powers.
private func spelled<Value: FixedWidthInteger>(_ value: Value) -> String {
  if value > 1 << 20, value.nonzeroBitCount == 1 { return "2^\(value.trailingZeroBitCount)" }
  return UInt64(exactly: value) == .max ? "2^64-1" : "\(value)"
}
