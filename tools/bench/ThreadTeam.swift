import Foundation
import Synchronization
import Threads

/// What a contender did in one repeat.
struct Repeat: Codable {
  /// Units of work a second, summed over the threads.
  let rate: Double
  /// Processor time over wall time, summed over the threads: below their number, other programs
  /// were in the way.
  let coresUsed: Double
  /// Chains that ended while the clock ran.
  let ended: Int
}

/// Runs work on several threads at once.
enum ThreadTeam {
  /// Runs `body` on `count` threads and waits for all of them.
  static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let group = DispatchGroup()
    for index in 0..<count {
      group.enter()
      let thread = Thread {
        body(index)
        group.leave()
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    group.wait()
  }

  /// Measures a contender for `seconds` after `warmUp` seconds of the same work; the threads start
  /// the clock together.
  static func measure(_ contender: Contender, seconds: Double, warmUp: Double) -> Repeat {
    let results = Locked<[Repeat]>([])
    let ready = Latch()
    let threads = contender.threads
    run(threads) { index in
      let workload = contender.make(index)
      let warm = Clock()
      while warm.wall < warmUp { _ = workload.work() }
      ready.count.add(1, ordering: .acquiringAndReleasing)
      while ready.count.load(ordering: .acquiring) < threads { _ = workload.work() }
      let endedBefore = workload.ended
      var units = 0
      let clock = Clock()
      while clock.wall < seconds { units += workload.work() }
      let (wall, cpu) = (clock.wall, clock.processor)
      results.withLock {
        $0.append(
          Repeat(
            rate: Double(units) / wall, coresUsed: cpu / wall, ended: workload.ended - endedBefore))
      }
    }
    return results.withLock { all in
      Repeat(
        rate: all.reduce(0) { $0 + $1.rate }, coresUsed: all.reduce(0) { $0 + $1.coresUsed },
        ended: all.reduce(0) { $0 + $1.ended })
    }
  }

  private final class Latch: Sendable {
    let count = Atomic<Int>(0)
  }
}

/// Wall time and this thread's processor time since it was made, in seconds.
struct Clock {
  private let wallStart = Clock.now(CLOCK_MONOTONIC)
  private let processorStart = Clock.now(CLOCK_THREAD_CPUTIME_ID)

  var wall: Double { Clock.now(CLOCK_MONOTONIC) - wallStart }
  var processor: Double { Clock.now(CLOCK_THREAD_CPUTIME_ID) - processorStart }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
