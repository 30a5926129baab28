import Chains
import Ladder
import RandomStreams

/// What rungs ask of random numbers and memory, and how much of it there is.
///
/// | limit | why |
/// |---|---|
/// | steps ceil(n/2) <= 2^44 | the addresses of n normal numbers a substep |
/// | steps <= 2^44 (steps that a block of choices serves) | the addresses of a batch's draws beyond the first |
/// | numbers a step <= 2^22 | eight quartets of lanes hold a step's mix c_k, normal numbers and kicks: 1 GB a thread |
/// | N P <= 2^22 | N gradients in P weights at the minimum, which gaussian-frozen keeps for each chain under way: as much again |
/// | noisiest phase by step 10^6 | gradient descent goes there from a chain's start in one go: nothing can stop it |
///
/// The steps are those to the horizon and of the follow-up, or to the end of the last offshoot, and
/// a span beyond.
enum RungLimit {
  /// The logarithm to the base 2 of the blocks of random numbers that a draw of a batch has.
  private static let blockBits = 44
  private static let mostNumbers = 1 << 22
  private static let mostStepsBefore = 1_000_000

  /// Why the rung of a law cannot be run; nil when it can.
  static func reason(against law: ChainLaw) -> String? {
    let (rung, name) = (law.rung, law.rung.name)
    let (entries, parameters) = (law.problem.entries.count, law.shape.parameterCount)
    if rung.kind.needsMinimum, entries * parameters > mostNumbers {
      return
        "\(name) keeps \(entries) gradients of \(parameters) numbers each; at most \(mostNumbers) numbers are possible"
    }
    let start = law.noisiestPhase.first
    if rung.kind.needsMinimum, start > mostStepsBefore {
      return
        "\(name) takes its noise from the minimum in the phase with the largest eta, which begins at step \(start); "
        + "expected a schedule that comes to it by step \(mostStepsBefore)"
    }
    let normals = law.motion.normals
    let numbers =
      rung.family.drawsOneEntry
      ? 0 : rung.substeps * (rung.family.isAdditive ? max(parameters, normals) : entries + normals)
    guard numbers <= mostNumbers else {
      return "\(name) takes \(numbers) numbers a step; at most \(mostNumbers) are possible"
    }
    let offshoots = law.recording.offshoots.map { ($0.at.last ?? 0) + $0.steps } ?? 0
    let steps = max(law.horizon + law.follow, offshoots) + Span.steps
    var fits =
      normals == 0 || NormalDraws.fits(steps: steps, count: normals, substeps: rung.substeps)
    if case .independent(2...) = rung.kind.entries {
      fits = fits && steps <= EntryChoice(among: entries).stepsPerBlock << blockBits
    }
    return fits
      ? nil
      : "\(name) has no random numbers for so many steps; expected a shorter horizon or follow-up"
  }
}
