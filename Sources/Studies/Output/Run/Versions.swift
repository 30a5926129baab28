import CGSL
import CMachine
import Foundation

/// The versions of everything that a result depends on.
public struct Versions: Codable, Equatable, Sendable {
  /// Rankfall's version.
  public let rankfall: String
  /// The git commit that was checked out where this program was built, `+changes` behind it when
  /// files differ from it; `unknown` when the program does not lie in a checkout of Rankfall.
  public let commit: String
  /// The Swift compiler.
  public let swift: String
  /// The C compiler, which comes with the Swift compiler and names its exact revision.
  public let clang: String
  /// GSL, the one loaded.
  public let gsl: String

  /// The version of this program.
  public static let program = "0.1.0"

  /// Those of this program.
  public static func current() -> Versions {
    Versions(
      rankfall: program, commit: SourceCommit.ofThisProgram(), swift: compiler,
      clang: String(cString: rankfall_c_compiler()),
      gsl: String(cString: rankfall_gsl_version()))
  }

  /// The compiler can be asked only whether it is at least some version.
  private static var compiler: String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3.1)
      "6.3.1 or a later 6.3"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }
}
