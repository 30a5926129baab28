import DeepLinear
import Dynamics

/// The noise of an arm whose noise is additive.
struct ArmTemperature {
  /// The phase with the largest learning rate, in which noise is matched.
  let phase: Schedule.Phase
  /// tr Sigma over the chains; nil where they did not look for their minimum.
  let trace: MedianAndEnds?
  /// T over the chains in that phase.
  let temperature: MedianAndEnds?
  /// The chains that looked, by the rank of their minimum.
  let minima: RestingCounts
  /// What it keeps alive where the data do not see; nil for `gaussian-frozen`, and at depth 2.
  let floor: NoiseFloor?
}
