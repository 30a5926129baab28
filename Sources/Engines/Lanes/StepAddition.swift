/// Whether a step adds what its family may add: shifts to the values of entries, or kicks to the
/// weights after each substep. A type, so that loops without it do not ask.
protocol StepAddition {
  static var isMade: Bool { get }
}

/// Nothing is added.
enum NothingAdded: StepAddition {
  static var isMade: Bool {
    @inline(__always) get { false }
  }
}

/// The quartet's shifts, or its kicks, are added.
enum Added: StepAddition {
  static var isMade: Bool {
    @inline(__always) get { true }
  }
}
