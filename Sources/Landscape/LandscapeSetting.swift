import Chains
import DeepLinear

/// What a landscape is of: a loss, and the networks that are let go on it.
public struct LandscapeSetting: Equatable, Sendable {
  /// The law of the chains: the problem, the shape, the law of theta_0, the convention.
  public let law: ChainLaw
  /// lambda.
  public let ridge: Double
  /// eta of gradient descent.
  public let learningRate: Double
  /// The address of the starts: start i is theta_0 of the study's chain i.
  public let stream: UInt32

  /// The ridges that a landscape is made at: with room below and above for the branches, and for
  /// norms of what a ridge multiplies.
  public static let ridges = 1e-250...1e250

  /// Makes a setting.
  ///
  /// - Throws: `LandscapeError` where the ridge is 0 or not one of `ridges`, where the learning
  ///   rate is 0, and where the compressed network is too large for a dense Hessian.
  public init(law: ChainLaw, ridge: Double, learningRate: Double, stream: UInt32 = 0)
    throws(LandscapeError)
  {
    guard ridge > 0, ridge.isFinite else { throw .ridge(ridge) }
    guard Self.ridges.contains(ridge) else { throw .farRidge(ridge) }
    guard learningRate > 0, learningRate.isFinite else { throw .learningRate(learningRate) }
    let weights = law.shape.compressed.parameterCount
    guard weights <= RegularisedLoss.mostHessianWeights else { throw .weights(weights) }
    self.law = law
    self.ridge = ridge
    self.learningRate = learningRate
    self.stream = stream
  }

  /// The settings of a law: each lambda above 0 of its schedule and of its offshoots, in the order
  /// of their first use, with the smallest eta above 0 that goes with it. Gradient descent with a
  /// small eta follows the gradient flow, whose basins do not depend on eta.
  public static func all(of law: ChainLaw, stream: UInt32 = 0) throws(LandscapeError)
    -> [LandscapeSetting]
  {
    let phases = law.schedule.phases + (law.recording.offshoots.map { [$0.phase] } ?? [])
    var ridges: [Double] = []
    for phase in phases where phase.ridge > 0 && !ridges.contains(phase.ridge) {
      ridges.append(phase.ridge)
    }
    guard !ridges.isEmpty else { throw .ridge(0) }
    var settings: [LandscapeSetting] = []
    for ridge in ridges {
      let rates = phases.filter { $0.ridge == ridge && $0.learningRate > 0 }.map(\.learningRate)
      settings.append(
        try LandscapeSetting(
          law: law, ridge: ridge, learningRate: rates.min() ?? 0.01, stream: stream))
    }
    return settings
  }

  /// F.
  public var loss: RegularisedLoss {
    RegularisedLoss(problem: law.problem, convention: law.convention, ridge: ridge)
  }
  /// L.
  public var depth: Int { law.shape.depth }
}

/// Why a landscape was refused.
public enum LandscapeError: Error, Equatable, Sendable, CustomStringConvertible {
  /// lambda = 0.
  case ridge(Double)
  /// lambda is not one of `LandscapeSetting.ridges`.
  case farRidge(Double)
  /// eta = 0.
  case learningRate(Double)
  /// Too many weights for a dense Hessian.
  case weights(Int)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .ridge(let ridge):
      "the landscape needs lambda above 0, found \(ridge): without a ridge minima are not isolated, as W_2 M and M^-1 W_1 fit alike for any M"
    case .farRidge(let ridge):
      "the landscape needs lambda from \(LandscapeSetting.ridges.lowerBound) to \(LandscapeSetting.ridges.upperBound), found \(ridge): "
        + "branches are followed to ridges far below and far above it, which must be numbers, too"
    case .learningRate(let rate): "gradient descent needs eta above 0, found \(rate)"
    case .weights(let count):
      "the network has \(count) weights at hidden width min(d_in, d_out); the dense Hessian of a landscape takes at most "
        + "\(RegularisedLoss.mostHessianWeights)"
    }
  }
}
