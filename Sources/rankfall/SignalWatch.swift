import Dispatch
import Foundation
import Synchronization

/// Turns SIGINT and SIGTERM into a request to stop; a second signal ends the process at once.
final class SignalWatch: Sendable {
  private let last = Atomic<Int32>(0)
  private let sources: Mutex<[any DispatchSourceSignal]> = Mutex([])

  /// Watches, and calls `stop` on another thread at the first signal.
  init(stop: @escaping @Sendable () -> Void) {
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [self] in
        if last.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
        stop()
      }
      source.resume()
      sources.withLock { $0.append(source) }
    }
  }

  /// The signal that came, if any.
  var received: Int32? {
    let number = last.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }
}
