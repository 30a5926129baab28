import CGSL

/// The GNU Scientific Library underneath this module.
public enum GSL {
  /// Switches off GSL's default error handler, which ends the process at the first error.
  ///
  /// The handler is a global of the whole process: a program with threads calls this before it
  /// starts them. It may be called any number of times, from any thread, and acts once. Everything
  /// in this module that can make GSL fail calls it too.
  public static func prepare() { handlerOff }

  private static let handlerOff: Void = { _ = gsl_set_error_handler_off() }()
}
