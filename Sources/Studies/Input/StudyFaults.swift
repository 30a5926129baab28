/// What is wrong with a study, gathered while it is read, so that a person sees all of it at once.
///
/// A reader of a single value that is at fault notes that and goes on with a value that is
/// possible; what is decoded from it is never used. A part that does not hold together as a whole
/// is noted only where nothing within it was at fault: it may be a consequence.
final class StudyFaults {
  private var found: [StudyError] = []
  /// How often something was at fault, the same thing in another point of a sweep included.
  private var count = 0

  /// Whether everything is right so far.
  var isEmpty: Bool { count == 0 }

  /// Notes a fault, once.
  func note(_ error: StudyError) {
    count += 1
    if !found.contains(error) { found.append(error) }
  }

  /// Notes that something is missing because of a fault that is known already.
  func noteConsequence() { count += 1 }

  /// Reads a part; nil where it is at fault.
  func attempt<Part>(_ body: () throws -> Part) -> Part? {
    let before = count
    do {
      let part = try body()
      return count == before ? part : nil
    } catch let error as StudyError {
      if count == before { note(error) }
    } catch {
      if count == before {
        note(StudyError(file: "the study", line: nil, key: nil, message: "\(error)"))
      }
    }
    return nil
  }

  /// Takes over the faults of a tree to which a sweep that is at fault has added nothing: what is
  /// missing may be what it would have added.
  func noteAll(of other: StudyFaults) {
    for error in other.found where !error.message.hasPrefix(StudyError.missing) { note(error) }
  }

  /// Everything that was found, in the order of the lines; nil where nothing was.
  var error: StudyError? {
    let sorted = found.enumerated().sorted {
      ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
    }
    return sorted.first.map { $0.element.with(sorted.dropFirst().map(\.element)) }
  }
}
