import Foundation

/// How much memory this process has in use.
enum Memory {
  /// The resident memory, in bytes.
  static func now() throws -> Int { try status("VmRSS:") }

  /// The most since `resetPeak`, in bytes.
  static func peak() throws -> Int { try status("VmHWM:") }

  /// Makes the memory in use the peak.
  static func resetPeak() throws {
    try Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
  }

  private static func status(_ key: String) throws -> Int {
    let text = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = text.split(separator: "\n").first { $0.hasPrefix(key) }
    return 1024 * (line.flatMap { Int($0.filter(\.isNumber)) } ?? 0)
  }
}
