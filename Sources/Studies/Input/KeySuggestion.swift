/// The word of `words` that `word` was probably meant to be: the nearest by edit distance, when
/// near enough.
///
/// The distance counts insertions, deletions, replacements and swaps of neighbours, each as one; a
/// third of the word's length, and at least 1 (but less than the whole word), is near enough.
public func suggestion(for word: String, among words: [String]) -> String? {
  guard word.count <= 64 else { return nil }
  let ranked = words.map { (word: $0, distance: editDistance(Array(word.lowercased()), Array($0))) }
  guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
  let allowed = max(1, (max(word.count, best.word.count) + 1) / 3)
  return best.distance <= allowed && best.distance < best.word.count ? best.word : nil
}

/// The optimal string alignment distance. Costs the product of the lengths.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        best = min(best, beforeLast[j - 1] + 1)
      }
      row.append(best)
    }
    (beforeLast, last) = (last, row)
  }
  return last[right.count]
}
