import Foundation

/// How much memory was in use.
enum Memory {
  /// This process's resident memory, in bytes.
  static func now() throws -> Int { try status("VmRSS:") }

  /// The most since `resetPeak`, in bytes.
  static func peak() throws -> Int { try status("VmHWM:") }

  /// Makes the memory in use the peak.
  static func resetPeak() throws { try Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs")) }

  /// The largest of all programs that this process has run, and the processor time of all of them.
  static var ofPrograms: (peak: Int, processorSeconds: Double) {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    return (usage.ru_maxrss * 1024, seconds(usage.ru_utime) + seconds(usage.ru_stime))
  }

  private static func status(_ key: String) throws -> Int {
    let text = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = text.split(separator: "\n").first { $0.hasPrefix(key) }
    return 1024 * (line.flatMap { Int($0.filter(\.isNumber)) } ?? 0)
  }
}
