// Unsafe code: weights are read and written through the quartets' pointers.
import AbsorbingSets
import DeepLinear

/// The kernel of networks whose every width is 2: `inner` layers between the first and the last, L = inner + 2.
///
/// A step needs 47 + 26 (inner - 1) floating-point operations a lane, a multiply-add counted as two: products, residual, decay and
/// updates. 8 more are spent on adding zeros to the column of W_1 and the row of W_L that the entry leaves out. The number of layers is
/// part of a type (`InnerLayers`), so that the loops over layers unroll and all but the weights stays in registers. The chain of
/// dependent operations is about 40 cycles long: `LaneBatch` keeps four quartets in flight to fill them.
struct PairKernel: LaneKernel {
  private typealias Vector = SIMD4<Double>
  private typealias Bits = SIMD4<Int64>
  private typealias Mask = SIMDMask<SIMD4<Int64>>

  /// The deepest network that the kernel is unrolled for.
  static let deepest = 6

  private let inner: Int
  /// Bit 63 - k holds the row, or the column, of entry k: a shift left by k brings it to the sign.
  private let rowTable: UInt64
  private let columnTable: UInt64
  /// a_k by its place: a_00, and what the bits of a_10, a_01 and a_11 differ in.
  private let target: Vector
  private let rowDifference: Bits
  private let columnDifference: Bits
  private let bothDifference: Bits
  private let squaredDeterminantFloor: Vector
  private let traceFloor: Vector
  private let countsTrace: Bool
  private let membership: PairMembership
  private let rank: Int

  /// A kernel for chains of this law and shape; `nil` when the shape is not one that it serves.
  init?(law: ChainLaw, shape: NetworkShape) {
    guard shape.depth <= Self.deepest, shape.widths.allSatisfy({ $0 == 2 }) else { return nil }
    inner = shape.depth - 2
    var values = [UInt64](repeating: 0, count: 4)
    var (rows, columns): (UInt64, UInt64) = (0, 0)
    for (k, entry) in law.problem.entries.enumerated() {
      rows |= UInt64(entry.row) << UInt64(63 - k)
      columns |= UInt64(entry.column) << UInt64(63 - k)
      values[2 * entry.row + entry.column] = entry.value.bitPattern
    }
    func broadcast(_ bits: UInt64) -> Bits { Bits(repeating: Int64(bitPattern: bits)) }
    (rowTable, columnTable) = (rows, columns)
    target = Vector(repeating: Double(bitPattern: values[0]))
    columnDifference = broadcast(values[0] ^ values[1])
    rowDifference = broadcast(values[0] ^ values[2])
    bothDifference = broadcast(values[0] ^ values[1] ^ values[2] ^ values[3])
    let screen = EntryScreen(law.event, smallerSide: 2)
    // Above zero, so that the margin of a network at the origin is negative even where the screen leaves no room.
    squaredDeterminantFloor = Vector(repeating: max(screen.squaredDeterminantFloor, .leastNormalMagnitude))
    traceFloor = Vector(repeating: max(screen.tail, .leastNormalMagnitude))
    countsTrace = law.event.rank == 0
    membership = PairMembership(law.event)
    rank = law.event.rank
  }

  func runScreened(
    _ quartets: UnsafeBufferPointer<QuartetMemory>, first: Int, steps: Int, suspects: UnsafeMutablePointer<SIMD4<Int64>>
  ) {
    switch (inner, countsTrace) {
    case (0, false): screened(InnerLayers<0>(), false, quartets, first, steps, suspects)
    case (1, false): screened(InnerLayers<1>(), false, quartets, first, steps, suspects)
    case (2, false): screened(InnerLayers<2>(), false, quartets, first, steps, suspects)
    case (3, false): screened(InnerLayers<3>(), false, quartets, first, steps, suspects)
    case (_, false): screened(InnerLayers<4>(), false, quartets, first, steps, suspects)
    case (0, true): screened(InnerLayers<0>(), true, quartets, first, steps, suspects)
    case (1, true): screened(InnerLayers<1>(), true, quartets, first, steps, suspects)
    case (2, true): screened(InnerLayers<2>(), true, quartets, first, steps, suspects)
    case (3, true): screened(InnerLayers<3>(), true, quartets, first, steps, suspects)
    case (_, true): screened(InnerLayers<4>(), true, quartets, first, steps, suspects)
    }
  }

