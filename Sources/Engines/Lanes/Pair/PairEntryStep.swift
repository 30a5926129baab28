// Unsafe code: weights and draws are read and written through the quartets' pointers.
import AbsorbingSets
import DeepLinear

/// The step along one entry's gradient: `Network.step(entry:coefficients:)`, its value shifted
/// where the family draws shifts.
///
/// It needs 47 + 26 (inner - 1) floating-point operations a lane, a multiply-add counted as two:
/// products, residual, decay and updates. 8 more are spent on adding zeros to the column of W_1 and
/// the row of W_L that the entry leaves out. Entries are looked up by shifts in a table of bits,
/// without memory or branches.
struct PairEntryStep<Shift: StepAddition>: PairStep {
  /// Bit 63 - k holds the row, or the column, of entry k: a shift left by k brings it to the sign.
  private let rowTable: UInt64
  private let columnTable: UInt64
  /// a_k by its place: a_00, and what the bits of a_10, a_01 and a_11 differ in.
  private let target: SIMD4<Double>
  private let rowDifference: SIMD4<Int64>
  private let columnDifference: SIMD4<Int64>
  private let bothDifference: SIMD4<Int64>

  init(_ problem: CompletionProblem) {
    var values = [UInt64](repeating: 0, count: 4)
    var (rows, columns): (UInt64, UInt64) = (0, 0)
    for (k, entry) in problem.entries.enumerated() {
      rows |= UInt64(entry.row) << UInt64(63 - k)
      columns |= UInt64(entry.column) << UInt64(63 - k)
      values[2 * entry.row + entry.column] = entry.value.bitPattern
    }
    func broadcast(_ bits: UInt64) -> SIMD4<Int64> { SIMD4(repeating: Int64(bitPattern: bits)) }
    (rowTable, columnTable) = (rows, columns)
    target = SIMD4(repeating: Double(bitPattern: values[0]))
    columnDifference = broadcast(values[0] ^ values[1])
    rowDifference = broadcast(values[0] ^ values[2])
    bothDifference = broadcast(values[0] ^ values[1] ^ values[2] ^ values[3])
  }

  var substeps: Int {
    @inline(__always) get { 1 }
  }

  @inline(__always)
  func callAsFunction<let inner: Int>(_: InnerLayers<inner>, _ quartet: QuartetMemory, _ index: Int)
    -> PairMatrix
  {
    let first = LaneBits.layers(quartet.weights)
    let middle = first + 1
    let last = first + (inner + 1)
    let (decay, push) = (quartet.coefficients.pointee.decay, quartet.coefficients.pointee.push)
    let choice = quartet.draws.choices[index]
    let row = LaneBits.signs(rowTable, choice)
    let column = LaneBits.signs(columnTable, choice)
    let observed = LaneBits.real(
      LaneBits.bits(target) ^ (column & columnDifference) ^ (row & rowDifference)
        ^ (column & row & bothDifference))
    let value = Shift.isMade ? observed + quartet.draws.shifts[index] : observed
    let bottom = Pair(
      LaneBits.choose(column, first.pointee.b, first.pointee.a),
      LaneBits.choose(column, first.pointee.d, first.pointee.c))
    let top = Pair(
      LaneBits.choose(row, last.pointee.c, last.pointee.a),
      LaneBits.choose(row, last.pointee.d, last.pointee.b))
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
      middle[layer] = middle[layer].moved(decay, g, back, inputs[layer])
      back = next
    }
    let inColumn1 = LaneBits.real(LaneBits.bits(g) & column)
    let inColumn0 = LaneBits.real(LaneBits.bits(g) & ~column)
    let old = first.pointee
    let new = PairMatrix(
      a: (decay * old.a).addingProduct(inColumn0, back.x),
      b: (decay * old.b).addingProduct(inColumn1, back.x),
      c: (decay * old.c).addingProduct(inColumn0, back.y),
      d: (decay * old.d).addingProduct(inColumn1, back.y))
    first.pointee = new
    let inRow1 = LaneBits.real(LaneBits.bits(g) & row)
    let inRow0 = LaneBits.real(LaneBits.bits(g) & ~row)
    let end = last.pointee
    last.pointee = PairMatrix(
      a: (decay * end.a).addingProduct(inRow0, output.x),
      b: (decay * end.b).addingProduct(inRow0, output.y),
      c: (decay * end.c).addingProduct(inRow1, output.x),
      d: (decay * end.d).addingProduct(inRow1, output.y))
    return new
  }
}
