/// How much room small text takes in a picture.
enum SmallText {
  /// The size of a letter's square in points: size 11 at gnuplot's 96 dots an inch.
  private static let square = 14.67

  /// About how wide a text is in points: the advance widths of DejaVu Sans, the widest font that
  /// stands in for another, rounded up by class.
  static func width(_ text: some StringProtocol) -> Double { text.reduce(0) { $0 + width($1) } }

  private static func width(_ character: Character) -> Double {
    switch character {
    case _ where "iIjltfr .,:;'|!()[]/\\\"`-".contains(character): 0.41 * square
    case "m", "w", "M", "W", "@", "%", "…": square
    case _ where "=+<>~#^×±−".contains(character): 0.84 * square
    case _ where character.isUppercase: 0.78 * square
    case _ where character.unicodeScalars.contains { $0.value > 0x2e7f }: 1.1 * square
    default: 0.64 * square
    }
  }

  /// A text in lines of at most `room` points, broken at spaces where there are any; of more than
  /// `most` lines the rest is left out.
  static func wrapped(_ text: String, room: Double, most: Int) -> [String] {
    var lines: [String] = []
    var rest = TableText.oneLine(text)[...]
    while width(rest) > room, lines.count < most {
      var used = 0.0
      let head = rest.prefix {
        used += width($0)
        return used <= room
      }
      let end = head.lastIndex(of: " ").flatMap { $0 > head.startIndex ? $0 : nil } ?? head.endIndex
      lines.append(String(rest[..<max(end, rest.index(after: rest.startIndex))]))
      rest = rest[end...].drop { $0 == " " }
    }
    guard lines.count == most else { return lines + [String(rest)] }
    return lines.dropLast() + [(lines.last ?? "").dropLast() + "…"]
  }
}
