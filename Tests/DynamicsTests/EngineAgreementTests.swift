import AbsorbingSets
import DeepLinear
import Dynamics
import TestKit
import Testing

/// Every engine does what the scalar reference does, to the bit.
@Suite struct EngineAgreementTests {
  private func expectAgreement(_ law: ChainLaw, seed: UInt64, chains: UInt32, _ label: String) {
    let engine = outcomes(of: law, seed: seed, arm: 3, chains: 0..<chains)
    for chain in 0..<chains {
      var reference = ReferenceChain(law: law, seed: seed, arm: 3, chain: chain)
      #expect(engine[Int(chain)] == reference.outcome(), "\(label), chain \(chain)")
    }
  }

  @Test(arguments: [2, 3, 4, 5, 6, 7]) func pairLanes(depth: Int) throws {
    expectAgreement(try Laws.figure1(depth: depth, horizon: 3_000, follow: 300), seed: 11, chains: 37, "L = \(depth)")
  }

  @Test(arguments: Convention.allCases) func conventions(convention: Convention) throws {
    expectAgreement(try Laws.figure1(convention: convention, horizon: 1_500, follow: 100), seed: 5, chains: 17, "\(convention)")
  }

  @Test func divergence() throws {
    let law = try Laws.figure1(horizon: 2_000, start: 0.9, law: .normal(.number(1.2)))
    let kinds = outcomes(of: law, seed: 4, arm: 3, chains: 0..<40).compactMap { $0?.kind }
    #expect(kinds.contains(.diverged))
    expectAgreement(law, seed: 4, chains: 40, "diverging")
  }

  @Test(arguments: [[3], [3, 3], [4, 5, 3], [17, 20]]) func generalLanes(hiddenWidths: [Int]) throws {
    let law = try Laws.threeByFour(depth: hiddenWidths.count + 1, hiddenWidths: hiddenWidths, horizon: 700)
    expectAgreement(law, seed: 7, chains: 9, "\(hiddenWidths)")
  }
}
