import Chains
import DeepLinear
import RandomStreams

/// One chain moved by `Network.step`, the readable reference, its entries drawn a span at a time;
/// nothing is screened.
final class ScalarWorkload: Workload {
  private static let spans = 16
  private let law: ChainLaw
  private let choice: EntryChoice
  private let address: StreamAddress
  private var network: Network
  private var step = 0

  init(law: ChainLaw) {
    self.law = law
    choice = EntryChoice(among: law.problem.entries.count)
    address = StreamAddress(
      stream: RandomStream(seed: BenchLaw.seed, index: 0), chain: 0, purpose: .entries)
    network = BenchLaw.start(law, chain: 0, seed: BenchLaw.seed).network
  }

  func work() -> Int {
    for _ in 0..<Self.spans {
      for entry in choice.span(first: step, of: address) {
        let coefficients = StepCoefficients(
          phase: law.schedule.phase(at: step).phase, convention: law.convention)
        network.step(entry: law.problem.entries[entry], coefficients: coefficients)
        step += 1
      }
    }
    precondition(network.squaredNorm.isFinite, "the reference chain must not diverge")
    return Self.spans * Span.steps
  }
}