  func runWatched(
    _ quartet: QuartetMemory, first: Int, steps: Int, levels: inout [Int?], report: (Int, Int, Int?) -> Void
  ) {
    switch inner {
    case 0: watched(InnerLayers<0>(), quartet, first, steps, &levels, report)
    case 1: watched(InnerLayers<1>(), quartet, first, steps, &levels, report)
    case 2: watched(InnerLayers<2>(), quartet, first, steps, &levels, report)
    case 3: watched(InnerLayers<3>(), quartet, first, steps, &levels, report)
    default: watched(InnerLayers<4>(), quartet, first, steps, &levels, report)
    }
  }

  @inline(__always)
  private func screened<let count: Int>(
    _ inner: InnerLayers<count>, _ countsTrace: Bool, _ quartets: UnsafeBufferPointer<QuartetMemory>, _ first: Int, _ steps: Int,
    _ suspects: UnsafeMutablePointer<SIMD4<Int64>>
  ) {
    for offset in first..<(first + steps) {
      for index in 0..<quartets.count {
        let first = step(inner, quartets[index], offset)
        suspects[index] |= Self.bits(margin(first, countsTrace))
      }
    }
  }

  @inline(__always)
  private func watched<let count: Int>(
    _ inner: InnerLayers<count>, _ quartet: QuartetMemory, _ first: Int, _ steps: Int, _ levels: inout [Int?],
    _ report: (Int, Int, Int?) -> Void
  ) {
    var (wasInside, wasCollapsed) = (Mask(repeating: false), Mask(repeating: false))
    for lane in 0..<4 {
      wasInside[lane] = levels[lane] != nil
      wasCollapsed[lane] = levels[lane] == 0
    }
    for offset in first..<(first + steps) {
      _ = step(inner, quartet, offset)
      let (inside, collapsed) = membership(layers: Self.layers(quartet), depth: count + 2)
      guard any((inside .^ wasInside) .| (collapsed .^ wasCollapsed)) else { continue }
      for lane in 0..<4 {
        let level = collapsed[lane] ? 0 : (inside[lane] ? rank : nil)
        guard level != levels[lane] else { continue }
        levels[lane] = level
        report(lane, offset - first + 1, level)
      }
      (wasInside, wasCollapsed) = (inside, collapsed)
    }
  }

  /// By how much the first layer rules out that the network is in B_r: negative in the lanes where it does not. What a NaN gives does
  /// not matter: a chain that holds one is outside, and `LaneBatch` finds it by its norm.
  @inline(__always)
  private func margin(_ layer: PairMatrix, _ countsTrace: Bool) -> SIMD4<Double> {
    if countsTrace { return layer.squaredNorm - traceFloor }
    let determinant = layer.determinant
    return determinant * determinant - squaredDeterminantFloor
  }

