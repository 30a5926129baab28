// Unsafe code: the C strings of a program's arguments, made and freed here.

import Foundation

/// A program that was run to its end: its wall time, processor time and largest memory, its own and
/// no other's.
struct ProgramRun {
  let seconds: Double
  let processor: Double
  /// The largest resident memory, in bytes.
  let peak: Int

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs it, its output thrown away.
  init(_ program: String, _ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var child = pid_t()
    let clock = Stopwatch()
    guard posix_spawn(&child, program, &actions, nil, &words, environ) == 0 else {
      throw Failure(description: "\(program) cannot be run")
    }
    var (status, usage) = (Int32(), rusage())
    guard wait4(child, &status, 0, &usage) == child, status == 0 else {
      throw Failure(description: "\(program) ended with status \(status)")
    }
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    self.seconds = clock.wall
    processor = seconds(usage.ru_utime) + seconds(usage.ru_stime)
    peak = usage.ru_maxrss * 1024
  }
}
