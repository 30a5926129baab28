import DeepLinear
import Dynamics
import RandomStreams

/// What rungs ask of random numbers and memory, and how much of it there is.
///
/// | limit | for | why |
/// |---|---|---|
/// | steps ceil(n/2) <= 2^44 | n normal numbers a substep | their addresses |
/// | steps <= 2 m 2^44 | batches, m draws to a word | the addresses of the draws beyond the first |
/// | n substeps <= 2^24 | Gaussian rungs | a step's numbers are drawn at once: 128 MB |
/// | P <= 2^20 | additive noise in P weights | these chains are never compressed |
/// | N P <= 2^22 | noise taken from a minimum | the N gradients there stay with the chain |
///
/// The steps are those to the horizon and of the follow-up, and a span beyond.
enum RungLimit {
  /// The logarithm to the base 2 of the blocks of random numbers that a substep, or a draw of a batch, has.
  private static let blockBits = 44
  private static let mostNormals = 1 << 24
  private static let mostGradientNumbers = 1 << 22

  /// Why the rung of a law cannot be run; nil when it can.
  static func reason(against law: ChainLaw) -> String? {
    let (rung, name) = (law.rung, law.rung.name)
    let (entries, parameters) = (law.problem.entries.count, law.shape.parameterCount)
    if rung.isAdditive, parameters > NetworkShape.mostLaneWeights {
      return "\(name) adds noise to each of \(parameters) weights; at most \(NetworkShape.mostLaneWeights) are possible"
    }
    if rung.needsMinimum, entries * parameters > mostGradientNumbers {
      return "\(name) keeps the gradients of \(entries) entries by \(parameters) weights; at most \(mostGradientNumbers) "
        + "numbers are possible"
    }
    let normals = rung.normals(entries: entries, parameters: parameters)
    guard normals * rung.substeps <= mostNormals else {
      return "\(name) draws \(normals * rung.substeps) normal numbers a step; at most \(mostNormals) are possible"
    }
    var steps = Int.max
    if normals > 0 { steps = (1 << blockBits) / ((normals + 1) / 2) }
    if case .sgdBatch(2...) = rung { steps = EntryChoice(among: entries).stepsPerBlock << blockBits }
    guard law.horizon + law.follow + Span.steps <= steps else {
      return "\(name) has random numbers for \(steps - Span.steps) steps here; expected a horizon and a follow-up within them"
    }
    return nil
  }
}
