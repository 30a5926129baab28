import AbsorbingSets
import Testing

@Suite struct AbsorbingSetTests {
  private func refusal(
    rank: Int = 1, alpha: Double = 0.03, epsilon1: Double = 0.3, epsilon2: Double = 0.1,
    bound: Double = 3
  ) -> AbsorbingSetError? {
    do throws(AbsorbingSetError) {
      _ = try AbsorbingSet(
        rank: rank, alpha: alpha, epsilon1: epsilon1, epsilon2: epsilon2, bound: bound)
      return nil
    } catch {
      return error
    }
  }

  @Test func constantsOutsideTheirDomainAreRefused() {
    #expect(refusal() == nil)
    #expect(refusal(rank: 0, epsilon1: 0, epsilon2: 0) == nil)
    #expect(refusal(rank: -1) == .rank(-1))
    for value in [0, -1, .infinity, -.infinity] as [Double] {
      #expect(refusal(alpha: value) == .positive(name: "alpha", value))
      #expect(refusal(bound: value) == .positive(name: "bound", value))
    }
    for value in [-1e-300, .infinity] as [Double] {
      #expect(refusal(epsilon1: value) == .notNegative(name: "epsilon1", value))
    }
    for value in [-0.1, 1, 2, .infinity] as [Double] {
      #expect(refusal(epsilon2: value) == .fraction(name: "epsilon2", value))
    }
    #expect(
      refusal(alpha: .nan) != nil && refusal(epsilon1: .nan) != nil
        && refusal(epsilon2: .nan) != nil && refusal(bound: .nan) != nil
    )
    #expect(
      refusal(alpha: 0)?.description
        == "alpha = 0.0; a finite number above 0 is needed, from 1e-100 to 1e100")
  }

  @Test func theNormsHaveTheirNames() {
    #expect(AbsorbingSet.BalanceNorm.allCases.map(\.rawValue) == ["spectral", "frobenius-squared"])
  }
}
