import Foundation

/// A value that threads share behind a lock.
///
/// Over Foundation's lock and not `Synchronization.Mutex`, whose futexes the thread sanitizer does not know: it would report races
/// that are none, and hide those that are.
final class Locked<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  init(_ value: Value) {
    self.value = value
  }

  /// Lets one thread at a time at the value.
  func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}
