import Chains
import Foundation
import Threads

/// The chains of one arm that are still to be run, handed out one by one to any worker that asks.
final class ChainQueue: Sendable {
  private struct Waiting {
    var resumed: [ChainState]
    var next: Int
  }

  private let count: Int
  /// Chains that are done or were resumed: not to be handed out afresh.
  private let taken: IndexSet
  private let waiting: Locked<Waiting>

  /// How many chains were still to be run at the start.
  let remaining: Int

  /// The queue of the first `count` chains, without those in `finished`.
  init(count: Int, finished: IndexSet, resumed: [ChainState]) {
    let open = resumed.filter { !finished.contains(Int($0.chain)) }
    self.count = count
    taken = finished.union(IndexSet(open.map { Int($0.chain) }))
    remaining = count - finished.count
    waiting = Locked(Waiting(resumed: open.reversed(), next: 0))
  }

  /// The next chain, those of the last checkpoint first; `nil` when there is none left.
  func next() -> ChainAssignment? {
    waiting.withLock { waiting in
      if let state = waiting.resumed.popLast() { return .resumed(state) }
      while waiting.next < count, taken.contains(waiting.next) { waiting.next += 1 }
      guard waiting.next < count else { return nil }
      defer { waiting.next += 1 }
      return .fresh(UInt32(waiting.next))
    }
  }
}
