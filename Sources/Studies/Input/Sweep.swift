/// The swept keys of a study, and the trees that their values make.
struct Sweep {
  /// One point: the tree of a study without a sweep, and what was put into it.
  struct Point {
    let root: StudyNode
    let values: [(key: String, value: String)]
  }

  /// A value for a key.
  struct Setting {
    /// The dotted key.
    let key: String
    /// The last step of the key with the value, as they go into a tree.
    let field: StudyNode.Field
  }

  /// The most arms that a study may have.
  static let mostArms = 4096

  /// The swept keys in the study's order.
  let keys: [String]
  /// The axes of the sweep, each with its choices; a choice sets one key or several. All
  /// combinations of choices are made.
  private let axes: [[[Setting]]]

  /// No sweep: one point.
  static let none = Sweep(keys: [], axes: [])

  init(keys: [String], axes: [[[Setting]]]) {
    self.keys = keys
    self.axes = axes
  }

  /// Every combination of choices put into the tree `root`; the first axis changes slowest.
  func points(in root: StudyNode, file: String) throws(StudyError) -> [Point] {
    var points = [Point(root: root, values: [])]
    for axis in axes {
      var next: [Point] = []
      for point in points {
        for choice in axis { next.append(try point.with(choice, file: file)) }
      }
      points = next
    }
    return points
  }
}

extension Sweep.Point {
  /// The point with these values put into it.
  fileprivate func with(_ settings: [Sweep.Setting], file: String) throws(StudyError) -> Sweep.Point
  {
    var (root, values) = (root, values)
    for setting in settings {
      let path = setting.key.split(separator: ".", omittingEmptySubsequences: false).map(
        String.init)
      guard let changed = root.replacing(path[...], with: setting.field) else {
        throw StudyError(
          file: file, line: setting.field.line, key: setting.field.origin,
          message: "there is no such place in this study to put a value")
      }
      root = changed
      values.append((setting.key, setting.field.value.text))
    }
    return Sweep.Point(root: root, values: values)
  }
}
