import DeepLinear
import RandomStreams

/// The random numbers of an audit of one chain, each at an address of its own: threads and order
/// cannot change them.
struct AuditDraws {
  private let address: StreamAddress
  /// The first block of the directions of point 0; those of the next point begin 2^20 blocks later.
  private static let directions: UInt64 = 1 << 40

  init(stream: RandomStream, chain: UInt32) {
    address = StreamAddress(stream: stream, chain: chain, purpose: .audit)
  }

  /// How many steps after the entry points lie: 0, then `count` - 1 others up to `window`,
  /// ascending, none twice; all of them where there are no more.
  ///
  /// Most of what a chain has to do in B_r it does soon after its entry: an octave 2^j ... 2^{j+1}
  /// - 1 is drawn first, all with equal chances, and the step within it then. Octaves that are used
  /// up are drawn again: where 64 draws a point have not found `count`, there are fewer.
  func offsets(count: Int, window: Int) -> [Int] {
    guard count <= window else { return Array(0...window) }
    let octaves = UInt64(window.bitWidth - window.leadingZeroBitCount)
    var found: Set<Int> = [0]
    for draw in 0..<UInt64(64 * count) where found.count < count {
      let words = address.words(index: draw)
      let first = 1 << Int(words[0].multipliedFullWidth(by: octaves).high)
      let steps = min(first, window - first + 1)
      found.insert(first + Int(words[1].multipliedFullWidth(by: UInt64(steps)).high))
    }
    return found.sorted()
  }

  /// A symmetric matrix of independent entries, uniform on (-1, 1), for point `number`.
  func symmetric(_ size: Int, number: Int) -> Matrix {
    var result = Matrix(rows: size, columns: size)
    var draw = Self.directions + UInt64(number) << 20
    for i in 0..<size {
      for j in i..<size {
        let value = (Double(address.words(index: draw)[0] >> 11) + 0.5) * 0x1p-52 - 1
        (result[i, j], result[j, i]) = (value, value)
        draw += 1
      }
    }
    return result
  }
}
