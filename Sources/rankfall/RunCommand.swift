import ArgumentParser

/// `rankfall run`: simulates a study's chains and writes its results.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulate a study and write its tables, picture and provenance.",
    discussion: """
      Running a study again goes on where the last run stopped, or does nothing when all is there; more --chains continue fewer. \
      The same study and seed give the same files, at any number of threads and after any number of interruptions.
      """)

  @OptionGroup var options: StudyOptions

  func run() throws {
    let run: StudyRun
    do {
      run = try options.studyRun()
    } catch {
      throw CommandFailure.refused(error)
    }
    try run.run()
  }
}
