import Dispatch
import Foundation
import Synchronization

/// Turns SIGINT and SIGTERM into a request to stop; a second signal ends the process at once.
final class SignalWatch {
  private final class Last: Sendable {
    let number = Atomic<Int32>(0)
  }

  private let last = Last()
  private var sources: [any DispatchSourceSignal] = []

  /// Watches, and calls `stop` on another thread at the first signal.
  init(stop: @escaping @Sendable () -> Void) {
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [last] in
        if last.number.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
        stop()
      }
      source.resume()
      sources.append(source)
    }
  }

  /// The signal that came, if any.
  var received: Int32? {
    let number = last.number.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }
}
