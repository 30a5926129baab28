/// The swept keys of a study, and the trees that crossing their values makes.
struct Sweep {
  /// One combination: the tree of a study without a sweep, and what was put into it.
  struct Point {
    let root: StudyNode
    let values: [(key: String, value: String)]
  }

  /// The most arms that a study may have.
  static let mostArms = 4096
  /// What stays the same over a study.
  private static let fixed = ["study", "dynamics", "chains", "seed", "sweep"]

  /// The swept keys in the study's order.
  let keys: [String]
  private let axes: [[StudyNode.Field]]

  /// No sweep: one point.
  static let none = Sweep(keys: [], axes: [])

  private init(keys: [String], axes: [[StudyNode.Field]]) {
    self.keys = keys
    self.axes = axes
  }

  /// Reads `sweep`: a mapping of dotted keys to lists of values.
  init(_ place: StudyPlace) throws(StudyError) {
    let what = "a mapping of dotted keys to lists, such as { network.depth: [3, 4] }"
    guard case .mapping(let fields) = place.node.content, !fields.isEmpty else { throw place.expected(what) }
    var keys: [String] = []
    var axes: [[StudyNode.Field]] = []
    for field in fields {
      let here = StudyPlace(file: place.file, node: field.value, path: place.path(to: field.key))
      func refusal(_ message: String) -> StudyError {
        StudyError(file: place.file, line: field.line, key: String(here.path.prefix(100)), message: message)
      }
      guard !Self.fixed.contains(field.key) else {
        throw refusal("this key is the same for a whole study; expected a dotted key such as network.depth")
      }
      if let rival = keys.first(where: { $0.hasPrefix(field.key + ".") || field.key.hasPrefix($0 + ".") }) {
        throw refusal("this key and '\(rival)' set the same place")
      }
      let items = try here.items("a list of values, such as [3, 4]")
      guard !items.isEmpty else { throw here.refusal("expected at least one value, found an empty list") }
      guard items.count <= Self.mostArms else { throw refusal("the sweep makes more than \(Self.mostArms) arms") }
      var axis: [StudyNode.Field] = []
      var texts: Set<String> = []
      for item in items {
        if !texts.insert(item.node.text).inserted { throw item.refusal("\(item.node.inWords) is listed twice") }
        var value = item.node
        value.origin = item.path
        let name = field.key.split(separator: ".", omittingEmptySubsequences: false).last.map(String.init) ?? field.key
        axis.append(StudyNode.Field(key: name, line: field.line, origin: here.path, value: value))
      }
      let points = (axes + [axis]).reduce(1) { min($0 * $1.count, Self.mostArms + 1) }
      guard points <= Self.mostArms else { throw refusal("the sweep makes more than \(Self.mostArms) arms") }
      keys.append(field.key)
      axes.append(axis)
    }
    self.init(keys: keys, axes: axes)
  }

  /// Every combination of values put into the tree `root`; the first key changes slowest.
  func points(in root: StudyNode, file: String) throws(StudyError) -> [Point] {
    var points = [Point(root: root, values: [])]
    for (key, axis) in zip(keys, axes) {
      let path = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      var next: [Point] = []
      for point in points {
        for field in axis {
          guard let changed = point.root.replacing(path[...], with: field) else {
            throw StudyError(
              file: file, line: field.line, key: field.origin, message: "there is no such place in this study to put a value")
          }
          next.append(Point(root: changed, values: point.values + [(key, field.value.text)]))
        }
      }
      points = next
    }
    return points
  }
}
