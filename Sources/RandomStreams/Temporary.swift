// Unsafe code: temporary stand-in until the fast draws are merged.
import CGSL

public struct NormalDraws: Sendable {
  public let count: Int
  public let substeps: Int
  public init(count: Int, substeps: Int) { (self.count, self.substeps) = (count, substeps) }
  public func normals(step: Int, of address: StreamAddress) -> [[Double]] {
    let blocks = UInt64((count + 1) / 2)
    let xi = (0..<substeps).map { q in
      (0..<count).map { j in
        let word = address.words(index: UInt64(q) << 44 + UInt64(step) * blocks + UInt64(j / 2))[j % 2]
        return gsl_cdf_ugaussian_Pinv(min((Double(word >> 11) + 0.5) * 0x1p-53, 1 - 0x1p-53))
      }
    }
    guard substeps > 1 else { return xi }
    var result = xi
    for j in 0..<count {
      var suffix = 0.0
      for s in (0..<substeps).reversed() {
        var value = xi[0][j] / Double(substeps).squareRoot() + suffix
        if s >= 1 {
          value -= (Double(s) / Double(s + 1)).squareRoot() * xi[s][j]
          suffix += xi[s][j] / Double(s * (s + 1)).squareRoot()
        }
        result[s][j] = value
      }
    }
    return result
  }
  public func fill(
    _ output: UnsafeMutablePointer<SIMD4<Double>>, first: SIMD4<UInt64>, steps: Int, chains: SIMD4<UInt32>, seed: UInt64,
    arm: UInt32
  ) {
    for lane in 0..<4 {
      let address = StreamAddress(seed: seed, arm: arm, chain: chains[lane], purpose: .noise)
      for step in 0..<steps {
        for (s, row) in normals(step: Int(first[lane]) + step, of: address).enumerated() {
          for (j, value) in row.enumerated() { output[(step * substeps + s) * count + j][lane] = value }
        }
      }
    }
  }
  public func fill(_ output: UnsafeMutablePointer<Double>, step: Int, of address: StreamAddress) {
    for (s, row) in normals(step: step, of: address).enumerated() {
      for (j, value) in row.enumerated() { output[s * count + j] = value }
    }
  }
}

public struct ShuffledEntries: Sendable {
  public let count: Int
  public init(among count: Int) { self.count = count }
  public func entry(at step: Int, of address: StreamAddress) -> Int {
    var order = Array(0..<count)
    for i in stride(from: count - 1, to: 0, by: -1) {
      let word = address.words(index: UInt64(step / count * count + i))[0]
      order.swapAt(i, Int(word.multipliedFullWidth(by: UInt64(i + 1)).high))
    }
    return order[step % count]
  }
  public func span(first: Int, of address: StreamAddress) -> [Int] {
    (0..<Span.steps).map { entry(at: first + $0, of: address) }
  }
  public func fill(
    _ output: UnsafeMutablePointer<SIMD4<UInt64>>, first: SIMD4<UInt64>, chains: SIMD4<UInt32>, seed: UInt64, arm: UInt32
  ) {
    for lane in 0..<4 {
      let address = StreamAddress(seed: seed, arm: arm, chain: chains[lane], purpose: .shuffles)
      for (step, entry) in span(first: Int(first[lane]), of: address).enumerated() { output[step][lane] = UInt64(entry) }
    }
  }
}

extension EntryChoice {
  public func entry(at step: Int, draw: Int, of address: StreamAddress) -> Int {
    guard draw > 0 else { return entry(at: step, of: address) }
    let batches = StreamAddress(seed: address.seed, arm: address.arm, chain: address.chain, purpose: .batches)
    let word = step / digitsPerWord
    var x = batches.words(index: UInt64(word / 2) + UInt64(draw) << 44)[word % 2]
    var digit: UInt64 = 0
    for _ in 0...(step % digitsPerWord) { (digit, x) = x.multipliedFullWidth(by: UInt64(count)) }
    return Int(digit)
  }
}
