import Foundation
import Publishing
import Threads

/// Ends the program in order at SIGINT and SIGTERM, within a second.
///
/// While chains run, a signal asks the run to stop with everything kept. Otherwise, or where that
/// takes longer, files that are not complete go and the process ends: what a store has is kept. A
/// second signal ends the process at once.
///
/// A thread of its own waits for signals: it comes to its turn however many threads work.
final class SignalWatch: Sendable {
  /// The watch of this process.
  static let shared = SignalWatch()

  private struct State {
    var received: Int32?
    var stop: (@Sendable () -> Void)?
  }

  private let state = Locked(State())
  /// How long an orderly stop may take, in seconds.
  private static let patience = 0.9

  /// Begins to watch. To be called before other threads start: they inherit that these signals are
  /// left to the watch.
  func start() {
    let signals = Self.signals
    var mask = signals
    pthread_sigmask(SIG_BLOCK, &mask, nil)
    let thread = Thread { [self] in
      var (number, waited) = (Int32(0), signals)
      while sigwait(&waited, &number) == 0 { receive(number) }
    }
    thread.stackSize = 1 << 18
    thread.start()
  }

  /// Does work that a signal asks to stop.
  ///
  /// - Parameter stop: Asks the work to stop; called on another thread at the first signal.
  /// - Returns: What the work answers, and the signal that came meanwhile, if any.
  func during<Answer>(
    _ body: () throws -> Answer, stop: @escaping @Sendable () -> Void
  ) rethrows -> (answer: Answer, signal: Int32?) {
    state.withLock { $0.stop = stop }
    defer { state.withLock { $0.stop = nil } }
    let answer = try body()
    return (answer, state.withLock { $0.received })
  }

  private static var signals: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGINT)
    sigaddset(&set, SIGTERM)
    return set
  }

  private func receive(_ number: Int32) {
    let (isFirst, stop) = state.withLock { state in
      defer { state.received = state.received ?? number }
      return (state.received == nil, state.stop)
    }
    guard isFirst else { _exit(128 + number) }
    guard let stop else {
      Rankfall.complain("stopped by signal \(number)")
      Self.end(number)
    }
    stop()
    let thread = Thread {
      Thread.sleep(forTimeInterval: Self.patience)
      Rankfall.complain(
        "stopped by signal \(number); the chains that were stored are kept, and the same command goes on from them"
      )
      Self.end(number)
    }
    thread.stackSize = 1 << 18
    thread.start()
  }

  /// Ends the process with nothing half done left behind.
  static func end(_ number: Int32) -> Never { Stage.abandonAll { _exit(128 + number) } }
}
