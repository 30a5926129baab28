import CProcess
import Foundation
import Threads

/// Runs another program and waits for it. It ends with this process, however that ends.
public enum ExternalTool {
  /// What a program answered.
  public struct Answer: Sendable {
    /// The exit status; 127 when there is no such program; 128 and the signal's number where a
    /// signal ended it.
    public let status: Int32
    /// What it wrote to its standard output.
    public let output: String
    /// What it wrote to its standard error.
    public let errors: String
  }

  /// Runs `name`, found through PATH, with the C locale.
  ///
  /// - Parameters:
  ///   - input: What the program reads from its standard input.
  ///   - folder: Where it runs.
  /// - Returns: Its answer; status 127 when there is no such program, 126 when it cannot be started
  ///   for another reason.
  public static func run(
    _ name: String, _ arguments: [String], input: String = "", in folder: String? = nil
  ) -> Answer {
    // Files, not pipes: a pipe blocks when one side of the conversation waits for the other.
    guard let files = Scratch(input: input) else {
      return Answer(
        status: 126, output: "",
        errors: "no temporary file could be made: \(String(cString: strerror(errno)))")
    }
    let environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { $1 }.map {
      "\($0.key)=\($0.value)"
    }
    let process = withCStrings([name] + arguments) { arguments in
      withCStrings(environment) { environment in
        rankfall_start(arguments, environment, folder, files.input, files.output, files.errors)
      }
    }
    guard process > 0 else {
      return Answer(
        status: errno == ENOENT ? 127 : 126, output: "", errors: String(cString: strerror(errno)))
    }
    _ = running.withLock { $0.insert(process) }
    let status = rankfall_wait(process)
    _ = running.withLock { $0.remove(process) }
    return Answer(
      status: status, output: Scratch.text(of: files.output), errors: Scratch.text(of: files.errors)
    )
  }

  /// The programs that are waited for.
  private static let running = Locked<Set<pid_t>>([])

  /// Tells all programs that are waited for to end at once.
  static func endAll() { running.withLock { for process in $0 { kill(process, SIGKILL) } } }

  /// Lends an array of C strings that ends with a null.
  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }

  /// Three files without names: a process that is killed leaves none behind.
  private struct Scratch: ~Copyable {
    let input: Int32
    let output: Int32
    let errors: Int32

    init?(input text: String) {
      (input, output, errors) = (Self.file(), Self.file(), Self.file())
      guard min(input, output, errors) >= 0, Self.write(text, to: input) else { return nil }
    }

    deinit { for file in [input, output, errors] where file >= 0 { close(file) } }

    private static func file() -> Int32 {
      let pattern = FileManager.default.temporaryDirectory.path + "/rankfall-XXXXXX"
      var name = Array(pattern.utf8CString)
      let descriptor = mkstemp(&name)
      if descriptor >= 0 {
        unlink(name)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      }
      return descriptor
    }

    private static func write(_ text: String, to file: Int32) -> Bool {
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return lseek(file, 0, SEEK_SET) == 0
    }

    /// All that a file holds; text that is no UTF-8 is shown as far as it is.
    static func text(of file: Int32) -> String {
      guard lseek(file, 0, SEEK_SET) == 0 else { return "" }
      var (bytes, piece) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
      while true {
        let count = read(file, &piece, piece.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
        bytes += piece[..<count]
      }
    }
  }
}
