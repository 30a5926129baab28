import Foundation

/// A value that threads share behind a lock: the one lock of this package, which `scripts/lint.sh`
/// sees to.
///
/// Over Foundation's lock and not `Synchronization`'s own, whose futexes the thread sanitizer does
/// not know: it would report races that are none, and hide those that are. Atomic numbers it knows.
public final class Locked<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  /// Shares a value.
  public init(_ value: Value) {
    self.value = value
  }

  /// Lets one thread at a time at the value.
  public func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}
