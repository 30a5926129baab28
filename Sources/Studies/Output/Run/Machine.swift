import CMachine
import Foundation

/// The machine that a program runs on.
public struct Machine: Codable, Equatable, Sendable {
  /// The CPU's model, `unknown` where the system does not tell.
  public let cpu: String
  /// The instruction level that the program was built for, such as `x86-64-v3`.
  public let vectorPath: String
  /// How many CPUs the program may use.
  public let processors: Int

  /// This one.
  public static func current() -> Machine {
    let facts = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = facts.split(separator: "\n").first { $0.hasPrefix("model name") }?.split(
      separator: ":"
    ).last
    return Machine(
      cpu: model.map { String($0.trimmingPrefix(while: \.isWhitespace)) } ?? "unknown",
      vectorPath: String(cString: rankfall_built_for()),
      processors: ProcessInfo.processInfo.activeProcessorCount)
  }
}
