import Chains

extension PathPoint {
  /// A point with the values of the standard observables.
  ///
  /// - Parameter zeros: the test error of zeros in the missing entries, where the test share is
  ///   wanted.
  public init(
    step: Int, fitError: Double, testError: Double?, singularValues: [Double], rank: Int,
    squaredNorms: [Double], level: Int?, zeros: Double? = nil
  ) {
    var values: [String: [Double]] = [
      FitError.word: [fitError], SingularSpectrum.word: singularValues,
      NumericalRank.word: [Double(rank)],
      LayerNorms.word: squaredNorms,
    ]
    if let testError { values[TestError.word] = [testError] }
    if let testError, let zeros { values[TestShare.word] = [testError / zeros] }
    if let level { values[InsideLevel.word] = [Double(level)] }
    if singularValues.count > 1, singularValues[0] > 0 {
      values[Ratio.word] = [singularValues[1] / singularValues[0]]
    }
    self.init(step: step, values: values)
  }
}
