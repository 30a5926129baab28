/// Study files for the program.
enum Studies {
  /// Two arms of narrow chains that mostly enter.
  static let small = """
    study: small
    problem:
      two-by-two: { epsilon: 0.25 }
    network: { depth: 3, width: 4, init: { law: normal, std: 1/sqrt(width) } }
    convention: figures
    schedule:
      - { steps: 500, eta: 0.03, lambda: 0.1 }
      - { eta: 0.2, lambda: 0.1 }
    horizon: 6000
    event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, follow: 200 }
    dynamics: [sgd]
    chains: 20
    seed: 7
    sweep: { network.depth: [3, 4] }

    """

  /// Chains at full width first.
  static let wide = small.replacing("width: 4,", with: "width: 100,").replacing(
    "[3, 4]", with: "[3]")

  /// Chains of width 4 that are recorded and have offshoots.
  static let recorded = small.replacing(
    "schedule:\n",
    with:
      "schedule:\n  offshoots: { at: [0, 700, 3001], steps: 500, eta: 0.02, lambda: 0.001 }\n  phases:\n"
  )
  .replacing("sweep:", with: "record: { every: 150, chains: 4 }\nsweep:")

  /// Every kind of rung in chains of width 2, one with a number of chains of its own.
  static let ladder = small.replacing("width: 4,", with: "width: 2,").replacing(
    "sweep: { network.depth: [3, 4] }\n", with: ""
  )
  .replacing("study: small", with: "study: ladder").replacing(
    "horizon: 6000", with: "horizon: 1500"
  ).replacing(
    "[sgd]",
    with:
      "[sgd, gd, sgd-shuffled, { sgd-batch: 2 }, gaussian-matched, { gaussian-frozen: { chains: 6 } }, { langevin: { substeps: 2 } }]"
  )

  /// Chains that never enter, `horizon` steps long.
  static func endless(horizon: Int, chains: Int) -> String {
    """
    study: endless
    problem:
      two-by-two: { epsilon: 0.25 }
    network: { depth: 3, width: 2, init: { law: normal, std: 1/sqrt(width) } }
    convention: figures
    schedule:
      - { eta: 0.03, lambda: 0.05 }
    horizon: \(horizon)
    event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, follow: 0 }
    dynamics: [sgd]
    chains: \(chains)
    seed: 3

    """
  }
}
