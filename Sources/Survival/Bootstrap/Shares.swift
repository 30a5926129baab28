import Foundation

/// The parts of an answer that several threads make, each its own.
final class Shares<Element: Sendable>: @unchecked Sendable {
  // Unchecked: `parts` is touched with the lock held, always.
  private let lock = NSLock()
  private var parts: [[Element]]

  init(count: Int) { parts = Array(repeating: [], count: count) }

  func set(_ index: Int, _ part: [Element]) { lock.withLock { parts[index] = part } }

  func joined() -> [Element] { lock.withLock { parts.flatMap { $0 } } }
}
