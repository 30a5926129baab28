import DeepLinear

extension StudyPlace {
  /// `network`: depth and width, or a list of hidden widths, and the law of the initial weights.
  ///
  /// - Parameter problem: The problem; nil where it is at fault, and then widths are not held
  ///   against it.
  func network(for problem: CompletionProblem?) throws(StudyError) -> (
    shape: NetworkShape, initialLaw: InitialLaw
  ) {
    let fields = try StudyFields(self, known: ["depth", "width", "widths", "init"])
    let place = fields.required("init", "a mapping such as { law: normal, std: 1/sqrt(width) }")
    let law = faults.attempt { try place.initialLaw() } ?? .torchLinear
    let depth = fields["depth"]?.whole(in: 2...NetworkShape.largestDepth)
    let hidden: [StudyPlace]
    let widths: [Int]
    if let list = fields["widths"] {
      if let width = fields["width"] {
        throw width.refusal("give either 'width' or 'widths', not both")
      }
      hidden = try list.items("a list of hidden widths such as [100, 50]")
      widths = try hidden.wholeNumbers(in: 1...NetworkShape.largestWidth)
      guard (1..<NetworkShape.largestDepth).contains(widths.count) else {
        throw list.refusal(
          "expected 1 to \(NetworkShape.largestDepth - 1) hidden widths, found \(widths.count)")
      }
      if let depth, depth != widths.count + 1, let place = fields["depth"] {
        throw place.refusal(
          "a depth of \(depth) does not fit \(widths.count) hidden widths; expected \(widths.count + 1), or no depth at all"
        )
      }
    } else {
      let place = fields.required(
        "width", "a whole number, the width of every hidden layer (or 'widths', a list)")
      let width = place.whole(in: 1...NetworkShape.largestWidth)
      guard let depth else {
        throw StudyError(
          file: file, line: node.line, key: path(to: "depth"),
          message: "missing; expected the number of layers, from 2 to \(NetworkShape.largestDepth)")
      }
      widths = [Int](repeating: width, count: depth - 1)
      hidden = widths.map { _ in place }
    }
    do throws(ShapeError) {
      let shape = try NetworkShape(
        inputs: problem?.columns ?? 1, hiddenWidths: widths, outputs: problem?.rows ?? 1)
      return (shape, law)
    } catch {
      if case .narrow(let width, _) = error, let index = widths.firstIndex(of: width) {
        throw hidden[index].refusal("\(error)")
      }
      throw refusal("\(error)")
    }
  }

  private func initialLaw() throws(StudyError) -> InitialLaw {
    let fields = try StudyFields(self, known: ["law", "std"])
    let place = fields.required("law", "normal or torch-linear")
    let word = faults.attempt { place.choice(among: ["normal", "torch-linear"]) }
    guard let law = word, !place.isAbsent else { return .torchLinear }
    guard law == "normal" else {
      if let std = fields["std"] {
        throw std.refusal("'std' goes with 'law: normal'; torch-linear has a scale of its own")
      }
      return .torchLinear
    }
    let std = fields.required("std", "1/sqrt(width) or a number above 0")
    if case .scalar(let text, _) = std.node.content, text == "1/sqrt(width)" {
      return .normal(.inverseSquareRootOfWidth)
    }
    guard let value = try? std.exactNumber() else {
      throw std.expected("1/sqrt(width) or a number above 0")
    }
    guard value > 0 else {
      throw std.expected("1/sqrt(width) or a number above 0 (a chain never leaves the origin)")
    }
    return .normal(.number(value))
  }
}

extension [StudyPlace] {
  fileprivate func wholeNumbers(in range: ClosedRange<Int>) throws(StudyError) -> [Int] {
    var numbers: [Int] = []
    for place in self { numbers.append(place.whole(in: range)) }
    return numbers
  }
}
