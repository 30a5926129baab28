import Foundation

/// A file of `Vectors`: words on lines, comments after a "#" at the start.
enum VectorFile {
  static func lines(_ name: String) -> [[Substring]] {
    guard let url = Bundle.module.url(forResource: name, withExtension: "txt"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: " ")
    }
  }
}
