import DeepLinear

/// A local minimum followed over lambda.
public struct Branch: Equatable, Sendable {
  /// The minimum at one lambda.
  public struct Point: Equatable, Sendable {
    /// lambda.
    public let ridge: Double
    /// F.
    public let loss: Double
    /// (1/N) sum_k (A_k - a_k)^2.
    public let fitError: Double
    /// The mean square over the missing entries; nil where it is not known.
    public let testError: Double?
    /// The singular values of A that are not 0.
    public let singularValues: [Double]
    /// The smallest eigenvalue of the Hessian among networks of hidden width r, on the complement
    /// of the orbit: 0 at a fold.
    public let smallestEigenvalue: Double
  }

  /// A at one of the lambdas that were asked for.
  public struct Mark: Equatable, Sendable {
    /// lambda.
    public let ridge: Double
    /// A.
    public let product: Matrix
  }

  /// How a branch ends on one side; lambda is known to about `Continuation.precision`.
  public enum End: Equatable, Sendable {
    /// The minimum disappears at this lambda, where it meets a saddle: beyond, there is no critical
    /// point near.
    case fold(Double)
    /// It is a strict saddle beyond this lambda.
    case becomesSaddle(Double)
    /// Its smallest singular value falls to 0 at this lambda, and a minimum of lower rank takes its
    /// place: for L = 2 only.
    case losesRank(Double)
    /// It was followed to this lambda, the end of the range, and goes on.
    case goesOn(Double)
    /// It was followed to this lambda inside the range, and no further: the steps were used up, or
    /// rounding let none be made.
    case givenUp(Double)

    /// The lambda.
    public var ridge: Double {
      switch self {
      case .fold(let ridge), .becomesSaddle(let ridge), .losesRank(let ridge), .goesOn(let ridge),
        .givenUp(let ridge):
        ridge
      }
    }
  }

  /// r.
  public let rank: Int
  /// Its index in the landscape that it was followed from.
  public let minimum: Int
  /// The points, by ascending lambda.
  public let points: [Point]
  /// A at the lambdas that were asked for and that it reaches.
  public let marks: [Mark]
  /// Where it begins.
  public let lower: End
  /// Where it ends.
  public let upper: End

  /// Whether no upper end was found: it goes on at the end of the range, or was given up.
  public var isOpen: Bool {
    switch upper {
    case .goesOn, .givenUp: true
    case .fold, .becomesSaddle, .losesRank: false
    }
  }

  /// Whether it was given up on one of its sides.
  public var isGivenUp: Bool {
    [lower, upper].contains { if case .givenUp = $0 { true } else { false } }
  }
}
