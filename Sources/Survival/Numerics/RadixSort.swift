// Unsafe code: keys are moved from one array to another, and counted, through pointers without the
// checks of subscripts.

/// Ascending order of whole numbers in time proportional to their number, digit by digit from the
/// least significant one.
///
/// A digit has at most `digitBits` bits, placed over the bits in which the keys differ: 10^6 bit
/// patterns of `Double` multiples of 1/8 below 2^14 take two moves, 10^6 of numbers with any
/// fraction take six. While it lasts it needs 8 bytes a key more.
enum RadixSort {
  /// The widest digit. Of 8 to 12 bits, 10 and 11 were the fastest: fewer moves than with 8, fewer
  /// places to write at than with 12.
  private static let digitBits = 11
  /// Up to this many keys the standard library's sort is faster than tables of counters.
  private static let fewKeys = 2000

  /// Sorts `keys`, with no regard to their lowest `ignoredBits` bits: keys that differ only there
  /// come in no particular order.
  static func sort(_ keys: inout [UInt64], ignoredBits: Int = 0) {
    guard keys.count > fewKeys else { return keys.sort() }
    guard let digits = Digits(keys, ignoredBits) else { return }
    var offsets = digits.counts(keys)
    // The first move fills all of it.
    var moved = [UInt64](unsafeUninitializedCapacity: keys.count) { _, count in count = keys.count }
    for place in 0..<digits.count where digits.makeOffsets(&offsets, place, keys.count) {
      digits.move(keys, to: &moved, place, &offsets)
      swap(&keys, &moved)
    }
  }

  /// Where the digits of a set of keys lie: in (key - base) >> shift.
  private struct Digits {
    let base: UInt64
    let shift: UInt64
    let bits: UInt64
    let count: Int

    /// Nil when the keys differ nowhere that counts.
    init?(_ keys: [UInt64], _ ignoredBits: Int) {
      guard let first = keys.first else { return nil }
      var (least, most, varying) = (first, first, UInt64(0))
      for key in keys {
        least = min(least, key)
        most = max(most, key)
        varying |= key ^ first
      }
      varying = (varying >> ignoredBits) << ignoredBits
      guard varying != 0 else { return nil }
      let lowest = varying.trailingZeroBitCount
      shift = UInt64(lowest)
      base = (least >> shift) << shift
      let width = UInt64.bitWidth - ((most - base) >> shift).leadingZeroBitCount
      count = (width + digitBits - 1) / digitBits
      bits = UInt64((width + count - 1) / count)
    }

    private var size: Int { 1 << bits }
    private var mask: UInt64 { (1 << bits) - 1 }

    /// How often each value of each digit occurs, one table after the other.
    func counts(_ keys: [UInt64]) -> [Int] {
      var tables = [Int](repeating: 0, count: count * size)
      tables.withUnsafeMutableBufferPointer { tables in
        keys.withUnsafeBufferPointer { keys in
          for key in keys {
            var rest = (key &- base) &>> shift
            var table = 0
            for _ in 0..<count {
              tables[table &+ Int(truncatingIfNeeded: rest & mask)] &+= 1
              rest &>>= bits
              table &+= size
            }
          }
        }
      }
      return tables
    }

    /// Turns the counts of one digit into the places at which its values begin; false when all keys
    /// have the same digit.
    func makeOffsets(_ tables: inout [Int], _ place: Int, _ total: Int) -> Bool {
      var sum = 0
      for index in (place * size)..<((place + 1) * size) {
        let here = tables[index]
        if here == total { return false }
        tables[index] = sum
        sum += here
      }
      return true
    }

    /// Moves each key to the place of its digit, and that place on by one.
    func move(_ keys: [UInt64], to moved: inout [UInt64], _ place: Int, _ offsets: inout [Int]) {
      let drop = shift + bits * UInt64(place)
      let table = place * size
      keys.withUnsafeBufferPointer { keys in
        moved.withUnsafeMutableBufferPointer { moved in
          offsets.withUnsafeMutableBufferPointer { offsets in
            for key in keys {
              let digit = table &+ Int(truncatingIfNeeded: ((key &- base) &>> drop) & mask)
              moved[offsets[digit]] = key
              offsets[digit] &+= 1
            }
          }
        }
      }
    }
  }
}
