/// Work whose speed is measured. It belongs to one thread, which makes it, warms it up and repeats
/// it.
protocol Workload: AnyObject {
  /// Does a piece of work, well under a millisecond or two long, and returns how many units it was.
  func work() -> Int
  /// How many chains have ended so far.
  var ended: Int { get }
}

extension Workload {
  var ended: Int { 0 }
}
