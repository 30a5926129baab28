/// The words by which a study names rungs of the noise ladder, and the options that each takes.
enum RungWord: String, CaseIterable {
  case gradientDescent = "gd"
  case sgd
  case sgdBatch = "sgd-batch"
  case sgdShuffled = "sgd-shuffled"
  case gaussianMatched = "gaussian-matched"
  case gaussianFrozen = "gaussian-frozen"
  case langevin

  /// The keys of the options. Every rung takes `chains`.
  var options: [String] {
    switch self {
    case .gradientDescent, .sgd, .sgdShuffled: ["chains"]
    case .sgdBatch: ["size", "chains"]
    case .gaussianMatched, .gaussianFrozen: ["substeps", "chains"]
    case .langevin: ["temperature", "substeps", "chains"]
    }
  }
}
