import Dispatch

/// Answers for 0 ..< count, worked out on threads and handed back in order: the same for any number
/// of threads.
package enum ParallelMap {
  /// `body` of 0 ..< count, by at most `threads` threads, each of which takes the next index as it
  /// comes free.
  package static func run<Answer: Sendable>(
    _ count: Int, threads: Int, _ body: @Sendable (Int) -> Answer
  ) -> [Answer] {
    let box = Box<Answer>(count: count)
    DispatchQueue.concurrentPerform(iterations: max(0, min(threads, count))) { _ in
      while let index = box.next() { box.set(index, body(index)) }
    }
    return box.answers
  }

  private final class Box<Answer: Sendable>: Sendable {
    private struct State {
      var next = 0
      var answers: [Answer?]
    }

    private let state: Locked<State>

    init(count: Int) { state = Locked(State(answers: [Answer?](repeating: nil, count: count))) }

    func next() -> Int? {
      state.withLock { state in
        guard state.next < state.answers.count else { return nil }
        defer { state.next += 1 }
        return state.next
      }
    }

    func set(_ index: Int, _ answer: Answer) { state.withLock { $0.answers[index] = answer } }

    var answers: [Answer] { state.withLock { $0.answers.compactMap { $0 } } }
  }
}
