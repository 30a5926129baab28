import Publishing

extension Table {
  /// Some of its columns, by their keys.
  func part(_ name: String, title: String, _ keys: [String]) -> Table {
    let places = keys.compactMap { key in columns.firstIndex { $0.key == key } }
    return Table(name, title: title, columns: places.map { columns[$0] }, rows: rows.map { row in places.map { row[$0] } })
  }
}
