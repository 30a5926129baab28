import AbsorbingSets
import DeepLinear
import Ladder

/// The one place where an engine is chosen. All round alike; a chain's bits change once, when it is
/// compressed.
public enum EngineChoice: String, Sendable {
  /// Lanes with a kernel for 2 x 2 layers in registers.
  case pairLanes = "pair lanes"
  /// Lanes with a kernel for any small network.
  case generalLanes = "general lanes"
  /// One chain at a time at full width, compressed into lanes when it can be.
  case fullWidth = "full width, then lanes"

  /// The engine that a chain of this shape starts in.
  public static func first(for shape: NetworkShape) -> EngineChoice {
    if PairLanes.serve(shape.widths) { return .pairLanes }
    return WideLayers.serves(shape) ? .fullWidth : .generalLanes
  }

  /// The kernel that moves lanes of these widths by the steps of a rung, and tells when they may be
  /// in `event`.
  static func kernel(
    _ rung: Rung, _ problem: CompletionProblem, event: AbsorbingSet, widths: [Int]
  ) -> LaneEngine {
    let layout = LaneLayout(widths)
    func pair<Step: PairStep>(_ step: Step) -> PairKernel<Step> {
      PairKernel(event: event, depth: layout.depth, step: step)
    }
    func general<Step: GeneralStep>(_ step: Step) -> GeneralKernel<Step> {
      GeneralKernel(event: event, widths: widths, step: step)
    }
    let substeps = rung.substeps
    switch (PairLanes.serve(widths), rung.family) {
    case (true, .entry): return .pairEntries(pair(PairEntryStep(problem)))
    case (true, .shiftedEntry): return .pairShifted(pair(PairEntryStep(problem)))
    case (true, .mix(let redrawn)):
      return .pairMix(pair(PairMixStep(problem, substeps: substeps, redraws: redrawn)))
    case (true, .kicked):
      return .pairKicked(pair(PairMixStep(problem, substeps: substeps, redraws: false)))
    case (false, .entry): return .entries(general(GeneralEntryStep(problem, layout: layout)))
    case (false, .shiftedEntry): return .shifted(general(GeneralEntryStep(problem, layout: layout)))
    case (false, .mix(let redrawn)):
      return .mix(
        general(GeneralMixStep(problem, layout: layout, substeps: substeps, redraws: redrawn)))
    case (false, .kicked):
      return .kicked(
        general(GeneralMixStep(problem, layout: layout, substeps: substeps, redraws: false)))
    }
  }

  /// What moves networks of these widths along gradient descent.
  package static func descent(
    _ problem: CompletionProblem, event: AbsorbingSet, widths: [Int]
  ) -> any DescentMover {
    WideLayers.serves(widths: widths)
      ? WideDescent(problem) : LaneDescent(problem, event: event, widths: widths)
  }
}

extension NetworkShape {
  /// The shape of the networks that run many side by side: this one, or what it is compressed to.
  public var inLanes: NetworkShape {
    EngineChoice.first(for: self) == .fullWidth ? compressed : self
  }
}
