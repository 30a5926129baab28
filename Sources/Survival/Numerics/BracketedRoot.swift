import CGSL

/// Roots of a function in an interval over which it changes sign, by GSL's Brent solver.
enum BracketedRoot {
  /// A root of `function` in `bracket`, to a relative width of 4 units in the last place, or to a
  /// wider one: the last rounds of a function whose own rounding hides its sign cost much and tell
  /// nothing.
  ///
  /// - Throws: `SurvivalError.numerical` when the ends do not have opposite signs, a value is not
  ///   finite, or 200 rounds do not suffice (bisection alone would take about 60 for a root of the
  ///   size of the bracket).
  static func find(
    in bracket: ClosedRange<Double>, to width: Double = 4 * .ulpOfOne,
    of function: (Double) -> Double
  ) throws(SurvivalError) -> Double {
    GSL.prepare()
    return try withoutActuallyEscaping(function) { solve(bracket, width, Function(evaluate: $0)) }
      .get()
  }

  /// The function behind GSL's untyped pointer.
  private struct Function {
    let evaluate: (Double) -> Double
  }

  private static func solve(_ bracket: ClosedRange<Double>, _ width: Double, _ function: Function)
    -> Result<Double, SurvivalError>
  {
    guard let solver = gsl_root_fsolver_alloc(rankfall_root_brent()) else {
      return failure(Int32(GSL_ENOMEM))
    }
    defer { gsl_root_fsolver_free(solver) }
    return withUnsafePointer(to: function) { parameters in
      var record = gsl_function(
        function: { argument, parameters in
          parameters?.assumingMemoryBound(to: Function.self).pointee.evaluate(argument) ?? .nan
        },
        params: UnsafeMutableRawPointer(mutating: parameters))
      // The solver keeps the address of the record, so all of its work is done in here.
      return withUnsafeMutablePointer(to: &record) { iterate(solver, $0, bracket, width) }
    }
  }

  private static func iterate(
    _ solver: UnsafeMutablePointer<gsl_root_fsolver>, _ record: UnsafeMutablePointer<gsl_function>,
    _ bracket: ClosedRange<Double>,
    _ width: Double
  ) -> Result<Double, SurvivalError> {
    var status = gsl_root_fsolver_set(solver, record, bracket.lowerBound, bracket.upperBound)
    guard status == 0 else { return failure(status) }
    for _ in 0..<200 {
      status = gsl_root_fsolver_iterate(solver)
      guard status == 0 else { return failure(status) }
      status = gsl_root_test_interval(
        gsl_root_fsolver_x_lower(solver), gsl_root_fsolver_x_upper(solver), 0, width)
      if status == 0 { return .success(gsl_root_fsolver_root(solver)) }
    }
    return failure(status)
  }

  private static func failure(_ status: Int32) -> Result<Double, SurvivalError> {
    .failure(.numerical("the search for a root", status: Int(status)))
  }
}
