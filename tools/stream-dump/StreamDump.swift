import Foundation
import RandomStreams

/// Writes the random streams, as the program uses them, to standard output until the reader closes
/// the pipe.
///
///     stream-dump words|single|digits [SEED]
///
/// The output is 32-bit little-endian words, for a test battery to read:
/// - `words`: block b of 4000 chains, then block b + 1 of the same chains, and so on: neighbouring
///   counters in both directions, as an ensemble in lockstep uses them;
/// - `single`: one chain's blocks in order;
/// - `digits`: the choices among three entries, 60 000 steps of each chain in turn, repacked into
///   bits (`BitsFromDigits`).
@main
struct StreamDump {
  static func main() {
    // Without this a closed pipe kills the process: the end of the reader's interest is not an
    // error here.
    signal(SIGPIPE, SIG_IGN)
    let arguments = CommandLine.arguments
    guard (2...3).contains(arguments.count),
      let seed = UInt64(arguments.count == 3 ? arguments[2] : "2305")
    else { usage() }
    var out = WordWriter()
    switch arguments[1] {
    case "words": dumpWords(chains: 4000, seed: seed, to: &out)
    case "single": dumpWords(chains: 1, seed: seed, to: &out)
    case "digits": dumpDigits(among: 3, steps: 60_000, seed: seed, to: &out)
    default: usage()
    }
  }

  static func usage() -> Never {
    FileHandle.standardError.write(Data("usage: stream-dump words|single|digits [SEED]\n".utf8))
    exit(2)
  }

  static func address(seed: UInt64, chain: UInt32) -> StreamAddress {
    StreamAddress(stream: RandomStream(seed: seed, index: 0), chain: chain, purpose: .entries)
  }

  /// Blocks 0, 1, ... of all chains side by side.
  static func dumpWords(chains: UInt32, seed: UInt64, to out: inout WordWriter) -> Never {
    var index: UInt64 = 0
    while true {
      for chain in 0..<chains {
        let words = address(seed: seed, chain: chain).words(index: index)
        for word in [words.x, words.y] {
          out.write(UInt32(truncatingIfNeeded: word))
          out.write(UInt32(truncatingIfNeeded: word >> 32))
        }
      }
      index += 1
    }
  }

  /// The choices among `count` entries of steps 0..<`steps` of chain 0, then of chain 1, and so on.
  static func dumpDigits(among count: Int, steps: Int, seed: UInt64, to out: inout WordWriter)
    -> Never
  {
    let choice = EntryChoice(among: count)
    let blocks = UInt64((steps + choice.stepsPerBlock - 1) / choice.stepsPerBlock)
    var bits = BitsFromDigits(base: UInt64(count))
    var chain: UInt32 = 0
    while true {
      let address = address(seed: seed, chain: chain)
      for index in 0..<blocks {
        let words = address.words(index: index)
        for var word in [words.x, words.y] {
          for _ in 0..<choice.digitsPerWord {
            let digit: UInt64
            (digit, word) = word.multipliedFullWidth(by: UInt64(count))
            if let packed = bits.take(digit) { out.write(packed) }
          }
        }
      }
      chain &+= 1
    }
  }
}

/// Exactly uniform 32-bit words from exactly uniform digits to a base N, by rejection.
///
/// g digits in a row, read as one number to the base N, are uniform on 0..<N^g. Let q = floor(N^g /
/// 2^32). A number below q 2^32 is kept, and then uniform on 0..<q 2^32, so that its remainder
/// modulo 2^32 is uniform on 0..<2^32; any other is thrown away with its digits. No bias enters, so
/// a defect in the bits is a defect in the digits. The g with the fewest digits a word is taken:
/// for N = 3, g = 22 keeps 7 * 2^32 / 3^22 = 96 % of the groups, 23.0 digits a word, where entropy
/// asks for 20.2.
struct BitsFromDigits {
  let base: UInt64
  /// g, the number of digits in a group.
  let group: Int
  /// q 2^32.
  let limit: UInt64
  private var value: UInt64 = 0
  private var collected = 0

  /// Chooses the g that needs the fewest digits a word.
  init(base: UInt64) {
    precondition(base >= 2 && base <= 1 << 16, "a group must fit 64 bits with room to choose")
    var best = (group: 0, limit: UInt64(0), cost: Double.infinity)
    var power: UInt64 = 1
    for group in 1...64 {
      let (next, overflow) = power.multipliedReportingOverflow(by: base)
      if overflow { break }
      power = next
      let limit = (power >> 32) << 32
      let cost = Double(group) * Double(power) / Double(limit)
      if limit > 0, cost < best.cost { best = (group, limit, cost) }
    }
    (self.base, group, limit) = (base, best.group, best.limit)
  }

  /// Takes the next digit; gives a word when it completes a group that is kept.
  mutating func take(_ digit: UInt64) -> UInt32? {
    value = value * base + digit
    collected += 1
    guard collected == group else { return nil }
    defer { (value, collected) = (0, 0) }
    return value < limit ? UInt32(truncatingIfNeeded: value) : nil
  }
}

/// Buffered output of little-endian words; ends the process, quietly, when the reader is gone.
struct WordWriter {
  private var buffer: [UInt32] = []
  private let capacity = 1 << 16

  mutating func write(_ word: UInt32) {
    buffer.append(word.littleEndian)
    if buffer.count == capacity { flush() }
  }

  private mutating func flush() {
    buffer.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = Foundation.write(
          STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written > 0 {
          rest = rest.dropFirst(written)
        } else if errno != EINTR {
          if errno == EPIPE { exit(0) }
          perror("stream-dump")
          exit(1)
        }
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
