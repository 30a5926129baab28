import Foundation
import Publishing

/// Finds the git commit that a program was built from.
///
/// SwiftPM keeps the evaluated manifest between builds, so a commit that the manifest reads would
/// be that of an earlier build. Asked is the checkout in whose build folder the program lies, when
/// the program runs: a program that was not built again after a checkout names the newer commit.
enum SourceCommit {
  /// The commit of the checkout that holds this program.
  static func ofThisProgram() -> String {
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else {
      return "unknown"
    }
    return inCheckout(holding: program.deletingLastPathComponent().path)
  }

  /// The commit of the checkout of Rankfall that holds `folder`; `unknown` when there is none or no
  /// git.
  static func inCheckout(holding folder: String) -> String {
    let isRankfall =
      ExternalTool.run("git", ["-C", folder, "cat-file", "-e", "HEAD:Sources/Studies"]).status == 0
    let head = ExternalTool.run("git", ["-C", folder, "rev-parse", "HEAD"])
    guard isRankfall, head.status == 0 else { return "unknown" }
    let changes = ExternalTool.run(
      "git",
      [
        "-C", folder, "status", "--porcelain", "--untracked-files=no", "--", ":/Sources",
        ":/Package.swift",
      ])
    let commit = head.output.filter { !$0.isWhitespace }
    return changes.status == 0 && changes.output.isEmpty ? commit : commit + "+changes"
  }
}
