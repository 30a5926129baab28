import AbsorbingSets
import Audits
import Chains
import DeepLinear
import TestKit
import Testing

/// The search against all words, written out.
@Suite struct ExitSearchTests {
  /// The first word that leaves, by length and then in the order of the entries, by going through
  /// all N^n words of every length n.
  private func firstExit(
    _ law: ChainLaw, _ set: AbsorbingSet, _ start: Network, _ step: Int, depth: Int
  ) -> Successor? {
    let (entries, membership) = (law.problem.entries, Membership(set))
    var total = 1
    for length in 1...depth {
      total *= entries.count
      for number in 0..<total {
        var (digits, rest) = ([Int](), number)
        for _ in 0..<length {
          digits.insert(rest % entries.count, at: 0)
          rest /= entries.count
        }
        var network = start
        for (index, digit) in digits.enumerated() {
          let phase = law.schedule.phase(at: step + index).phase
          network.step(
            entry: entries[digit],
            coefficients: StepCoefficients(phase: phase, convention: law.convention))
        }
        if membership.level(of: network) == nil { return Successor(word: digits, network: network) }
      }
    }
    return nil
  }

  /// How many exits of each length were found; 0 for none.
  private func lengths(
    _ law: ChainLaw, values: [Double], spread: Double = 0.1, depth: Int, step: Int, cases: Int,
    seed: UInt64
  )
    -> [Int: Int]
  {
    var numbers = TestNumbers(seed)
    var lengths: [Int: Int] = [:]
    let search = ExitSearch(law: law, set: law.event, depth: depth)
    while lengths.values.reduce(0, +) < cases {
      let scale = numbers.uniform(0.5, 1.2)
      let network = numbers.balanced(law.shape.widths, values.map { $0 * scale }, spread: spread)
      guard Membership(law.event).level(of: network) != nil else { continue }
      let (found, expected) = (
        search.shortestExit(from: network, at: step),
        firstExit(law, law.event, network, step, depth: depth)
      )
      #expect(found == expected)
      lengths[found?.word.count ?? 0, default: 0] += 1
    }
    return lengths
  }

  @Test func theShortestWordIsTheFirstOfAllWords() throws {
    let lengths = lengths(
      try Laws.figure1(alpha: 0.1, epsilon2: 0.5), values: [1.4, 0.15], depth: 5, step: 600,
      cases: 60, seed: 11)
    #expect(
      (lengths[0] ?? 0) > 0 && (lengths[1] ?? 0) > 0 && lengths.keys.contains { $0 > 1 },
      "\(lengths)")
  }

  @Test func wordsCrossIntoTheNextPhase() throws {
    // Step 497 has eta = .03, step 500 eta = .2: what is left only at the large rate is left at the
    // fourth move or later.
    let law = try Laws.figure1(alpha: 0.1, epsilon2: 0.5)
    let before = lengths(law, values: [1.4, 0.15], depth: 5, step: 497, cases: 60, seed: 12)
    #expect(before.keys.contains { $0 > 3 }, "\(before)")
  }

  @Test func sevenEntriesAndThreeRows() throws {
    let lengths = lengths(
      try Laws.threeByFour(depth: 3), values: [1.3, 0.03, 0.01], spread: 0.15, depth: 3, step: 60,
      cases: 40, seed: 13)
    #expect(lengths.count > 1, "\(lengths)")
  }

  @Test func aSetThatHoldsEverythingHasNoExit() throws {
    let law = try Laws.figure1()
    let all = try AbsorbingSet(rank: 1, alpha: 1e6, epsilon1: 1e6, epsilon2: 0.5, bound: 1e6)
    var numbers = TestNumbers(14)
    for _ in 0..<20 {
      let network = numbers.network([2, 2, 2, 2], std: 0.7)
      #expect(ExitSearch(law: law, set: all, depth: 5).shortestExit(from: network, at: 0) == nil)
    }
  }
}

extension TestNumbers {
  /// A nearly balanced network with these singular values in every layer, each changed by a random
  /// relative `spread`.
  mutating func balanced(_ widths: [Int], _ singularValues: [Double], spread: Double) -> Network {
    var basis = orthogonal(widths[0])
    var weights: [Matrix] = []
    for (columns, rows) in zip(widths, widths.dropFirst()) {
      var middle = Matrix(rows: rows, columns: columns)
      for (index, value) in singularValues.enumerated() where index < min(rows, columns) {
        middle[index, index] = value * (1 + spread * uniform(-1, 1))
      }
      let next = orthogonal(rows)
      weights.append(next * middle * basis.transposed)
      basis = next
    }
    return Network(weights: weights)
  }
}
