import DeepLinear

/// The one place where an engine is chosen. All round alike; a chain's bits change once, when it is compressed.
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

  /// The kernel that moves lanes of these widths by the steps of a rung.
  static func kernel(law: ChainLaw, widths: [Int], rung: Rung) -> LaneEngine {
    let (problem, substeps, redraws) = (law.problem, rung.substeps, rung.redrawsWeights)
    let layout = LaneLayout(widths)
    switch (PairLanes.serve(widths), rung.drawsOneEntry, rung.isAdditive) {
    case (true, true, _):
      return .pairEntries(PairKernel(law: law, depth: layout.depth, step: PairEntryStep(problem)))
    case (true, false, false):
      let step = PairWeightedStep<NoKick>(problem, substeps: substeps, redraws: redraws)
      return .pairWeights(PairKernel(law: law, depth: layout.depth, step: step))
    case (true, false, true):
      let step = PairWeightedStep<AddedKick>(problem, substeps: substeps, redraws: redraws)
      return .pairKicks(PairKernel(law: law, depth: layout.depth, step: step))
    case (false, true, _):
      return .entries(GeneralKernel(law: law, widths: widths, step: GeneralEntryStep(problem, layout: layout)))
    case (false, false, false):
      let step = GeneralWeightedStep<NoKick>(problem, layout: layout, substeps: substeps, redraws: redraws)
      return .weights(GeneralKernel(law: law, widths: widths, step: step))
    case (false, false, true):
      let step = GeneralWeightedStep<AddedKick>(problem, layout: layout, substeps: substeps, redraws: redraws)
      return .kicks(GeneralKernel(law: law, widths: widths, step: step))
    }
  }

  /// What moves networks of these widths along gradient descent.
  static func descent(law: ChainLaw, widths: [Int]) -> any DescentMover {
    WideLayers.serves(widths: widths) ? WideDescent(law.problem) : LaneDescent(law: law, widths: widths)
  }

  /// What the lanes of a batch with networks of `parameters` weights draw.
  static func draws(law: ChainLaw, parameters: Int, source: DrawSource) -> any LaneDraws {
    let entries = law.problem.entries.count
    switch law.rung {
    case .sgd: return EntryDraws(entries: entries, isShuffled: false, source: source)
    case .sgdShuffled: return EntryDraws(entries: entries, isShuffled: true, source: source)
    case .gradientDescent: return EqualWeights(entries: entries)
    case .sgdBatch(let size): return BatchWeights(entries: entries, size: size, source: source)
    case .gaussianMatched(let substeps): return GaussianWeights(entries: entries, substeps: substeps, source: source)
    case .gaussianFrozen, .langevin: return GaussianKicks(rung: law.rung, entries: entries, parameters: parameters, source: source)
    }
  }
}

extension NetworkShape {
  /// The shape of the networks that run many side by side: this one, or what it is compressed to.
  public var inLanes: NetworkShape { EngineChoice.first(for: self) == .fullWidth ? compressed : self }
}

extension Rung {
  /// Whether the weights c of the entries' gradients change from substep to substep.
  fileprivate var redrawsWeights: Bool {
    switch self {
    case .sgdBatch, .gaussianMatched: true
    case .gradientDescent, .sgd, .sgdShuffled, .gaussianFrozen, .langevin: false
    }
  }
}
