/// Whether something is added to the weights after each substep; a type, so that loops without it do not ask.
protocol StepKick {
  static var isAdded: Bool { get }
}

/// Nothing is added.
enum NoKick: StepKick {
  static var isAdded: Bool {
    @inline(__always) get { false }
  }
}

/// The quartet's kicks are added.
enum AddedKick: StepKick {
  static var isAdded: Bool {
    @inline(__always) get { true }
  }
}
