import Foundation

extension FuzzInput {
  /// The longest that a command may take, in seconds.
  private static let longest = 10.0

  /// Runs the program on the command line, in a folder of its own.
  func commandOutcome(_ program: String?) throws -> Outcome {
    guard let program else { return .failed("there is no program to run") }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("rankfall-fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(bytes).write(to: folder.appendingPathComponent("d.csv"))
    let study = FuzzInput(.study, seed: 1, number: bytes.count)
    try Data(study.bytes).write(to: folder.appendingPathComponent("s.yaml"))
    let paths = ["out", "err"].map { folder.appendingPathComponent("." + $0).path }
    for path in paths { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = (options["arguments"] ?? "").split(
      separator: "\u{1F}", omittingEmptySubsequences: false
    ).map(String.init)
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: paths[0])
    process.standardError = FileHandle(forWritingAtPath: paths[1])
    try process.run()
    let end = Date().addingTimeInterval(Self.longest)
    while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.002) }
    guard !process.isRunning else {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      return .failed("it ran for more than \(Self.longest) s")
    }
    let texts = paths.map {
      String(decoding: FileManager.default.contents(atPath: $0) ?? Data(), as: UTF8.self)
    }
    let status = process.terminationStatus
    if process.terminationReason == .uncaughtSignal { return .failed("signal \(status)") }
    if status == 0 { return texts[0].isEmpty ? .failed("success without output") : .answered }
    guard status == 1 || status == 2 else { return .failed("status \(status)") }
    return texts[1].isEmpty ? .failed("status \(status) without a word") : .refused(texts[1])
  }
}
