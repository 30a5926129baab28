import Testing

@testable import RandomStreams

@Suite struct NormalDrawsTests {
  static let seed: UInt64 = 0x0123_4567_89AB_CDEF
  static let shapes = [1, 2, 3, 4, 7, 12, 17].flatMap { count in [1, 2, 5, 16].map { (count, $0) } }

  static func address(stream: UInt32, chain: UInt32, purpose: StreamPurpose = .noise)
    -> StreamAddress
  {
    StreamAddress(stream: RandomStream(seed: seed, index: stream), chain: chain, purpose: purpose)
  }

  static func lanes(
    _ draws: NormalDraws, first: SIMD4<UInt64>, steps: Int, chains: SIMD4<UInt32>, stream: UInt32,
    purpose: StreamPurpose = .noise
  ) -> [SIMD4<Double>] {
    let size = steps * draws.substeps * draws.count
    return [SIMD4<Double>](unsafeUninitializedCapacity: size + 1) { buffer, written in
      buffer.initialize(repeating: SIMD4(repeating: 99))
      if let base = buffer.baseAddress {
        draws.fill(
          base, first: first, steps: steps, chains: chains,
          stream: RandomStream(seed: seed, index: stream), purpose: purpose)
      }
      written = size + 1
    }
  }

  static func wide(_ draws: NormalDraws, step: Int, of address: StreamAddress) -> [Double] {
    let size = draws.substeps * draws.count
    return [Double](unsafeUninitializedCapacity: size + 1) { buffer, written in
      buffer.initialize(repeating: 99)
      if let base = buffer.baseAddress { draws.fill(base, step: step, of: address) }
      written = size + 1
    }
  }

  /// To the bit, from the definition by another program (Vectors/make-draws.py): stored ensembles
  /// will rest on these.
  @Test func theKnownDrawsAreFixedForEver() {
    let lines = VectorFile.lines("known-draws").filter { $0[0] == "normals" }
    #expect(lines.count == 8)
    for line in lines {
      let numbers = line[1...5].compactMap { Int($0) }
      let draws = NormalDraws(count: numbers[2], substeps: numbers[3])
      let address = Self.address(stream: UInt32(numbers[0]), chain: UInt32(numbers[1]))
      let found = draws.normals(step: numbers[4], of: address).joined().map(\.bitPattern)
      #expect(found == line[7...].compactMap { UInt64($0, radix: 16) }, "\(line[0...5])")
    }
  }

  @Test(arguments: shapes)
  func lanesAndWideAreTheDefinition(count: Int, substeps: Int) {
    let draws = NormalDraws(count: count, substeps: substeps)
    let chains = SIMD4<UInt32>(3, 0, 1 << 31, .max)
    for (first, steps) in [
      (SIMD4<UInt64>(0, 0, 0, 0), 1), (SIMD4(0, 32, 7, 1 << 40), 5), (SIMD4(9, 8, 7, 6), 32),
    ] {
      let found = Self.lanes(draws, first: first, steps: steps, chains: chains, stream: 7)
      for lane in 0..<4 {
        let address = Self.address(stream: 7, chain: chains[lane])
        let expected = (0..<steps).map {
          draws.normals(step: Int(first[lane]) + $0, of: address).flatMap { $0 }
        }
        #expect(found.dropLast().map { $0[lane].bitPattern } == expected.joined().map(\.bitPattern))
        #expect(
          Self.wide(draws, step: Int(first[lane]), of: address).dropLast() == expected[0][...])
      }
      #expect(found.last == SIMD4(repeating: 99), "nothing is written beyond the end")
    }
  }

  @Test(arguments: [63, 64, 65, 71, 72, 100, 1037], [1, 3])
  func wideStepsAreTheDefinitionAtAnyCount(count: Int, substeps: Int) {
    let draws = NormalDraws(count: count, substeps: substeps)
    let address = Self.address(stream: 1, chain: 2)
    let found = Self.wide(draws, step: 12_345, of: address)
    #expect(found.dropLast() == draws.normals(step: 12_345, of: address).flatMap { $0 }[...])
    #expect(found.last == 99, "nothing is written beyond the end")
  }

  @Test func thePurposeIsPartOfTheAddress() {
    let draws = NormalDraws(count: 4)
    let floor = Self.address(stream: 0, chain: 5, purpose: .floor)
    let expected = draws.normals(step: 3, of: floor)[0]
    #expect(expected != draws.normals(step: 3, of: Self.address(stream: 0, chain: 5))[0])
    #expect(Self.wide(draws, step: 3, of: floor).dropLast() == expected[...])
    let lanes = Self.lanes(
      draws, first: SIMD4(repeating: 3), steps: 1, chains: SIMD4(repeating: 5), stream: 0,
      purpose: .floor)
    #expect(lanes.dropLast().map { $0[2] } == expected)
  }

  /// The substeps add up to the same step at every m: their sum over sqrt(m) is the normal of m =
  /// 1.
  @Test(arguments: [2, 3, 4, 16, 257])
  func substepsShareOnePath(_ substeps: Int) {
    let (one, many) = (NormalDraws(count: 3), NormalDraws(count: 3, substeps: substeps))
    for step in 0..<100 {
      let address = Self.address(stream: 2, chain: 1)
      let (whole, parts) = (
        one.normals(step: step, of: address)[0], many.normals(step: step, of: address)
      )
      for normal in 0..<3 {
        let sum = parts.reduce(0) { $0 + $1[normal] } / Double(substeps).squareRoot()
        #expect(abs(sum - whole[normal]) < 1e-15 * Double(substeps) + 4e-15)
      }
    }
  }

  /// The transform is orthonormal: the images of the unit vectors have products 1 and 0.
  @Test(arguments: [1, 2, 5, 16, 64])
  func theRotationIsOrthonormal(_ substeps: Int) {
    let rotation = SubstepRotation(substeps: substeps)
    let images = (0..<substeps).map { unit in rotation((0..<substeps).map { $0 == unit ? 1 : 0 }) }
    for (i, image) in images.enumerated() {
      for (k, other) in images.enumerated() {
        let product = zip(image, other).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(product - (i == k ? 1 : 0)) < 1e-14)
      }
    }
  }

  @Test func saysWhatHasAddresses() {
    #expect(NormalDraws.fits(steps: 0, count: 1, substeps: 1))
    #expect(NormalDraws.fits(steps: 1 << 44, count: 2, substeps: 4096))
    #expect(!NormalDraws.fits(steps: 1 << 44 + 1, count: 2, substeps: 1))
    #expect(!NormalDraws.fits(steps: 1 << 44, count: 3, substeps: 1))
    #expect(!NormalDraws.fits(steps: .max, count: .max, substeps: 1))
    #expect(!NormalDraws.fits(steps: 1, count: 1, substeps: 4097))
    #expect(!NormalDraws.fits(steps: 1, count: 1, substeps: 0))
    #expect(!NormalDraws.fits(steps: 1, count: 0, substeps: 1))
    #expect(!NormalDraws.fits(steps: -1, count: 1, substeps: 1))
  }
}
