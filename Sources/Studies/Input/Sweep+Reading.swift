extension Sweep {
  /// What stays the same over a study.
  private static let fixed = ["study", "dynamics", "chains", "seed", "sweep"]
  /// The most keys that are swept.
  private static let mostKeys = 256

  /// Reads `sweep`: a mapping of dotted keys to lists of values, which are crossed; or a list of
  /// mappings of dotted keys to values, each a point as it stands.
  init(_ place: StudyPlace) throws(StudyError) {
    switch place.node.content {
    case .mapping(let fields) where !fields.isEmpty: try self.init(crossing: fields, at: place)
    case .list: try self.init(listing: place)
    default:
      throw place.expected(
        "a mapping of dotted keys to lists, such as { network.depth: [3, 4] }, or a list of points")
    }
  }

  private init(crossing fields: [StudyNode.Field], at place: StudyPlace) throws(StudyError) {
    try Self.checkCount(of: fields, at: place)
    var keys: [String] = []
    var axes: [[[Setting]]] = []
    for field in fields {
      let axis = place.faults.attempt {
        let key = try SweptKey(field, at: place, beside: keys)
        let items = try key.place.items("a list of values, such as [3, 4]")
        guard !items.isEmpty else {
          throw key.place.refusal("expected at least one value, found an empty list")
        }
        guard items.count <= Self.mostArms else {
          throw key.refusal("the sweep makes more than \(Self.mostArms) arms")
        }
        var texts: Set<String> = []
        for item in items where !texts.insert(item.node.text).inserted {
          throw item.refusal("\(item.node.inWords) is listed twice")
        }
        let points = axes.reduce(items.count) { min($0 * $1.count, Self.mostArms + 1) }
        guard points <= Self.mostArms else {
          throw key.refusal("the sweep makes more than \(Self.mostArms) arms")
        }
        return items.map { [key.setting(to: $0)] }
      }
      guard let axis else { continue }
      keys.append(field.key)
      axes.append(axis)
    }
    self.init(keys: keys, axes: axes)
  }

  private init(listing place: StudyPlace) throws(StudyError) {
    let what = "a mapping of dotted keys to values, such as { network.depth: 3, horizon: 60000 }"
    let items = try place.items("a list of points")
    guard !items.isEmpty else {
      throw place.refusal("expected at least one point, found an empty list")
    }
    guard items.count <= Self.mostArms else {
      throw place.refusal("the sweep makes more than \(Self.mostArms) arms")
    }
    var keys: [String] = []
    var points: [[Setting]] = []
    var texts: Set<[String]> = []
    for (index, item) in items.enumerated() {
      guard case .mapping(let fields) = item.node.content, !fields.isEmpty else {
        throw item.expected(what)
      }
      try Self.checkCount(of: fields, at: item)
      var settings: [String: Setting] = [:]
      for field in fields {
        let key = try SweptKey(field, at: item, beside: keys.filter { $0 != field.key })
        if index == 0 { keys.append(field.key) }
        guard keys.contains(field.key) else {
          throw key.refusal(
            "the first point does not set this key; expected the same keys in every point")
        }
        settings[field.key] = key.setting(to: key.place)
      }
      if let missing = keys.first(where: { settings[$0] == nil }) {
        throw item.refusal(
          "the first point sets '\(missing)', this one does not; expected the same keys in every point"
        )
      }
      let point = keys.compactMap { settings[$0] }
      guard texts.insert(point.map(\.field.value.text)).inserted else {
        throw item.refusal("this point is listed twice")
      }
      points.append(point)
    }
    self.init(keys: keys, axes: [points])
  }

  private static func checkCount(of fields: [StudyNode.Field], at place: StudyPlace)
    throws(StudyError)
  {
    guard fields.count <= mostKeys else {
      throw place.refusal("expected at most \(mostKeys) swept keys, found \(fields.count)")
    }
  }

  /// A dotted key that may be swept, where a study names it.
  private struct SweptKey {
    private let field: StudyNode.Field
    /// What it is set to.
    let place: StudyPlace

    init(_ field: StudyNode.Field, at parent: StudyPlace, beside others: [String])
      throws(StudyError)
    {
      self.field = field
      place = StudyPlace(
        file: parent.file, node: field.value, path: parent.path(to: field.key),
        faults: parent.faults)
      guard !Sweep.fixed.contains(field.key) else {
        throw refusal(
          "this key is the same for a whole study; expected a dotted key such as network.depth")
      }
      if let rival = others.first(where: {
        $0.hasPrefix(field.key + ".") || field.key.hasPrefix($0 + ".")
      }) {
        throw refusal("this key and '\(rival)' set the same place")
      }
    }

    /// An error at the key itself.
    func refusal(_ message: String) -> StudyError {
      StudyError(
        file: place.file, line: field.line, key: String(place.path.prefix(100)), message: message)
    }

    /// The key set to the value at `value`, which is named by its place in the sweep from then on.
    func setting(to value: StudyPlace) -> Setting {
      var node = value.node
      node.origin = value.path
      let name =
        field.key.split(separator: ".", omittingEmptySubsequences: false).last.map(String.init)
        ?? field.key
      return Setting(
        key: field.key,
        field: StudyNode.Field(key: name, line: field.line, origin: place.path, value: node))
    }
  }
}
