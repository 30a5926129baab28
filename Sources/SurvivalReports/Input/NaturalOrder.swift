import DataFiles

/// The order in which a person lists labels: numbers by their size, also inside of words, so that
/// "w2" comes before "w10" and "lr1e-4" before "lr0.01".
enum NaturalOrder {
  /// A label in pieces. Numbers have neither signs, which may be hyphens, nor more than one point.
  private enum Piece {
    case number(Double)
    case word(Substring)
  }

  /// The places of the labels in their order: that of numbers when all are numbers.
  static func order(_ labels: [String]) -> [Int] {
    let numbers = labels.map { label in
      NumberText.reading(label).nearest.flatMap { $0.isFinite ? $0 : nil }
    }
    if !numbers.contains(nil) {
      let keys = zip(numbers, labels).map { (number: $0 ?? 0, label: $1) }
      return labels.indices.sorted {
        keys[$0].number != keys[$1].number
          ? keys[$0].number < keys[$1].number : keys[$0].label < keys[$1].label
      }
    }
    let pieces = labels.map(pieces)
    return labels.indices.sorted { a, b in
      isBefore(pieces[a], pieces[b]) ?? (labels[a] < labels[b])
    }
  }

  /// nil where the pieces are the same, as those of "w1" and "w01".
  private static func isBefore(_ first: [Piece], _ second: [Piece]) -> Bool? {
    for (one, other) in zip(first, second) {
      switch (one, other) {
      case (.number(let a), .number(let b)): if a != b { return a < b }
      case (.word(let a), .word(let b)): if a != b { return a < b }
      case (.number, .word): return true
      case (.word, .number): return false
      }
    }
    return first.count == second.count ? nil : first.count < second.count
  }

  private static func pieces(_ label: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Substring(label)
    while !rest.isEmpty {
      if let match = rest.prefixMatch(of: /[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?/),
        let number = Double(match.output.0)
      {
        pieces.append(.number(number))
        rest = rest[match.range.upperBound...]
      } else {
        let word = rest.prefix { !("0"..."9").contains($0) }
        // A digit that begins no number cannot be, but must not be waited for.
        pieces.append(.word(word.isEmpty ? rest.prefix(1) : word))
        rest = rest.dropFirst(max(word.count, 1))
      }
    }
    return pieces
  }
}
