import Dispatch
import Foundation

/// Work that is spread over threads, its answers in the order of the work.
enum ParallelMap {
  /// `body` of 0 ..< count, by at most `threads` threads. Each takes every so many-th: neighbours often cost the same.
  static func answers<Answer: Sendable>(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Answer) -> [Answer] {
    let workers = max(min(threads, count), 1)
    let shares = Shares<Answer>(workers)
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      shares.set(worker, stride(from: worker, to: count, by: workers).map(body))
    }
    let parts = shares.parts
    return (0..<count).map { parts[$0 % workers][$0 / workers] }
  }

  /// What each thread hands in.
  private final class Shares<Answer: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var answers: [[Answer]]

    init(_ count: Int) {
      answers = Array(repeating: [], count: count)
    }

    func set(_ index: Int, _ part: [Answer]) {
      lock.lock()
      defer { lock.unlock() }
      answers[index] = part
    }

    var parts: [[Answer]] {
      lock.lock()
      defer { lock.unlock() }
      return answers
    }
  }
}
