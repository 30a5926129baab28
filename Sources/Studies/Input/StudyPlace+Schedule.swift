import Chains
import DeepLinear

extension StudyPlace {
  /// The most phases a schedule may list.
  private static let mostPhases = 10_000

  /// `schedule`: a list of phases, or a mapping of `phases`, `repeat` and `offshoots`.
  func schedule() throws(StudyError) -> Schedule {
    var list = self
    var repeats = false
    if case .mapping = node.content {
      let fields = try StudyFields(self, known: Self.scheduleKeys)
      repeats = fields["repeat"]?.truth() ?? false
      list = fields.required("phases", "a list of phases")
    }
    let places = try list.items("a list of phases such as { steps: 500, eta: 0.03, lambda: 0.1 }")
    guard places.count <= Self.mostPhases else {
      throw list.refusal(
        "expected at most \(Self.mostPhases) phases, found \(places.count); 'repeat' makes a schedule periodic"
      )
    }
    var phases: [Schedule.Phase] = []
    for (index, place) in places.enumerated() {
      guard let phase = faults.attempt({ try place.phase() }) else { continue }
      if phase.learningRate < 0 {
        let error = ScheduleError.learningRate(phase: index, phase.learningRate)
        faults.note(try place.blaming("eta", "\(error)"))
      }
      if phase.ridge < 0 {
        faults.note(
          try place.blaming("lambda", "\(ScheduleError.ridge(phase: index, phase.ridge))"))
      }
      phases.append(phase)
    }
    guard phases.count == places.count else { throw list.refusal("a phase is at fault") }
    do throws(ScheduleError) {
      return try Schedule(phases: phases, repeats: repeats)
    } catch {
      switch error {
      case .empty: throw list.refusal("\(error)")
      case .learningRate(let phase, _): throw try places[phase].blaming("eta", "\(error)")
      case .ridge(let phase, _): throw try places[phase].blaming("lambda", "\(error)")
      case .steps(let phase, _): throw try places[phase].blaming("steps", "\(error)")
      case .endless(let phase): throw places[phase].refusal("\(error)")
      }
    }
  }

  /// `schedule.offshoots`, where a schedule is a mapping that has them.
  func scheduledOffshoots(horizon: Int) throws(StudyError) -> Recording.Offshoots? {
    guard case .mapping = node.content else { return nil }
    return try StudyFields(self, known: Self.scheduleKeys)["offshoots"].map {
      place throws(StudyError) in
      try place.offshoots(horizon: horizon)
    }
  }

  private static let scheduleKeys = ["phases", "repeat", "offshoots"]

  private static let phaseKeys = ["steps", "eta", "lambda"]

  private func phase() throws(StudyError) -> Schedule.Phase {
    let fields = try StudyFields(self, known: Self.phaseKeys)
    return Schedule.Phase(
      steps: fields["steps"]?.whole(in: 1...Study.longest),
      learningRate: fields.required("eta", "the learning rate, a number from 0 up").number(),
      ridge: fields.required("lambda", "the ridge, a number from 0 up").number())
  }

  /// An error at a key of this phase.
  private func blaming(_ key: String, _ message: String) throws(StudyError) -> StudyError {
    (try StudyFields(self, known: Self.phaseKeys)[key] ?? self).refusal(message)
  }
}