  /// One SGD step in every lane, the bits of `Network.step`; returns the new W_1.
  @inline(__always)
  private func step<let inner: Int>(
    _: InnerLayers<inner>, _ quartet: QuartetMemory, _ offset: Int
  ) -> PairMatrix {
    let first = Self.layers(quartet)
    let middle = first + 1
    let last = first + (inner + 1)
    let (decay, push) = quartet.coefficients.pointee
    let choice = quartet.choices[offset]
    let row = Self.signs(rowTable, choice)
    let column = Self.signs(columnTable, choice)
    let value = Self.real(
      Self.bits(target) ^ (column & columnDifference) ^ (row & rowDifference) ^ (column & row & bothDifference))
    let bottom = Pair(Self.choose(column, first.pointee.b, first.pointee.a), Self.choose(column, first.pointee.d, first.pointee.c))
    let top = Pair(Self.choose(row, last.pointee.c, last.pointee.a), Self.choose(row, last.pointee.d, last.pointee.b))
    var inputs = InlineArray<inner, Pair>(repeating: bottom)
    var output = bottom
    for layer in 0..<inner {
      inputs[layer] = output
      output = middle[layer].applied(to: output)
    }
    let g = push * ((top.x * output.x).addingProduct(top.y, output.y) - value)

    var back = top
    for layer in (0..<inner).reversed() {
      let next = middle[layer].appliedTransposed(to: back)
      middle[layer].move(decay, g, back, inputs[layer])
      back = next
    }
    let inColumn1 = Self.real(Self.bits(g) & column)
    let inColumn0 = Self.real(Self.bits(g) & ~column)
    let old = first.pointee
    let new = PairMatrix(
      a: (decay * old.a).addingProduct(inColumn0, back.x), b: (decay * old.b).addingProduct(inColumn1, back.x),
      c: (decay * old.c).addingProduct(inColumn0, back.y), d: (decay * old.d).addingProduct(inColumn1, back.y))
    first.pointee = new
    let inRow1 = Self.real(Self.bits(g) & row)
    let inRow0 = Self.real(Self.bits(g) & ~row)
    let end = last.pointee
    last.pointee = PairMatrix(
      a: (decay * end.a).addingProduct(inRow0, output.x), b: (decay * end.b).addingProduct(inRow0, output.y),
      c: (decay * end.c).addingProduct(inRow1, output.x), d: (decay * end.d).addingProduct(inRow1, output.y))
    return new
  }

  @inline(__always)
  private static func layers(_ quartet: QuartetMemory) -> UnsafeMutablePointer<PairMatrix> {
    UnsafeMutableRawPointer(quartet.weights).assumingMemoryBound(to: PairMatrix.self)
  }

  @inline(__always)
  private static func bits(_ vector: SIMD4<Double>) -> SIMD4<Int64> { unsafeBitCast(vector, to: SIMD4<Int64>.self) }

  @inline(__always)
  private static func real(_ bits: SIMD4<Int64>) -> SIMD4<Double> { unsafeBitCast(bits, to: SIMD4<Double>.self) }

  /// All bits set in the lanes whose choice has its table bit set.
  @inline(__always)
  private static func signs(_ table: UInt64, _ choice: SIMD4<UInt64>) -> SIMD4<Int64> {
    SIMD4<Int64>(truncatingIfNeeded: SIMD4(repeating: table) &<< choice) &>> 63
  }

  @inline(__always)
  private static func choose(_ mask: SIMD4<Int64>, _ set: SIMD4<Double>, _ unset: SIMD4<Double>) -> SIMD4<Double> {
    unset.replacing(with: set, where: mask .< 0)
  }
}

/// A number of inner layers that the compiler knows.
private struct InnerLayers<let count: Int> {}

/// A vector of length 2 in each of four lanes.
private struct Pair {
  var x: SIMD4<Double>
  var y: SIMD4<Double>

  @inline(__always)
  init(_ x: SIMD4<Double>, _ y: SIMD4<Double>) {
    (self.x, self.y) = (x, y)
  }
}

extension PairMatrix {
  /// W v.
  @inline(__always)
  fileprivate func applied(to v: Pair) -> Pair {
    Pair((a * v.x).addingProduct(b, v.y), (c * v.x).addingProduct(d, v.y))
  }

  /// W^T u.
  @inline(__always)
  fileprivate func appliedTransposed(to u: Pair) -> Pair {
    Pair((a * u.x).addingProduct(c, u.y), (b * u.x).addingProduct(d, u.y))
  }

  /// W <- decay W + (g u) v^T.
  @inline(__always)
  fileprivate mutating func move(_ decay: SIMD4<Double>, _ g: SIMD4<Double>, _ u: Pair, _ v: Pair) {
    let (gx, gy) = (g * u.x, g * u.y)
    a = (decay * a).addingProduct(gx, v.x)
    b = (decay * b).addingProduct(gx, v.y)
    c = (decay * c).addingProduct(gy, v.x)
    d = (decay * d).addingProduct(gy, v.y)
  }
}
