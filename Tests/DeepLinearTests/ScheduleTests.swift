import DeepLinear
import Testing

@Suite struct ScheduleTests {
  private func phase(_ steps: Int?, _ eta: Double = 0.1, _ lambda: Double = 0.1) -> Schedule.Phase {
    .init(steps: steps, learningRate: eta, ridge: lambda)
  }

  /// The index of each step's phase and how many steps are left of it, by counting.
  private func expectCounts(
    _ schedule: Schedule, _ indices: [Int], held: Int?,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (step, index) in indices.enumerated() {
      let (found, remaining) = schedule.phase(at: step)
      let run = indices[step...].prefix { $0 == index }.count
      let expected = index == held ? Int.max : run
      #expect(
        found == schedule.phases[index] && remaining == expected, "step \(step)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func phasesFollowEachOther() throws {
    let schedule = try Schedule(phases: [phase(2, 0.1), phase(1, 0.2), phase(nil, 0.3)])
    expectCounts(schedule, [0, 0, 1, 2, 2, 2], held: 2)
    #expect(schedule.phase(at: 1 << 50).phase.learningRate == 0.3)
  }

  @Test func aLastPhaseWithStepsIsHeld() throws {
    expectCounts(
      try Schedule(phases: [phase(3, 0.1), phase(2, 0.2)]), [0, 0, 0, 1, 1, 1, 1, 1], held: 1)
    #expect(try Schedule(phases: [phase(3)]).phase(at: 7).remaining == Int.max)
    #expect(try Schedule(phases: [phase(3)]).phase(at: 0).remaining == Int.max)
  }

  @Test func aScheduleMayRepeat() throws {
    let schedule = try Schedule(
      phases: [phase(3, 0.1), phase(2, 0.4), phase(1, 0.2)], repeats: true)
    expectCounts(schedule, [0, 0, 0, 1, 1, 2, 0, 0, 0, 1, 1, 2], held: nil)
    let late = schedule.phase(at: 6 * 1_000_000_007 + 4)
    #expect(late.phase.learningRate == 0.4 && late.remaining == 1)
  }

  @Test func impossibleSchedulesAreRefused() {
    func refusal(_ phases: [Schedule.Phase], repeats: Bool = false) -> ScheduleError? {
      do throws(ScheduleError) {
        _ = try Schedule(phases: phases, repeats: repeats)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal([]) == .empty)
    #expect(refusal([phase(1), phase(1, -0.1)]) == .learningRate(phase: 1, -0.1))
    #expect(refusal([phase(1, .infinity)]) == .learningRate(phase: 0, .infinity))
    #expect(
      refusal([phase(1, .nan)])?.description
        == "phase 1 has eta = nan; a finite number from 0 up is needed")
    #expect(refusal([phase(1, 0.1, -1)]) == .ridge(phase: 0, -1))
    #expect(refusal([phase(1, 0.1, .infinity)]) == .ridge(phase: 0, .infinity))
    #expect(refusal([phase(1), phase(0), phase(nil)]) == .steps(phase: 1, 0))
    #expect(refusal([phase((1 << 48) + 1)]) == .steps(phase: 0, (1 << 48) + 1))
    #expect(refusal([phase(nil), phase(1)]) == .endless(phase: 0))
    #expect(refusal([phase(2), phase(nil)], repeats: true) == .endless(phase: 1))
    #expect(refusal([phase(1, 0, 0), phase(1 << 48), phase(nil)]) == nil)
  }
}
