import Testing

@testable import RandomStreams

@Suite struct WeightDrawsTests {
  let draws = WeightDraws(stream: RandomStream(seed: 2305, index: 0), chain: 0)

  @Test func uniformsLieStrictlyInsideTheUnitInterval() {
    let values = draws.uniforms(first: 0, count: 100_000)
    #expect(values.count == 100_000)
    #expect(values.allSatisfy { $0 > 0 && $0 < 1 })
    // Mean 1/2 and variance 1/12, each to five standard errors.
    let mean = values.reduce(0, +) / 1e5
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1e5
    #expect(abs(mean - 0.5) < 5 * 0.2887 / 316.2)
    #expect(abs(variance - 1.0 / 12) < 5 * 0.0745 / 316.2)
  }

  /// Draw n is a function of n alone: any window gives what the whole gives there.
  @Test(arguments: [0, 1, 2, 3, 10, 11, 997] as [UInt64])
  func aWindowEqualsItsPartOfTheWhole(_ first: UInt64) {
    let whole = draws.uniforms(first: 0, count: 1100)
    let normals = draws.normals(first: 0, count: 1100)
    for count in [0, 1, 2, 3, 50, 100] {
      let range = Int(first)..<Int(first) + count
      #expect(draws.uniforms(first: first, count: count) == Array(whole[range]))
      #expect(draws.normals(first: first, count: count) == Array(normals[range]))
    }
  }

  @Test func aDrawIsTheTop53BitsOfItsWord() {
    let address = StreamAddress(
      stream: RandomStream(seed: 2305, index: 0), chain: 0, purpose: .initialWeights)
    for (n, value) in draws.uniforms(first: 0, count: 200).enumerated() {
      let k = address.words(index: UInt64(n / 2))[n % 2] >> 11
      // (k + 1/2) / 2^53 is exact below 1/2; above, the half is rounded away.
      #expect(abs(value - Double(k) * 0x1p-53) <= 0x1p-53, "draw \(n)")
      if k < 1 << 52 { #expect(value * 0x1p54 == Double(2 * k + 1), "draw \(n)") }
    }
  }

  @Test func chainsArmsAndSeedsDiffer() {
    let firsts = [(2305, 0, 0), (2305, 0, 1), (2305, 1, 0), (2306, 0, 0)].map {
      (seed, arm, chain) in
      WeightDraws(
        stream: RandomStream(seed: UInt64(seed), index: UInt32(arm)), chain: UInt32(chain)
      ).uniforms(first: 0, count: 1)[
        0]
    }
    #expect(Set(firsts).count == 4)
  }

  /// Mean, variance, skewness and kurtosis of n = 10^5 draws, each to five of its standard errors,
  /// sqrt(1, 2, 6 and 24 over n).
  @Test func normalsHaveTheMomentsOfTheStandardNormal() {
    let values = draws.normals(first: 0, count: 100_000)
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let central = (2...4).map { power in
      values.reduce(0) { sum, z in
        sum + (0..<power).reduce(1.0) { product, _ in product * (z - mean) }
      } / n
    }
    let (variance, third, fourth) = (central[0], central[1], central[2])
    #expect(abs(mean) < 5 * (1 / n).squareRoot())
    #expect(abs(variance - 1) < 5 * (2 / n).squareRoot())
    #expect(abs(third / (variance * variance.squareRoot())) < 5 * (6 / n).squareRoot())
    #expect(abs(fourth / (variance * variance) - 3) < 5 * (24 / n).squareRoot())
    #expect(values.allSatisfy { abs($0) < 8.3 })
  }

  /// To the bit: stored ensembles rest on these.
  @Test func theFirstDrawsAreFixedForEver() {
    let uniforms = draws.uniforms(first: 0, count: 4).map { String($0.bitPattern, radix: 16) }
    let normals = draws.normals(first: 0, count: 4).map { String($0.bitPattern, radix: 16) }
    #expect(
      uniforms == ["3fe1ade994d04598", "3fe6cf4844548a86", "3fb9efcfb17a61fc", "3fee12fd3039e44c"])
    #expect(
      normals == ["3fc0e307c6b1ab4d", "3fe1f88ff910cbc7", "bff462addbc3e616", "3ff8da1a15cd6200"])
  }
}
