/// A rung of the noise ladder: how the noise about the mean drift -eta gbar is made.
///
/// With g_k = c_data (A_k - a_k) grad A_k, gbar their mean over the N entries and Sigma = mean of (g_k - gbar)(g_k - gbar)^T, every rung has the
/// same decay and the same mean drift, and adds:
///
/// | rung | noise |
/// |---|---|
/// | `gradientDescent` | none |
/// | `sgd` | -eta (g_K - gbar), K uniform: the paper's SGD |
/// | `sgdBatch(b)` | the mean of b such draws, with replacement |
/// | `sgdShuffled` | a fresh permutation of the N entries each epoch |
/// | `gaussianMatched` | -eta sum_k sqrt(1/N) (g_k - gbar) xi_k at the current point: SGD's mean and covariance |
/// | `gaussianFrozen` | the same with g_k, gbar at the minimum that gradient descent reaches from the chain's start |
/// | `langevin` | sqrt(2 eta T) xi, isotropic in all P weights |
///
/// The last three take `substeps` m >= 1: m Euler-Maruyama steps of eta/m a step, noise scaled so that m -> infinity is the SDE.
public enum Rung: Hashable, Sendable {
  case gradientDescent
  case sgd
  case sgdBatch(Int)
  case sgdShuffled
  case gaussianMatched(substeps: Int)
  case gaussianFrozen(substeps: Int)
  case langevin(Temperature, substeps: Int)

  /// The largest batch.
  public static let largestBatch = 4096
  /// The most substeps.
  public static let mostSubsteps = 4096

  /// m, the parts a step is made of.
  public var substeps: Int {
    switch self {
    case .gaussianMatched(let substeps), .gaussianFrozen(let substeps), .langevin(_, let substeps): substeps
    case .gradientDescent, .sgd, .sgdBatch, .sgdShuffled: 1
    }
  }

  /// Whether a step goes along one entry's gradient alone.
  public var drawsOneEntry: Bool { self == .sgd || self == .sgdShuffled }

  /// Whether the noise is added to the weights as it is, and not made of the gradients at the current point. Such noise does not commute
  /// with changes of basis, so these chains run at the study's full width and are never compressed.
  public var isAdditive: Bool {
    switch self {
    case .gaussianFrozen, .langevin: true
    case .gradientDescent, .sgd, .sgdBatch, .sgdShuffled, .gaussianMatched: false
    }
  }

  /// Whether a chain needs to know the minimum that gradient descent reaches from its start.
  public var needsMinimum: Bool {
    switch self {
    case .gaussianFrozen, .langevin(.matched, _): true
    case .gradientDescent, .sgd, .sgdBatch, .sgdShuffled, .gaussianMatched, .langevin: false
    }
  }

  /// The rung as a study names it, such as `langevin(temperature: matched, substeps: 4)`; the same text for the same rung alone.
  public var name: String {
    func parts(_ substeps: Int) -> [String] { substeps == 1 ? [] : ["substeps: \(substeps)"] }
    func named(_ word: String, _ options: [String]) -> String {
      options.isEmpty ? word : word + "(" + options.joined(separator: ", ") + ")"
    }
    switch self {
    case .gradientDescent: return "gd"
    case .sgd: return "sgd"
    case .sgdBatch(let size): return "sgd-batch(\(size))"
    case .sgdShuffled: return "sgd-shuffled"
    case .gaussianMatched(let substeps): return named("gaussian-matched", parts(substeps))
    case .gaussianFrozen(let substeps): return named("gaussian-frozen", parts(substeps))
    case .langevin(let temperature, let substeps):
      return named("langevin", ["temperature: \(temperature.name)"] + parts(substeps))
    }
  }
}

/// The temperature of isotropic noise.
public enum Temperature: Hashable, Sendable {
  /// T = eta tr Sigma / (2 P), Sigma at the minimum that gradient descent reaches from the chain's own start and P the number of weights: as
  /// much noise in all as SGD has there.
  case matched
  /// T itself, from 0 up.
  case number(Double)

  var name: String {
    switch self {
    case .matched: "matched"
    case .number(let value): "\(value)"
    }
  }
}
