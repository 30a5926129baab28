/// Why an audit, or a counter-example, was refused.
public enum AuditError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A whole number is out of range.
  case whole(name: String, Int, ClosedRange<Int>)
  /// More points than can be held.
  case points(Int)
  /// N^k is too much.
  case words(entries: Int, depth: Int)
  /// A file is no counter-example.
  case counterExample(String)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .whole(let name, let value, let range):
      "\(name) = \(value); a whole number from \(range.lowerBound) to \(range.upperBound) is needed"
    case .points(let count):
      "chains x points = \(count); at most \(AuditPlan.mostPoints) points are possible"
    case .words(let entries, let depth):
      "depth = \(depth) asks for \(entries)^\(depth) words at every point; at most \(AuditPlan.mostWords) words and a depth of 64 are possible"
    case .counterExample(let reason): reason
    }
  }
}
