import AbsorbingSets
import Chains
import DeepLinear
import Ensemble
import Studies

/// One point of a study's sweep with one of its pairs (eta, lambda): what the theorems are
/// evaluated at.
struct BoundsPoint: Equatable {
  /// Its number in the tables, from 1.
  let index: Int
  /// The swept keys' values.
  let swept: [Arm.SweptValue]
  /// The law of the point's chains; the rung in it has no part here.
  let law: ChainLaw
  /// eta and lambda in the study's convention.
  let phase: Schedule.Phase
  /// Whether this is the phase with the largest learning rate.
  let isNoisiest: Bool

  /// The points of a study: each point of the sweep once, whatever its rungs, first with the phase
  /// of the largest learning rate, then with every other pair (eta, lambda) that begins before the
  /// horizon.
  static func points(of study: Study) -> [BoundsPoint] {
    var points: [BoundsPoint] = []
    var streams: Set<UInt32> = []
    for arm in study.arms where streams.insert(arm.stream).inserted {
      for phase in phases(of: arm.law) {
        points.append(
          BoundsPoint(
            index: points.count + 1, swept: arm.swept, law: arm.law, phase: phase,
            isNoisiest: phase == arm.law.noisiestPhase.phase)
        )
      }
    }
    return points
  }

  private static func phases(of law: ChainLaw) -> [Schedule.Phase] {
    var phases = [law.noisiestPhase.phase]
    var start = 0
    for phase in law.schedule.phases where start < law.horizon {
      let isNew = !phases.contains {
        ($0.learningRate, $0.ridge) == (phase.learningRate, phase.ridge)
      }
      if isNew { phases.append(phase) }
      start += phase.steps ?? 0
    }
    return phases
  }

  /// eta in convention `appendix`.
  var learningRate: LogNumber { LogNumber(phase.learningRate) * LogNumber(factors.learningRate) }
  /// lambda in convention `appendix`.
  var ridge: LogNumber { LogNumber(phase.ridge) * LogNumber(factors.ridge) }
  /// What a learning rate and a ridge of 1 are there.
  private var factors: (learningRate: Double, ridge: Double) {
    law.convention.equivalent(in: .appendix, learningRate: 1, ridge: 1)
  }

  /// C_1 = max a_k^2.
  var dataBound: LogNumber {
    LogNumber(law.problem.entries.reduce(0) { max($0, $1.value.magnitude) }).power(2)
  }

  /// The mean of ||W_l||_F^2 under the initial law, of the layer where it is largest: C_0 is drawn
  /// with theta_0, and enters by its logarithm. At least 1e-300.
  var start: LogNumber {
    let means = zip(law.shape.widths, law.shape.widths.dropFirst()).enumerated().map {
      index, widths in
      let scale = LogNumber(law.initialLaw.scale(layer: index + 1, shape: law.shape)).power(2)
      let variance = law.initialLaw == .torchLinear ? scale / LogNumber(3) : scale
      return variance * LogNumber(Double(widths.0 * widths.1))
    }
    return max(means.max() ?? .zero, LogNumber(log10: -300))
  }

  /// n.
  var size: Int { law.shape.widths.max() ?? 0 }

  /// What the theorems depend on.
  func setting() throws(TheoremError) -> TheoremSetting {
    try TheoremSetting(
      depth: law.shape.depth, size: size, inputs: law.shape.inputs, outputs: law.shape.outputs,
      ridge: ridge, dataBound: dataBound)
  }

  /// eps2 of the study, or where the theorems do not cover it the largest that they do, just below
  /// 1/2.
  var epsilon2: Double { isEpsilon2Covered ? law.event.epsilon2 : 0.5.nextDown }
  /// Whether 0 < eps2 < 1/2.
  var isEpsilon2Covered: Bool { law.event.epsilon2 > 0 && law.event.epsilon2 < 0.5 }

  /// The ranks that the tables show: 0...min(d_in, d_out) - 1, of many the first 32 and the
  /// event's.
  var ranks: [Int] {
    let all = 0..<law.problem.smallerDimension
    let first = all.prefix(32)
    return first.contains(law.event.rank) ? Array(first) : Array(first) + [law.event.rank]
  }

  /// The largest set that is closed, for the event's r.
  func closedSet() throws(TheoremError) -> ClosedSet {
    ClosedSet(try setting(), rank: law.event.rank, epsilon2: epsilon2)
  }
}
