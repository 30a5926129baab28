/// SplitMix64: every input is made from its own number, so that one can be made again alone.
public struct FuzzRandom: RandomNumberGenerator {
  private var state: UInt64

  /// The generator of one input.
  public init(seed: UInt64, input: Int) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(input) &* 0xD1B5_4A32_D192_ED03
  }

  /// The next word.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(count, 1))) }

  /// True once in so many times, on average.
  mutating func once(in count: Int) -> Bool { below(count) == 0 }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}

/// Words that parsers stumble over.
enum Stumble {
  static let numbers = [
    "0", "1", "2", "3", "5", "0.5", "-1", "-0", "1e-400", "1e400", "1e308", "1e-308", "1e100",
    "1e-100",
    "9007199254740993", "18446744073709551616", "nan", "inf", "-inf", "0x1", "0x1p-1", "1_000",
    "1,5",
    "01", ".5", "5.", ".", "+", "1e", "1e5", " 1 ", "\u{FF11}", "NA", "", "true", "4096", "1000000",
  ]
  static let words = [
    "a", "b", "w2", "w10", "NA", "none", "", " ", "censored", "=1+1", "@x", "-", "\u{E4}",
    "e\u{301}",
    "\u{1F600}", "a,b", "a;b", "\"", "a\"b", "\u{0}", "\u{FEFF}", "\r", "1", "2", "0", "-1", "1e5",
    "x",
  ]

  /// Changes bytes: cut, doubled, put in another place, replaced.
  static func shaken(_ bytes: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<(1 + random.below(4)) {
      let start = random.below(bytes.count + 1)
      let end = min(bytes.count, start + random.below(8))
      switch random.below(6) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 2: bytes.insert(contentsOf: random.pick(numbers + words).utf8, at: start)
      case 3: if start < bytes.count { bytes[start] = UInt8(truncatingIfNeeded: random.next()) }
      case 4: bytes.insert(random.pick(Array("\n\t\r,;\"'{}[]:#-&*!|>".utf8)), at: start)
      default: bytes.removeSubrange(start...)
      }
    }
    return bytes
  }
}
