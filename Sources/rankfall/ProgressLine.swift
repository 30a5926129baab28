import Ensemble
import Foundation

/// The progress on standard error, where that is a terminal: bar, chains, entries, steps a second,
/// time left.
struct ProgressLine {
  private let isShown: Bool

  init(isShown: Bool) {
    self.isShown = isShown && isatty(STDERR_FILENO) == 1
  }

  /// Draws the line again in place.
  func show(_ progress: EnsembleProgress) {
    guard isShown else { return }
    StandardError.write("\r\u{1B}[K\(Self.text(progress))")
  }

  /// Leaves the line behind.
  func end() {
    guard isShown else { return }
    StandardError.write("\n")
  }

  /// The line's text.
  static func text(_ progress: EnsembleProgress) -> String {
    let width = 24
    let share = progress.chains > 0 ? Double(progress.done) / Double(progress.chains) : 1
    let filled = min(Int(share * Double(width)), width)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    let speed = progress.seconds > 0 ? Double(progress.steps) / progress.seconds : 0
    var parts = [
      "[\(bar)] \(progress.done)/\(progress.chains) chains", "\(progress.entries) entries",
      String(format: "%.1f M steps/s", speed / 1e6),
    ]
    if progress.ended > 0, progress.done < progress.chains {
      parts.append(
        duration(
          progress.seconds * Double(progress.chains - progress.done) / Double(progress.ended))
          + " left")
    }
    return parts.joined(separator: "  ")
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(min(seconds.rounded(), 1e9))
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
